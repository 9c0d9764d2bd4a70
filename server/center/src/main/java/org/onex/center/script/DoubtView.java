package org.onex.center.script;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;

/**
 * Something about a script that a person should look at (答卷疑点).
 *
 * @param open     whether nobody has decided since it came up; only what can be decided is ever closed
 * @param decision the last one on the script; null before the first
 */
record DoubtView(
        UUID script,
        DoubtSite site,
        Level level,
        Subject subject,
        Doubt kind,
        Map<String, Object> facts,
        boolean open,
        @Nullable DoubtDecision decision) {

    DoubtView {
        facts = Map.copyOf(facts);
    }

    record DoubtSite(UUID id, String name) {}

    /** Which revision of which exam server counts, by whose word. */
    record DoubtDecision(UUID node, int revision, String reason, String by, OffsetDateTime at) {}
}
