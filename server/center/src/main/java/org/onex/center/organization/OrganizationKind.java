package org.onex.center.organization;

/** What sort of party somebody acts for. */
public enum OrganizationKind {
    /** Whoever runs this installation (平台运营); sees no personal data. */
    PLATFORM,
    /** 培训评价组织. */
    AWARDING_BODY,
    /** 试点院校 or another college. */
    COLLEGE
}
