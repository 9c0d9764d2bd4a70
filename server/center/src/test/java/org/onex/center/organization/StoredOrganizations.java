package org.onex.center.organization;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The parties of a database for tests of modules that ask for them. */
public final class StoredOrganizations {

    private StoredOrganizations() {}

    public static OrganizationDirectory in(JdbcClient jdbc) {
        return new Organizations(jdbc);
    }
}
