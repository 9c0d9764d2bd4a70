package org.onex.node.invigilation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.node.sitting.PhotoDirectory;
import org.onex.node.sitting.SuperviseAttempts;
import org.springframework.stereotype.Component;

/**
 * What invigilators do for a candidate and to one: unlock, give time, tell, hand in. Each act and its record are one transaction, and the
 * same act is done once.
 */
@Component
class KeepRoom {

    static final int LONGEST_TEXT = 200;
    static final int MOST_MINUTES = 60;

    private final SuperviseAttempts attempts;
    private final OwnRooms rooms;
    private final Acts acts;
    private final PhotoDirectory photos;

    KeepRoom(SuperviseAttempts attempts, OwnRooms rooms, Acts acts, PhotoDirectory photos) {
        this.attempts = attempts;
        this.rooms = rooms;
        this.acts = acts;
        this.photos = photos;
    }

    void unlock(OwnRooms.Request request, String reason) {
        var act = act(request, Acts.Kind.UNLOCK, null, reason);
        attempts.unlock(request.attempt(), rooms.trace(request, acts, act));
    }

    /**
     * Time is granted by two people.
     *
     * @param recognised the second one, once per bundle
     */
    void extend(OwnRooms.Request request, List<Keeper> recognised, int minutes, String reason) {
        var second = request.keeper().seconded(recognised);
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw InvigilationRefused.outOfRange("minutes", 1, MOST_MINUTES);
        }
        var act = new Acts.Act(
                request.attempt(),
                Acts.Kind.EXTENSION,
                request.keeper().number(),
                second,
                minutes,
                OwnRooms.text("text", reason, LONGEST_TEXT));
        attempts.extend(request.attempt(), minutes, rooms.trace(request, acts, act));
    }

    void tell(OwnRooms.Request request, String text) {
        var act = act(request, Acts.Kind.MESSAGE, null, text);
        attempts.tell(request.attempt(), act.reason(), rooms.trace(request, acts, act));
    }

    /**
     * Nobody's exam is ended by one person (强制交卷).
     *
     * @param recognised the second one, once per bundle
     */
    void handIn(OwnRooms.Request request, List<Keeper> recognised, String reason) {
        var act = act(request, Acts.Kind.HAND_IN, request.keeper().seconded(recognised), reason);
        attempts.handIn(request.attempt(), rooms.trace(request, acts, act));
    }

    private static Acts.Act act(OwnRooms.Request request, Acts.Kind kind, @Nullable String second, String reason) {
        var text = OwnRooms.text("text", reason, LONGEST_TEXT);
        return new Acts.Act(request.attempt(), kind, request.keeper().number(), second, null, text);
    }

    /** Who should be sitting there. */
    PhotoDirectory.Photo photo(Keeper keeper, UUID attempt) {
        rooms.requireOwn(keeper, attempt);
        return photos.of(attempt);
    }
}
