package org.onex.center.job;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as people see it.
 *
 * @param kind    {@code <module>.<verb-phrase>}
 * @param subject the key of what is worked on
 * @param by      the name of whoever started it
 * @param done    how many steps are done
 * @param total   of how many; 0 while nobody knows
 * @param code    why it failed, from the catalogue of codes
 * @param facts   what the code's sentence needs, or what came out
 */
public record JobView(
        UUID id,
        String kind,
        String subject,
        JobState state,
        String by,
        long done,
        long total,
        Instant since,
        @Nullable Instant ended,
        @Nullable String code,
        Map<String, Object> facts) {}
