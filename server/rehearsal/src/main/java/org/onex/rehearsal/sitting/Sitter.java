package org.onex.rehearsal.sitting;

import org.onex.rehearsal.outside.Unexpected;
import tools.jackson.core.JacksonException;

/**
 * One candidate's way through the kill test, from sitting down to the last look at the receipt.
 *
 * @param number every fifth hands in early, every fourth hastily
 */
record Sitter(VirtualCandidate candidate, Bell bell, int number) {

    private static final int EARLY = 5;
    private static final int HASTY = 4;

    void sit() {
        var said = "";
        try {
            var mischief = new Mischief(candidate);
            candidate.sitDown();
            answer(mischief);
            finish(mischief);
        } catch (Unexpected | JacksonException | IllegalStateException | NullPointerException e) {
            said = e.toString();
        } finally {
            bell.leaves();
        }
        candidate.check(AnswerClaim.EVERYBODY_FINISHED, said.isEmpty(), said);
    }

    private void answer(Mischief mischief) {
        var seen = 0;
        while (!bell.isOver()) {
            var restarts = bell.restarts();
            if (restarts > seen) {
                candidate.lookAfterRestart();
                seen = restarts;
                bell.looked();
            }
            if (candidate.hasHandedIn()) {
                mischief.triesAfterHandingIn();
            } else if (number % EARLY == EARLY - 1 && restarts > 0) {
                handIn(mischief);
            } else {
                mischief.happen();
            }
            candidate.room().pace().think(candidate.random());
        }
    }

    private void finish(Mischief mischief) {
        if (!candidate.hasHandedIn()) {
            mischief.saves();
            handIn(mischief);
        }
        mischief.triesAfterHandingIn();
        mischief.oldMachineComesBack();
        mischief.triesAfterHandingIn();
        candidate.check(
                AnswerClaim.INSTRUCTIONS_ARRIVE,
                candidate.examined().missingMessages().isEmpty(),
                "never came: " + candidate.examined().missingMessages());
    }

    private void handIn(Mischief mischief) {
        if (number % HASTY == 0) {
            mischief.handsInHastily();
        } else {
            candidate.handIn();
        }
    }
}
