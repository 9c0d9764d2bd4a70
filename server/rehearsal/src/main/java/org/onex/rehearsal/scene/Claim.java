package org.onex.rehearsal.scene;

/** What must hold whatever happens (不变量), each checked from outside. */
public enum Claim {
    DEADLINE_IS_EXACT("deadline is exact"),
    A_ROLE_MAY_NOT("a role may not"),
    DRAFT_IS_INVISIBLE("a draft is invisible to others"),
    NO_SITE_WITHOUT_ROOMS("no site without rooms"),
    SITES_AS_DECIDED("sites are as they were decided"),
    RULES_RECOMPUTED("dates of rules recomputed"),
    TRAIL_INTACT("audit trail intact"),
    NOTHING_LOST("no counted number lost");

    private final String words;

    Claim(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
