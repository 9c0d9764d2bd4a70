package org.onex.center.marking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;

/**
 * A text that a person marks (阅卷任务). One marker holds it at a time; whoever has marked it may change that.
 *
 * @param version  changes with everything that happens to it
 * @param textHash by which the text is known again
 * @param full     what it is worth
 * @param hold     who has it on the desk; null once it is marked
 * @param marking  null until it is marked
 */
record Work(
        Key key,
        int version,
        String textHash,
        int full,
        @Nullable Hold hold,
        @Nullable Marking marking) {

    record Key(UUID script, String item) {}

    /** Somebody marks it and nobody else gets it until then; later they keep it as long as nobody else wants it. */
    record Hold(WorkView.WorkMarker by, Instant until) {}

    /**
     * It has points.
     *
     * @param judgement the version of the work in which they were given
     */
    record Marking(WorkView.WorkMarker by, int judgement, int points, Instant at) {}

    WorkView.State state(Instant now) {
        if (marking != null) {
            return WorkView.State.MARKED;
        }
        return hold != null && hold.until().isAfter(now) ? WorkView.State.HELD : WorkView.State.WAITING;
    }

    /**
     * @throws MarkingRefused if it is another marker's
     */
    void requireOf(Actor actor) {
        var marker = marker();
        if (marker == null || !marker.login().equals(actor.login())) {
            throw MarkingRefused.of(MarkingRefused.Code.NOT_YOURS);
        }
    }

    /** Who has marked it, or has it on the desk. */
    WorkView.@Nullable WorkMarker marker() {
        if (marking != null) {
            return marking.by();
        }
        return hold == null ? null : hold.by();
    }

    /**
     * @throws MarkingRefused if something happened to it since it was read
     */
    void requireVersion(int read) {
        if (read != version) {
            throw MarkingRefused.of(MarkingRefused.Code.STALE);
        }
    }

    /** The next version, with these points. */
    Work marked(Judgement judgement) {
        var next = version + 1;
        return new Work(
                key, next, textHash, full, null, new Marking(judgement.by(), next, judgement.total(), judgement.at()));
    }
}
