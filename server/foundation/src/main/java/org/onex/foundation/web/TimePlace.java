package org.onex.foundation.web;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list that is ordered by a time and, within it, by id.
 *
 * @param since null, as the id, at the beginning of the list
 */
public record TimePlace(@Nullable Timestamp since, @Nullable UUID id) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+294276-01-01T00:00:00Z");

    /**
     * The place after which a page begins.
     *
     * @param key as {@link #key} made it, or empty for the beginning
     * @throws RequestRefused if it is no place
     */
    public static TimePlace of(String key) {
        if (key.isEmpty()) {
            return new TimePlace(null, null);
        }
        var separator = Math.max(key.indexOf('|'), 0);
        try {
            return new TimePlace(moment(key.substring(0, separator)), UUID.fromString(key.substring(separator + 1)));
        } catch (IllegalArgumentException e) {
            throw RequestRefused.invalid("after", key, e);
        }
    }

    private static Timestamp moment(String text) {
        try {
            var moment = Instant.parse(text);
            if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
                throw new IllegalArgumentException("beyond what the database holds");
            }
            return Timestamp.from(moment);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static String key(Instant since, UUID id) {
        return since + "|" + id;
    }
}
