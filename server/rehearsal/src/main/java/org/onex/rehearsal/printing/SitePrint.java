package org.onex.rehearsal.printing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;
import org.onex.rehearsal.seating.SiteDesk;
import tools.jackson.databind.JsonNode;

/** Everything that one site needs on paper, printed by its college and printed again. */
final class SitePrint {

    private static final List<PrintKind> ALL = List.of(PrintKind.values());
    private static final String REASON = "演练：考生行动不便，调换座位";

    private final Scene scene;
    private final DemoData.College college;
    private final String site;
    private final PaperCheck check;
    private final PrintDesk desk;
    private List<PrintedFile> files = List.of();

    SitePrint(Scene scene, DemoData.College college, String site, PaperCheck check) {
        this.scene = scene;
        this.college = college;
        this.site = site;
        this.check = check;
        this.desk = new PrintDesk(scene, scene.data().officerOf(college));
    }

    /** As they were last fetched. */
    List<PrintedFile> files() {
        return files;
    }

    /**
     * Prints everything and reads it.
     *
     * @param all       seats of the plan
     * @param changes whether somebody is moved afterwards, and everything printed anew
     */
    void play(List<Place> all, boolean changes) {
        var places = ofSite(all);
        var print = printed(places);
        again(print);
        new PrintStrangers(scene, college).check(print, places.getFirst());
        if (changes && swapped(places)) {
            scene.check(
                    Claim.PRINTED_AS_SEATED,
                    desk.view(Json.text(print, "id")).path("stale").asBoolean(false),
                    () -> desk.login() + " may hand out what was printed before somebody was moved");
            printed(body().places());
        }
    }

    private List<Place> ofSite(List<Place> all) {
        return all.stream().filter(place -> place.spot().site().equals(site)).toList();
    }

    private SiteDesk body() {
        var login = scene.data().officerOf(scene.notice());
        return new SiteDesk(scene, login, scene.plan().code(), site);
    }

    private boolean swapped(List<Place> places) {
        var desk = body();
        var slot = places.stream()
                .filter(place -> place.spot().slot() == places.getFirst().spot().slot())
                .toList();
        if (slot.size() < 2) {
            return false;
        }
        desk.swap(
                        SiteDesk.version(desk.view()),
                        REASON,
                        slot.getFirst().spot(),
                        slot.getLast().spot())
                .orFail();
        return true;
    }

    private JsonNode printed(List<Place> places) {
        var print = desk.print(site, ALL);
        scene.check(
                Claim.PRINTED_AS_SEATED,
                !print.path("stale").asBoolean(true)
                        && print.path("unprintable").isEmpty(),
                () -> desk.login() + " printed what is stale already, or without these names: "
                        + print.path("unprintable"));
        var rooms = SeatedRoom.of(places);
        files = desk.files(print).toList();
        complete(rooms);
        // Mostly other programs at work, of which two can be at it at once.
        files.parallelStream().forEach(file -> {
            var room = rooms.get(file.opening());
            if (room != null) {
                check.check(file, room);
                code(file, room);
            }
        });
        return print;
    }

    /** Of each kind one file a room, of sign-in sheets one for each subject. */
    private void complete(Map<String, SeatedRoom> rooms) {
        var subjects = subjects();
        var printed = files.stream()
                .collect(Collectors.groupingBy(file -> file.opening() + " " + file.kind(), Collectors.counting()));
        var expected = rooms.keySet().stream()
                .flatMap(opening -> ALL.stream().map(kind -> opening + " " + kind))
                .collect(Collectors.toMap(
                        Function.identity(), key -> key.endsWith(PrintKind.SIGN_IN_SHEET.name()) ? subjects : 1L));
        scene.check(
                Claim.PRINTED_AS_SEATED,
                printed.equals(expected),
                () -> desk.login() + " needs " + expected + " and got " + printed);
    }

    private long subjects() {
        var plan = scene.center()
                .operator()
                .get("/api/plan/plans/" + scene.plan().code())
                .orFail();
        return Json.each(plan.path("offerings"))
                .flatMap(offering -> Json.each(offering.path("sessions")))
                .flatMap(session -> Json.each(session.path("windows")))
                .flatMap(window -> Json.texts(window.path("subjects")).stream())
                .distinct()
                .count();
    }

    /** The code on the first ticket says the number that is printed beside it. */
    private void code(PrintedFile file, SeatedRoom room) {
        if (file.kind() == PrintKind.TICKET) {
            try (var pdf = Poppler.look(file.content())) {
                var said = Code.read(pdf.firstPage());
                var first = PaperCheck.plain(pdf.pages().getFirst());
                scene.check(
                        Claim.CODES_ARE_TICKETS,
                        room.places().stream()
                                        .anyMatch(
                                                place -> place.guest().ticket().equals(said))
                                && first.contains(said),
                        () -> "the code on the first page of " + file + " says «" + said + "»");
            }
        }
    }

    /** The same print by the body has the same bytes, and so has the archive, which holds the same files. */
    private void again(JsonNode print) {
        var body = new PrintDesk(scene, scene.data().officerOf(scene.notice()));
        var second = body.print(site, ALL);
        var others = body.files(second).collect(Collectors.toMap(PrintedFile::name, Function.identity()));
        files.forEach(file -> {
            var other = others.get(file.name());
            scene.check(
                    Claim.SAME_PRINT_SAME_BYTES,
                    other != null && other.isSameAs(file),
                    () -> file + " was printed twice and differs");
        });
        var archive = desk.archive(Json.text(print, "id"));
        scene.check(
                Claim.SAME_PRINT_SAME_BYTES,
                Arrays.equals(archive, desk.archive(Json.text(print, "id"))),
                () -> desk.login() + " fetched one archive twice and it differs");
        var inside = Zip.of(archive);
        scene.check(
                Claim.SAME_PRINT_SAME_BYTES,
                inside.equals(files.stream().collect(Collectors.toMap(PrintedFile::name, PrintedFile::digest))),
                () -> "the archive holds " + inside.keySet());
        if (files.isEmpty()) {
            throw new Unexpected(desk.login() + " had everything printed and got nothing");
        }
    }
}
