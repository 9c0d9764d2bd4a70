package org.onex.center.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a print consists of, file by file in one order, before anything is drawn. */
final class PrintOrder {

    /** What file systems, web addresses and archives do not agree on. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}/\\\\:*?\"<>|;%#&]");

    private static final int LONGEST = 60;

    private final List<Item> items = new ArrayList<>();
    private final List<PrintedRoom> rooms = new ArrayList<>();
    private int sites;

    /** One file to be drawn. */
    record Item(String name, PrintKind kind, UUID opening, PrintedRoom room, Form form) {}

    /** Adds the rooms of a site to a print of that site alone. */
    void add(List<SeatedRooms.SeatedRoom> added, List<PrintKind> kinds) {
        add(added, kinds, "");
    }

    /** Adds the rooms of one of several sites; two may have the same name. */
    void addSite(List<SeatedRooms.SeatedRoom> added, List<PrintKind> kinds) {
        if (!added.isEmpty()) {
            sites++;
            var name = safe(added.getFirst().printed().exam().site());
            add(added, kinds, "-" + sites + name);
        }
    }

    private void add(List<SeatedRooms.SeatedRoom> added, List<PrintKind> kinds, String site) {
        for (var kind : kinds.stream().sorted().toList()) {
            for (var seated : added) {
                var room = seated.printed();
                for (var named : kind.forms(room)) {
                    var name = named.name() + site + "-时段" + room.slot() + "-" + room.title() + ".pdf";
                    items.add(new Item(name, kind, seated.opening(), room, named.form()));
                }
            }
        }
        added.forEach(seated -> rooms.add(seated.printed()));
    }

    private static String safe(String name) {
        var safe = UNSAFE.matcher(name).replaceAll("_");
        return safe.codePointCount(0, safe.length()) <= LONGEST
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, LONGEST));
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    List<PrintedRoom> rooms() {
        return List.copyOf(rooms);
    }
}
