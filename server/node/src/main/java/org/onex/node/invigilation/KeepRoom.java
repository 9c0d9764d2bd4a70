package org.onex.node.invigilation;

import java.util.List;
import java.util.UUID;
import org.onex.foundation.clock.BusinessClock;
import org.onex.node.sitting.Photos;
import org.onex.node.sitting.SittingDirectory;
import org.onex.node.sitting.SuperviseAttempts;
import org.springframework.stereotype.Component;

/** What invigilators do for a candidate: unlock, give time, tell. Each act and its record are one transaction, and the same act is done once. */
@Component
class KeepRoom {

    static final int LONGEST_TEXT = 200;
    static final int MOST_MINUTES = 60;

    private final SuperviseAttempts attempts;
    private final SittingDirectory sittings;
    private final BusinessClock clock;
    private final Acts acts;
    private final Photos photos;

    KeepRoom(SuperviseAttempts attempts, SittingDirectory sittings, BusinessClock clock, Acts acts, Photos photos) {
        this.attempts = attempts;
        this.sittings = sittings;
        this.clock = clock;
        this.acts = acts;
        this.photos = photos;
    }

    /**
     * For whom something is done.
     *
     * @param id identity of the act; the same again is the same act
     */
    record Request(UUID id, Keeper keeper, UUID attempt) {

        Acts.Act act(Acts.Kind kind, String reason) {
            return new Acts.Act(attempt, kind, keeper.number(), null, null, reason);
        }
    }

    void unlock(Request request, String reason) {
        var act = request.act(Acts.Kind.UNLOCK, text(reason));
        attempts.unlock(request.attempt(), trace(request, act));
    }

    /**
     * Time is granted by two people.
     *
     * @param recognised the second one, once per bundle
     */
    void extend(Request request, List<Keeper> recognised, int minutes, String reason) {
        var keeper = request.keeper();
        var second = recognised.stream()
                .filter(one ->
                        one.bundle().equals(keeper.bundle()) && !one.number().equals(keeper.number()))
                .findFirst()
                .orElseThrow(() -> InvigilationRefused.of(InvigilationRefused.Code.SECOND_PERSON));
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw InvigilationRefused.outOfRange("minutes", 1, MOST_MINUTES);
        }
        var act = new Acts.Act(
                request.attempt(), Acts.Kind.EXTENSION, keeper.number(), second.number(), minutes, text(reason));
        attempts.extend(request.attempt(), minutes, trace(request, act));
    }

    void tell(Request request, String text) {
        var said = text(text);
        attempts.tell(request.attempt(), said, trace(request, request.act(Acts.Kind.MESSAGE, said)));
    }

    /** Who should be sitting there. */
    Photos.Photo photo(Keeper keeper, UUID attempt) {
        requireOwn(keeper, attempt);
        return photos.of(attempt);
    }

    private void requireOwn(Keeper keeper, UUID attempt) {
        if (!sittings.isIn(keeper.bundle(), keeper.rooms(), attempt)) {
            throw InvigilationRefused.of(InvigilationRefused.Code.NOT_IN_SESSION);
        }
    }

    private SuperviseAttempts.Trace trace(Request request, Acts.Act act) {
        var bundle = request.keeper().bundle();
        requireOwn(request.keeper(), request.attempt());
        return new SuperviseAttempts.Trace() {
            @Override
            public boolean isDone() {
                return acts.isDone(request.id(), act);
            }

            @Override
            public void done() {
                acts.add(request.id(), bundle, act, clock.instant());
            }
        };
    }

    private static String text(String sent) {
        var text = sent.strip().replace("\0", "");
        if (text.isEmpty()) {
            throw InvigilationRefused.of(InvigilationRefused.Code.REASON_MISSING);
        }
        if (text.length() > LONGEST_TEXT) {
            throw InvigilationRefused.outOfRange("text", 1, LONGEST_TEXT);
        }
        return text;
    }
}
