package org.onex.rehearsal.scene;

/** What must hold whatever happens (不变量), each checked from outside. */
public enum Claim {
    DEADLINE_IS_EXACT("deadline is exact"),
    A_ROLE_MAY_NOT("a role may not"),
    DRAFT_IS_INVISIBLE("a draft is invisible to others"),
    NO_SITE_WITHOUT_ROOMS("no site without rooms"),
    SITES_AS_DECIDED("sites are as they were decided"),
    TEMPLATE_EXPLAINS("the template says how it is filled in"),
    BAD_ROWS_SAY_WHY("refused rows have the expected code"),
    NOBODY_TWICE("nobody is entered twice"),
    AS_SENT("candidates are as they were sent"),
    NUMBERS_ARE_MASKED("no full ID number is shown where nobody asked for it"),
    ONLY_ITS_COLLEGE("another college cannot see them"),
    BAD_PHOTOS_SAY_WHY("refused photos have the expected code"),
    PHOTOS_AS_SENT("photos are kept as they were sent"),
    STATE_AS_KNOWN("information state is what is known"),
    NAMES_ARE_LOCKED("a confirmed name cannot be changed"),
    ENTRIES_PER_SUBJECT("entries = 2 × registrations"),
    ONCE_REGISTERED("once registered"),
    NOBODY_IN_TWO_PLACES("nobody in two places"),
    NOBODY_AFTER_DEADLINE("nobody entered after the deadline"),
    NOBODYS_BUSINESS("what another college registered is nobody's business"),
    REGISTERED_STAY("whoever is registered stays on the roster"),
    PEOPLE_TIMES_PRICE("a bill is people times price"),
    CLEARED_WHEN_PAID("cleared exactly when paid"),
    LOGS_NAME_NOBODY("no ID number in the logs"),
    DISK_IS_SEALED("no ID number readable on the disk"),
    RULES_RECOMPUTED("dates of rules recomputed"),
    BAD_BANKS_SAY_WHY("a wrong item bank is refused with line and field"),
    FORMS_ARE_EQUAL("the forms of a paper share nothing and are equally difficult"),
    READ_BY_TWO_OTHERS("a paper is read by two people who did not assemble it"),
    SEALED_IS_FINAL("a sealed paper is final, and no other counts as sealed"),
    ITEMS_ARE_SECRET("nobody but item writers sees what is asked"),
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
