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
    BAD_ROOMS_SAY_WHY("refused rooms and arrangements have the expected code"),
    ROOMS_ARE_EVEN("people are spread evenly over the fewest rooms"),
    SEATS_ARE_PEOPLE("seats are as many as people and no more than machines"),
    ONE_PERSON_A_SEAT("no seat twice"),
    EVERYBODY_SEATED("everybody registered has one seat and nobody else has"),
    TICKETS_ARE_NUMBERS("ticket numbers are unique and their check digits right"),
    NEIGHBOURS_DIFFER("neighbours have different forms"),
    SEATS_ARE_COUNTED_RIGHT("how good the seats are is what somebody counts"),
    SAME_SEED_SAME_SEATS("the same seed gives the same seats"),
    APPLICATIONS_AS_DECIDED("applications are as they were decided"),
    BAD_STAFFING_SAYS_WHY("refused invigilators and assignments have the expected code"),
    ENOUGH_INVIGILATORS("every room has the invigilators that its people need"),
    NO_INVIGILATOR_TWICE("no invigilator in two rooms"),
    ONLY_APPROVED_INVIGILATE("only approved invigilators are assigned"),
    TEACHERS_LAST("whoever teaches the subject is drawn last"),
    PINS_ARE_SHOWN_ONCE("a PIN is shown once and replaced by the next"),
    PRINTED_AS_SEATED("what is printed is what is seated"),
    FONTS_ARE_EMBEDDED("printed files bring their fonts along"),
    CODES_ARE_TICKETS("the code on a ticket is its number"),
    SAME_PRINT_SAME_BYTES("the same print has the same bytes"),
    ONLY_WHOM_IT_CONCERNS("seats, invigilators and prints are shown to whom they concern"),
    LOGS_NAME_NOBODY("no ID number in the logs"),
    DISK_IS_SEALED("no ID number readable on the disk"),
    RULES_RECOMPUTED("dates of rules recomputed"),
    BAD_BANKS_SAY_WHY("a wrong item bank is refused with line and field"),
    FORMS_ARE_EQUAL("the forms of a paper share nothing and are equally difficult"),
    READ_BY_TWO_OTHERS("a paper is read by two people who did not assemble it"),
    SEALED_IS_FINAL("a sealed paper is final, and no other counts as sealed"),
    ITEMS_ARE_SECRET("nobody but item writers sees what is asked"),
    NODES_ARE_KNOWN("only who knows a site's code becomes its node, and once"),
    ONLY_NODES_ARE_ANSWERED("only a node that signs what it asks is answered"),
    ANSWERS_ARE_SIGNED("every answer to a node is signed by the centre"),
    BAD_DISPATCH_SAYS_WHY("refused codes, packing and requests of nodes have the expected code"),
    BUNDLE_IS_SEATING("a bundle is who was seated, with whom and what"),
    BUNDLES_GO_BY_VERSION("a bundle is packed anew exactly when something changed"),
    DELIVERY_GOES_ON("what broke off goes on where it was"),
    ONLY_OWN_SITE("a node gets what is its site's and nothing else"),
    NODES_LEARN_NO_SECRET("no answer and no ID number is in anything that a node gets"),
    PAPERS_WAIT_FOR_THEIR_KEY("a paper is unreadable until its key is given out"),
    PAPERS_ARE_OF_THE_BANK("a paper that was opened asks what the bank has"),
    NODES_INSTALL("what was packed is installed at the site's own node"),
    ONLY_WHO_IS_SEATED_SITS("who has a seat and comes in time sits, and nobody else"),
    SUBJECTS_FOLLOW("a subject begins when the one before is handed in"),
    ANSWERS_ARE_KEPT("at every site the answer protocol is kept"),
    EVERYBODY_IS_HANDED_IN("every script is handed in, by its candidate or at the deadline"),
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
