package org.onex.center.marking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.script.ReturnedScript;

/**
 * What a script has earned so far (得分). Only as long as the script counts is it anybody's business.
 *
 * @param hash    of the revision that counts
 * @param problem why it cannot be scored
 */
record Score(
        UUID script,
        Sat sat,
        String hash,
        boolean counts,
        State state,
        @Nullable Problem problem,
        Tally tally) {

    /** How far it has come. */
    enum State {
        /** Its turn will come. */
        SCORING,
        /** Some of it waits for people. */
        WAITING,
        /** Everything has its points. */
        MARKED,
        /** It cannot be scored, and is tried again and again. */
        PROBLEM
    }

    /** What is wrong with it. */
    enum Problem {
        KEY_UNREADABLE,
        ANSWERS_UNREADABLE
    }

    /**
     * What was sat.
     *
     * @param plan          its code
     * @param awardingBody  code of the body whose plan it is
     * @param qualification its code
     */
    record Sat(
            String plan,
            String awardingBody,
            String qualification,
            Level level,
            Subject subject,
            UUID paper,
            String form) {

        static Sat of(ReturnedScript script, String awardingBody) {
            return new Sat(
                    script.plan(),
                    awardingBody,
                    script.qualification(),
                    script.level(),
                    script.subject(),
                    script.paper(),
                    script.form());
        }
    }

    /**
     * Points and works.
     *
     * @param objective by rule
     * @param written   by people
     * @param full      of the whole paper
     * @param works     that people mark
     * @param open      those of them that have no points yet
     */
    record Tally(int objective, int written, int full, int works, int open) {

        int total() {
            return objective + written;
        }
    }

    boolean isOf(Actor actor) {
        return counts && actor.actsFor(OrganizationKind.AWARDING_BODY, sat.awardingBody());
    }

    /** Whether its points are those of the revision that counts. */
    boolean isScored() {
        return state == State.WAITING || state == State.MARKED;
    }

    /** The rules have given their points. */
    Score scored(Scoring scoring, Works.Progress progress) {
        return with(
                new Tally(scoring.objective(), progress.written(), scoring.full(), progress.works(), progress.open()));
    }

    /** A person has given points. One that is being scored anew comes to that by itself. */
    Score marked(Works.Progress progress) {
        return isScored()
                ? with(new Tally(
                        tally.objective(), progress.written(), tally.full(), progress.works(), progress.open()))
                : this;
    }

    private Score with(Tally reached) {
        var reachedState = reached.open() == 0 ? State.MARKED : State.WAITING;
        return new Score(script, sat, hash, counts, reachedState, null, reached);
    }
}
