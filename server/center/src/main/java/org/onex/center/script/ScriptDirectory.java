package org.onex.center.script;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What other modules may ask about scripts that were returned. */
public interface ScriptDirectory {

    /** Those of these that count. */
    List<ReturnedScript> counting(Collection<UUID> scripts);

    /**
     * The answers of the revision that counts, by item; none of them is empty. Proven anew by their hash.
     *
     * @throws IllegalArgumentException if no such script counts
     */
    Map<String, String> answers(UUID script);
}
