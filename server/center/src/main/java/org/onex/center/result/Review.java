package org.onex.center.result;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;

/**
 * One subject of a result looked at again (成绩复核) because the responsible college asked for it (003: 成绩公示期内由归口院校申请). Upheld by one
 * officer; corrected only by two, and never to points that somebody typed in, but to what it would be if it were drawn up now.
 *
 * @param version  changes with every change
 * @param reason   of the college
 * @param before   what was public when it was asked for
 * @param proposal null as long as nobody has said anything
 * @param decided  who upheld, confirmed or withdrew it; null as long as it is pending
 */
record Review(
        Key key,
        UUID registration,
        int version,
        Whose whose,
        Subject subject,
        String reason,
        Word asked,
        State state,
        Stand before,
        @Nullable Proposal proposal,
        @Nullable Word decided) {

    private static final int MOST_WORDS = 500;

    /**
     * Names a review.
     *
     * @param candidate the person, for life
     */
    record Key(UUID candidate, UUID id) {}

    /**
     * Whose it is.
     *
     * @param plan its code; likewise the awarding body and the responsible college
     */
    record Whose(String plan, String awardingBody, String college) {}

    /** How far a review (成绩复核) is. */
    enum State {
        /** Asked for by the college. */
        OPEN,
        /** One officer proposes a correction, another has to confirm it. */
        PROPOSED,
        /** The result was right. */
        UPHELD,
        /** The result was put right. */
        CORRECTED,
        /** The college asks no more. */
        WITHDRAWN;

        boolean isPending() {
            return this == OPEN || this == PROPOSED;
        }
    }

    /** Who did something, and when. */
    record Word(String login, String name, Instant at) {

        static Word of(Actor actor, Instant now) {
            return new Word(actor.login(), actor.name(), now);
        }
    }

    /**
     * How a subject stands, and the registration with it.
     *
     * @param score null unless it was scored
     */
    record Stand(Entry.Status status, @Nullable Integer score, Result.Outcome outcome) {

        /** Only where nothing of it is a problem. */
        static Stand of(Result result, Subject subject) {
            var entry = result.entry(subject).orElseThrow();
            return new Stand(entry.status(), entry.score(), Objects.requireNonNull(result.outcome()));
        }

        boolean isPassed() {
            return outcome == Result.Outcome.PASSED;
        }
    }

    /**
     * What would be if the result were drawn up now.
     *
     * @param stand     of the reviewed subject
     * @param whole     all subjects and the outcome, in words that change with any of them
     * @param isChanged whether anything of it is another than what stands
     */
    record Redrawn(Stand stand, String whole, boolean isChanged) {

        static Redrawn of(Result stands, Result now, Subject subject) {
            return new Redrawn(Stand.of(now, subject), whole(now), !whole(now).equals(whole(stands)));
        }

        private static String whole(Result result) {
            return result.entries().stream()
                            .map(entry -> entry.subject() + " " + entry.status() + " " + entry.score())
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ": " + result.outcome();
        }
    }

    /**
     * What an officer says it is (复核意见).
     *
     * @param whole all subjects and the outcome as that officer saw them: nobody confirms more than that
     */
    record Proposal(Stand after, String whole, String finding, Word by) {}

    /** The college asks. */
    static Review ask(UUID id, Result result, Subject subject, String reason, Word by) {
        var why = words(reason, "reason");
        ResultRefused.require(result.entry(subject).isPresent(), "subject");
        return new Review(
                new Key(result.key().candidate(), id),
                result.key().id(),
                1,
                new Whose(
                        result.what().plan(),
                        result.what().awardingBody(),
                        result.who().college()),
                subject,
                why,
                by,
                State.OPEN,
                Stand.of(result, subject),
                null,
                null);
    }

    private static String words(String text, String field) {
        var words = text.strip();
        ResultRefused.require(!words.isEmpty() && words.length() <= MOST_WORDS, field);
        return words;
    }

    /**
     * The college asks no more. Not once something speaks for another result: what was ruled or marked meanwhile would never be applied.
     *
     * @param now how it would stand if it were drawn up now
     */
    Review withdrawn(int read, Redrawn now, Word by) {
        require(read, state == State.OPEN);
        if (now.isChanged()) {
            throw ResultRefused.of(ResultRefused.Code.MARKS_DIFFER);
        }
        return with(State.WITHDRAWN, null, by);
    }

    /**
     * The result was right.
     *
     * @param now how it would stand if it were drawn up now
     */
    Review upheld(int read, String finding, Redrawn now, Word by) {
        require(read, state.isPending());
        var found = words(finding, "finding");
        if (now.isChanged()) {
            throw ResultRefused.of(ResultRefused.Code.MARKS_DIFFER);
        }
        return with(State.UPHELD, new Proposal(now.stand(), now.whole(), found, by), by);
    }

    /**
     * The result was wrong; somebody else has to say so too.
     *
     * @param now how it would stand if it were drawn up now, which is what is proposed
     */
    Review proposed(int read, String finding, Redrawn now, Word by) {
        require(read, state.isPending());
        var found = words(finding, "finding");
        if (!now.isChanged()) {
            throw ResultRefused.of(ResultRefused.Code.NOTHING_CHANGED);
        }
        return with(State.PROPOSED, new Proposal(now.stand(), now.whole(), found, by), null);
    }

    /**
     * Somebody else says so too.
     *
     * @param now how it would stand if it were drawn up now
     */
    Review corrected(int read, Redrawn now, Word by) {
        var said = proposal;
        require(read, state == State.PROPOSED);
        if (said == null || said.by().login().equals(by.login())) {
            throw ResultRefused.of(ResultRefused.Code.SECOND_PERSON);
        }
        if (!now.whole().equals(said.whole())) {
            throw ResultRefused.of(ResultRefused.Code.MARKS_DIFFER);
        }
        return with(State.CORRECTED, said, by);
    }

    private void require(int read, boolean isFarEnough) {
        if (read != version) {
            throw ResultRefused.of(ResultRefused.Code.REVIEW_CHANGED, "version", version);
        }
        if (!isFarEnough) {
            throw ResultRefused.of(ResultRefused.Code.REVIEW_STATE, "state", state.name());
        }
    }

    private Review with(State next, @Nullable Proposal said, @Nullable Word last) {
        return new Review(key, registration, version + 1, whose, subject, reason, asked, next, before, said, last);
    }
}
