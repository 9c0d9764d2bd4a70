package org.onex.center.dispatch;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onex.contract.kernel.Window;

/**
 * What packing found at a site's slot (打包检查): a problem keeps the bundle from being packed, a warning does not.
 *
 * @param facts what a sentence about it needs
 */
record PackingFinding(Code code, Map<String, Object> facts) {

    /** What it is. */
    enum Code {
        /** Facts {@code qualification} (name), {@code level} and {@code subject}: no paper for it has been sealed. */
        NO_PAPER,
        /** The same facts: the newest sealed paper is good for rehearsals only. A problem in production, elsewhere a warning. */
        PAPER_IS_DRILL,
        /**
         * The same facts and {@code plan}, where it is sat at other hours: whoever gets its first key could read the paper of the later
         * ones. A problem; outside production, where there are only drills, a warning.
         */
        PAPER_ALREADY_SAT,
        /** The same facts as without a paper: a newer one was sealed that nobody sits at other hours; the settled one stays. A warning. */
        PAPER_SUPERSEDED,
        /** Fact {@code entryOpenedAt}: candidates may be at their machines already, so nothing changes any more. */
        ENTRY_OPEN,
        /** Fact {@code closedAt}: the hours are over. */
        OVER,
        /** Something broke; the log says what. */
        UNEXPECTED,
        /** Fact {@code rooms}: rooms with nobody in charge who could sign in at the board, because nobody is assigned or has a PIN. */
        NO_INVIGILATOR,
        /** Fact {@code people}: how many have no photo. */
        NO_PHOTO,
        /** Fact {@code tickets}: whose photo is there and cannot be read; they are in the bundle without it. */
        PHOTO_UNREADABLE
    }

    PackingFinding {
        facts = Map.copyOf(facts);
    }

    static PackingFinding of(Code code, ExamSession session) {
        return new PackingFinding(
                code,
                Map.of(
                        "qualification", session.qualification().name(),
                        "level", session.level().name(),
                        "subject", session.subject().name()));
    }

    static PackingFinding alreadySat(ExamSession session, String plan) {
        var facts = new HashMap<>(of(Code.PAPER_ALREADY_SAT, session).facts());
        facts.put("plan", plan);
        return new PackingFinding(Code.PAPER_ALREADY_SAT, facts);
    }

    static PackingFinding entryOpen(Instant since) {
        return new PackingFinding(
                Code.ENTRY_OPEN, Map.of("entryOpenedAt", Window.inBeijing(since).toString()));
    }

    static PackingFinding over(Instant since) {
        return new PackingFinding(
                Code.OVER, Map.of("closedAt", Window.inBeijing(since).toString()));
    }

    static PackingFinding unexpected() {
        return new PackingFinding(Code.UNEXPECTED, Map.of());
    }

    static PackingFinding noInvigilator(List<String> rooms) {
        return new PackingFinding(Code.NO_INVIGILATOR, Map.of("rooms", rooms));
    }

    static PackingFinding noPhoto(int people) {
        return new PackingFinding(Code.NO_PHOTO, Map.of("people", people));
    }

    static PackingFinding photoUnreadable(List<String> tickets) {
        return new PackingFinding(Code.PHOTO_UNREADABLE, Map.of("tickets", tickets));
    }
}
