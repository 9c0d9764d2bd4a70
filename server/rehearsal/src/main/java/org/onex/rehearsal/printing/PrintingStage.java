package org.onex.rehearsal.printing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.Attendance;
import org.onex.rehearsal.people.IdNumbers;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import org.onex.rehearsal.seating.Place;
import org.onex.rehearsal.seating.SeatLists;

/** Every college has printed what its site and its candidates need, and everything is read again from outside. */
public final class PrintingStage implements Stage {

    /** The first character of the blocks that few fonts have. */
    private static final int RARE_FROM = 0x3400;

    private static final int RARE_TO = 0x4DBF;

    @Override
    public Step step() {
        return Step.PRINTING;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var lists = new SeatLists(scene);
        var places = lists.places();
        var plan = scene.center()
                .operator()
                .get("/api/plan/plans/" + scene.plan().code())
                .orFail();
        var check = new PaperCheck(scene.findings(), Timetable.of(plan), numbers(scene));
        var counts = new LinkedHashMap<String, Long>();
        List.of("files", "pages", "tickets", "rare names").forEach(counted -> counts.put(counted, 0L));
        var first = true;
        for (var college : scene.data().colleges()) {
            var own = places.stream()
                    .filter(place -> place.guest().college().equals(college.code()))
                    .toList();
            if (!own.isEmpty()) {
                new HomePrint(scene, college, check).play(own);
            }
            for (var site : sites(scene, college, places)) {
                var print = new SitePrint(scene, college, site, check);
                print.play(places, first);
                first = false;
                print.files().forEach(file -> {
                    counts.merge("files", 1L, Long::sum);
                    counts.merge("pages", (long) file.pages(), Long::sum);
                    counts.merge("tickets", file.kind() == PrintKind.TICKET ? file.pages() : 0L, Long::sum);
                });
            }
        }
        counts.put("rare names", places.stream().filter(PrintingStage::isRare).count());
        return counts;
    }

    private static List<String> sites(Scene scene, DemoData.College college, List<Place> places) {
        var used = places.stream().map(place -> place.spot().site()).collect(Collectors.toSet());
        return scene.all(scene.data().officerOf(college), "/api/site/sites").stream()
                .map(site -> Json.text(site, "id"))
                .filter(used::contains)
                .toList();
    }

    /** What only the rehearsal knows of everybody. */
    private static Map<String, String> numbers(Scene scene) {
        var numbers = new HashMap<String, String>();
        for (var college : Attendance.of(scene)) {
            college.people()
                    .forEach(person -> numbers.put(
                            PaperCheck.bearer(person.name(), IdNumbers.masked(person.idNumber())), person.idNumber()));
        }
        return numbers;
    }

    private static boolean isRare(Place place) {
        return place.guest()
                .name()
                .codePoints()
                .anyMatch(c -> c > 0xFFFF || (c >= RARE_FROM && c <= RARE_TO) || c > 0x9FA5);
    }
}
