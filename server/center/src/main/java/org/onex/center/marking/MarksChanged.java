package org.onex.center.marking;

import java.util.List;
import java.util.UUID;

/**
 * What these scripts have earned, or whether all of it is known, is not what it was: ask {@link MarkDirectory#marks}. Heard in the transaction
 * that changes it.
 *
 * @param plan its code
 */
public record MarksChanged(String plan, List<UUID> scripts) {

    public MarksChanged {
        scripts = List.copyOf(scripts);
    }
}
