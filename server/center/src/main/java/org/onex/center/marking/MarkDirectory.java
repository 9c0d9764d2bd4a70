package org.onex.center.marking;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other modules may ask about marks; scripts that do not count have none. */
public interface MarkDirectory {

    /** The marks of a plan's scripts, some thousands at a time: in the order of their ids, those after this one. */
    List<ScriptMark> marks(String plan, @Nullable UUID after, int limit);

    /** The marks of those of these scripts that count. */
    List<ScriptMark> marks(Collection<UUID> scripts);
}
