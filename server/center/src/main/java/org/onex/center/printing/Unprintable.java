package org.onex.center.printing;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.onex.center.typesetting.TypeCase;

/**
 * A name that cannot be printed as it is written (缺字); a placeholder stands on paper for what no font has.
 *
 * @param name       of a person, a college, a room or whatever else is printed
 * @param characters those that are missing
 */
record Unprintable(String name, String characters) {

    /** What cannot be printed of everything that papers say of these rooms; asked before anything is drawn. */
    static List<Unprintable> in(List<PrintedRoom> rooms, TypeCase types) {
        var found = new TreeMap<String, String>();
        for (var text : rooms.stream().flatMap(Unprintable::texts).distinct().toList()) {
            var missing = String.join("", types.missing(text));
            if (!missing.isEmpty()) {
                found.put(text, missing);
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Unprintable(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<String> texts(PrintedRoom room) {
        var exam = room.exam();
        var common = Stream.of(exam.code(), exam.plan(), exam.awardingBody(), exam.site(), exam.address(), room.name());
        var people = room.people().stream()
                .flatMap(person -> Stream.of(person.name(), person.college(), person.qualification()));
        return Stream.of(common, room.invigilators().stream(), people).flatMap(texts -> texts);
    }
}
