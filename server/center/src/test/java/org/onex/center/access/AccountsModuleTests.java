package org.onex.center.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onex.center.OneConnection;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.organization.StoredOrganizations;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts in a real database. */
class AccountsModuleTests {

    private static final Account OFFICER = new Account(
            "college01",
            "王老师",
            "hash",
            new Organization(OrganizationKind.COLLEGE, "90001", "示范一职业技术学院"),
            Set.of(Duty.COLLEGE_OFFICER));

    @Test
    void oneConnectionIsEnoughToReadThemWithTheirOrganisations() {
        try (var database = TestPostgres.freshDatabase()) {
            var jdbc = JdbcClient.create(database);
            jdbc.sql("insert into organization.college (code, name, province, pilot) values (:code, :name, '安徽', true)")
                    .param("code", OFFICER.organization().code())
                    .param("name", OFFICER.organization().name())
                    .update();
            new Accounts(jdbc, StoredOrganizations.in(jdbc)).store(OFFICER);
            var read = OneConnection.with(database, one -> {
                var few = new Accounts(one, StoredOrganizations.in(one));
                return List.of(
                        few.find("college01").orElseThrow(), few.after("", 10).getFirst());
            });
            assertThat(read).containsExactly(OFFICER, OFFICER);
        }
    }
}
