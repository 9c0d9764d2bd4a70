package org.onex.node.invigilation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.clock.BusinessClock;
import org.onex.node.sitting.SittingDirectory;
import org.onex.node.sitting.SuperviseAttempts;
import org.springframework.stereotype.Component;

/** Sees to it that invigilators do and note things in their own rooms only, each once, and with a colleague where two people are needed. */
@Component
class OwnRooms {

    private final SittingDirectory sittings;
    private final List<Notes<?>> notes;
    private final BusinessClock clock;

    OwnRooms(SittingDirectory sittings, List<Notes<?>> notes, BusinessClock clock) {
        this.sittings = sittings;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * For whom something is done.
     *
     * @param id identity of what is done; the same again is the same
     */
    record Request(UUID id, Keeper keeper, UUID attempt) {}

    /**
     * @throws InvigilationRefused if the attempt is sat in none of this invigilator's rooms
     */
    SittingDirectory.RunNow requireOwn(Keeper keeper, UUID attempt) {
        return sittings.run(keeper.bundle(), keeper.rooms(), attempt)
                .orElseThrow(() -> InvigilationRefused.of(InvigilationRefused.Code.NOT_IN_SESSION));
    }

    /** What is left behind of what is asked for. */
    <T> SuperviseAttempts.Trace trace(Request request, Notes<T> kept, T note) {
        requireOwn(request.keeper(), request.attempt());
        return new SuperviseAttempts.Trace() {
            @Override
            public boolean isDone() {
                var before = kept.find(request.id());
                if (before.isPresent() ? !before.get().equals(note) : isUsed(request.id())) {
                    throw InvigilationRefused.of(InvigilationRefused.Code.KEY_USED);
                }
                return before.isPresent();
            }

            @Override
            public void done() {
                kept.add(request.id(), request.keeper().bundle(), note, clock.instant());
            }
        };
    }

    private boolean isUsed(UUID id) {
        return notes.stream().anyMatch(one -> one.find(id).isPresent());
    }

    /** A text as it is kept; never empty. */
    static String text(String field, String sent, int longest) {
        var text = stripped(sent);
        if (text.isEmpty()) {
            throw InvigilationRefused.of(InvigilationRefused.Code.REASON_MISSING);
        }
        return requireWithin(field, text, 1, longest);
    }

    /** A text that may be left out. */
    static String textOrEmpty(String field, @Nullable String sent, int longest) {
        return requireWithin(field, sent == null ? "" : stripped(sent), 0, longest);
    }

    private static String stripped(String sent) {
        return sent.strip().replace("\0", "");
    }

    private static String requireWithin(String field, String text, int from, int to) {
        if (text.length() > to) {
            throw InvigilationRefused.outOfRange(field, from, to);
        }
        return text;
    }
}
