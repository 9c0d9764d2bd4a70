package org.onex.center.certificate;

/** The certificates of one plan and one college that are signed together (签发批次). */
final class Issue {

    /** How far it is. */
    enum State {
        /** Nobody has signed; who passes finally joins it. */
        DRAWN,
        /** One party has signed; it does not change any more. */
        HALF_SIGNED,
        /** Both have signed; its files are being made. */
        SIGNED,
        /** Its files are made. */
        ISSUED
    }

    private Issue() {}
}
