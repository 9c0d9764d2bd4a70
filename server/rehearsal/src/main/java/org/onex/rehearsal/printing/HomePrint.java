package org.onex.rehearsal.printing;

import java.util.List;
import java.util.stream.Collectors;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;

/** The tickets of a college's own candidates, wherever they sit, and one printed again for somebody who lost theirs. */
final class HomePrint {

    private final Scene scene;
    private final PaperCheck check;
    private final PrintDesk desk;

    HomePrint(Scene scene, DemoData.College college, PaperCheck check) {
        this.scene = scene;
        this.check = check;
        this.desk = new PrintDesk(scene, scene.data().officerOf(college));
    }

    /**
     * @param own seats of the college's people
     */
    void play(List<Place> own) {
        var everything = desk.order(null, List.of(PrintKind.values()));
        scene.check(
                Claim.ONLY_WHOM_IT_CONCERNS,
                !everything.isFine() && everything.code().equals("printing.invalid"),
                () -> desk.login() + " has sign-in sheets of others' sites printed, " + everything);
        var print = desk.print(null, List.of(PrintKind.TICKET));
        var rooms = SeatedRoom.of(own);
        var files = desk.files(print).toList();
        var openings = files.stream().map(PrintedFile::opening).collect(Collectors.toSet());
        scene.check(
                Claim.PRINTED_AS_SEATED,
                openings.equals(rooms.keySet()) && files.size() == rooms.size(),
                () -> desk.login() + "'s people sit in " + rooms.size() + " rooms, printed are " + files);
        files.parallelStream().forEach(file -> {
            var room = rooms.get(file.opening());
            if (room != null) {
                check.check(file, room);
            }
        });
        one(own.getLast());
    }

    private void one(Place place) {
        var content = desk.ticket(place.guest().ticket());
        try (var pdf = Poppler.look(content)) {
            var pages = pdf.pages();
            scene.check(
                    Claim.PRINTED_AS_SEATED,
                    pages.size() == 1
                            && PaperCheck.plain(pages.getFirst())
                                    .contains(place.guest().ticket())
                            && Code.read(pdf.firstPage()).equals(place.guest().ticket()),
                    () -> place + " lost their ticket and gets another's");
        }
    }
}
