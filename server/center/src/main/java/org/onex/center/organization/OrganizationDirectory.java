package org.onex.center.organization;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What other modules may ask about the parties. */
public interface OrganizationDirectory {

    /** Finds an awarding body by its code or its full name. */
    Optional<Organization> findAwardingBody(String codeOrName);

    /** Finds a party; the platform itself has the code {@code platform}. */
    Optional<Organization> find(OrganizationKind kind, String code);

    /** The names of parties of a kind, by code; codes that nobody has are absent. */
    Map<String, String> names(OrganizationKind kind, Collection<String> codes);

    /** What others need to know of a college, if there is one with this code. */
    Optional<CollegeOutline> college(String code);
}
