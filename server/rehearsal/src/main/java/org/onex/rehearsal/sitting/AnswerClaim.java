package org.onex.rehearsal.sitting;

/** What the answer protocol promises (作答协议不变量), each checked from outside. */
enum AnswerClaim {
    ACKNOWLEDGED_STAYS("every acknowledged entry is in the answers"),
    RESTART_KEEPS("the answers right after a restart are those from before"),
    NOTHING_INVENTED("nothing is there that was never sent"),
    DURABLE_NEVER_BACK("durableSeq never goes back"),
    CONFLICT_REFUSED("a stored entry with other content is refused"),
    GAP_REFUSED("entries after a gap are refused"),
    ONE_ATTEMPT("one attempt per candidate"),
    UNLOCK_NEEDED("a second device needs an unlock"),
    OLD_DEVICE_NEVER_WINS("what a device sends after it was taken over changes nothing"),
    TIME_KEPT("time runs evenly, grows by extensions only, and restarts give none back"),
    INSTRUCTIONS_ARRIVE("a message of the invigilator arrives"),
    PAPER_SEALED("the paper is the announced one and holds no answer"),
    ONE_RECEIPT("one receipt, the same in every repetition"),
    HASH_RECOMPUTED("the receipt's hash is the one we compute ourselves"),
    SEALED_IS_HIDDEN("what was handed in is shown to nobody who sits there next"),
    CLOSED_AFTERWARDS("after handing in nothing more is taken"),
    LATE_IS_FLAGGED("what comes after the deadline is a further revision"),
    NO_NUMBERS_IN_LOGS("no ID number is in the logs"),
    RIGHT_IS_ANSWERED("a request that is right is never refused"),
    EVERYBODY_FINISHED("everybody could hand in");

    private final String words;

    AnswerClaim(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
