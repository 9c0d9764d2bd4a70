package org.onex.center.script;

import java.util.List;
import java.util.UUID;

/**
 * These scripts count from now on, with another revision than before, or no longer: ask {@link ScriptDirectory#counting}. Heard in the
 * transaction that settles it.
 *
 * @param plan its code
 */
public record ScriptsCounted(String plan, List<UUID> scripts) {

    public ScriptsCounted {
        scripts = List.copyOf(scripts);
    }
}
