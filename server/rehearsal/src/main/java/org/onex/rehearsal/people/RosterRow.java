package org.onex.rehearsal.people;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a roster as somebody typed it.
 *
 * @param mistake  what is wrong in it; null if it is right
 * @param complete whether everything is there that must be known; without, it is taken and the person is 信息不全
 */
record RosterRow(Person person, @Nullable Mistake mistake, boolean complete) {

    static RosterRow right(Person person) {
        return new RosterRow(person, null, true);
    }

    Map<Column, String> texts() {
        var texts = new EnumMap<Column, String>(person.values());
        if (!complete) {
            texts.put(Column.CONSENT, "");
        }
        if (mistake != null) {
            texts.put(mistake.column(), mistake.written(person));
        }
        return texts;
    }

    boolean isRight() {
        return mistake == null;
    }
}
