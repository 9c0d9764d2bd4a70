package org.onex.center.script;

/** Why a file that arrived whole cannot be taken (拒收原因); what each covers is {@code docs/return-protocol.md}. */
enum Refusal {
    /** It does not open, is not signed by the node that sent it, or is not of this format. */
    UNREADABLE,
    /** It is of another bundle, version, attempt, session or form than was announced and packed. */
    MISPLACED,
    /** Entries, revisions or attempts are missing, or there are more than there can be. */
    INCOMPLETE,
    /** The answers made from the journal have another hash than the candidate's receipt. */
    HASH;

    /** Thrown by what looks into a file, and caught by who asked it to. */
    static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Refusal refusal;

        Found(Refusal refusal, String why) {
            super(why, null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    Found because(String why) {
        return new Found(this, why);
    }

    /**
     * @throws Found if it is not as it has to be
     */
    void unless(boolean right, String why) {
        if (!right) {
            throw because(why);
        }
    }
}
