package org.onex.center.organization;

import java.util.Optional;

/** What other modules may ask about the parties. */
public interface OrganizationDirectory {

    /** Finds an awarding body by its code or its full name. */
    Optional<Organization> findAwardingBody(String codeOrName);

    /** Finds a party; the platform itself has the code {@code platform}. */
    Optional<Organization> find(OrganizationKind kind, String code);

    /** What others need to know of a college, if there is one with this code. */
    Optional<CollegeOutline> college(String code);
}
