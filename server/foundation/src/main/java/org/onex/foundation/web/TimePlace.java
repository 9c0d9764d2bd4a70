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
            return new TimePlace(
                    Timestamp.from(Instant.parse(key.substring(0, separator))),
                    UUID.fromString(key.substring(separator + 1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw RequestRefused.invalid("after", key, e);
        }
    }

    public static String key(Instant since, UUID id) {
        return since + "|" + id;
    }
}
