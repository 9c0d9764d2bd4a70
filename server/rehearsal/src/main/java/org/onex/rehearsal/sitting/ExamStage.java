package org.onex.rehearsal.sitting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onex.rehearsal.dispatch.Subjects;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.people.Bearers;
import org.onex.rehearsal.people.SentPhotos;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import org.onex.rehearsal.seating.Place;
import org.onex.rehearsal.seating.SeatLists;
import tools.jackson.databind.JsonNode;

/** The day of the exam (正式考试): at every site everybody with a ticket sits at the site's own node, slot by slot, and nothing goes smoothly. */
public final class ExamStage implements Stage {

    /** Of who plays which part. */
    private static final long SEED = 20240518;

    @Override
    public Step step() {
        return Step.EXAM;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var places = new SeatLists(scene).places();
        var counts = new LinkedHashMap<String, Long>();
        List.of("candidates", "sat", "subjects", "entries acknowledged", "machines changed")
                .forEach(counted -> counts.put(counted, 0L));
        if (scene.nodes().all().isEmpty()) {
            return counts; // nothing was dispatched
        }
        new Day(scene, places).play(counts);
        return counts;
    }

    /** What happens on it. */
    private static final class Day {

        private final Scene scene;
        private final Map<String, Wire> wires = new HashMap<>();
        private final CenterTime time;
        private final Tally tally = new Tally();
        private final Findings<AnswerClaim> findings = new Findings<>(AnswerClaim.class);
        private final Map<String, List<MockExam.Staff>> keepers = new HashMap<>();
        private final Map<Integer, List<Place>> slots = new TreeMap<>();
        private final Cast cast;
        private int people;

        Day(Scene scene, List<Place> places) {
            this.scene = scene;
            var colleges =
                    scene.data().colleges().stream().map(DemoData.College::code).toList();
            cast = Cast.of(places, colleges, SEED);
            for (var place : places) {
                wires.computeIfAbsent(place.spot().site(), this::wire);
                slots.computeIfAbsent(place.spot().slot(), slot -> new ArrayList<>())
                        .add(place);
            }
            time = new CenterTime(scene.center(), wires.values());
            wires.keySet().forEach(this::readKeepers);
        }

        private Wire wire(String site) {
            return new Wire(scene.nodes()
                    .of(site)
                    .orElseThrow(() -> new Unexpected("the site " + site + " has no node"))
                    .address());
        }

        /** Who keeps which room, with the PIN that stands on their paper. */
        private void readKeepers(String site) {
            var body = scene.data().officerOf(scene.notice());
            var view = scene.center()
                    .as(body)
                    .get("/api/staffing/plans/" + scene.plan().code() + "/sites/" + site)
                    .orFail();
            for (var room : view.path("rooms").values()) {
                keepers.put(
                        Json.text(room.path("opening"), "id"),
                        Json.each(room.path("invigilators")).map(this::keeper).toList());
            }
        }

        private MockExam.Staff keeper(JsonNode invigilator) {
            var number = Json.text(invigilator, "number");
            return new MockExam.Staff(number, scene.nodes().pins().getOrDefault(number, ""));
        }

        void play(Map<String, Long> counts) {
            var bearers = Bearers.of(scene);
            var subjects = Subjects.of(scene.center()
                    .operator()
                    .get("/api/plan/plans/" + scene.plan().code())
                    .orFail());
            var photos = SentPhotos.of(scene);
            var inTime = slots.values().stream()
                    .sorted(Comparator.comparing(
                            places -> places.getFirst().spot().opens()))
                    .toList();
            for (var places : inTime) {
                var rooms = rooms(places);
                var everybody = new ArrayList<Examinee>();
                for (var place : places) {
                    var guest = place.guest();
                    var paperwork = new Examinee.Paperwork(
                            place, bearers.number(guest.name(), guest.maskedNumber()), subjects.of(guest));
                    var room = Objects.requireNonNull(rooms.get(place.spot().opening()));
                    everybody.add(new Examinee(scene, room, paperwork, cast.of(place), people++));
                }
                new SlotExam(scene, time, rooms, everybody).play(photos);
                count(counts, everybody);
            }
            scene.findings().add(Claim.ANSWERS_ARE_KEPT, findings);
            counts.put("entries acknowledged", tally.of("entries acknowledged"));
            counts.put("machines changed", tally.of("machines changed"));
            counts.put("incidents", (long) scene.books().incidents().size());
            counts.put("handed in by invigilators", forced());
        }

        private long forced() {
            return scene.books().scripts().stream()
                    .filter(script -> script.revisions().getFirst().kind().equals("FORCED"))
                    .count();
        }

        /** By the opening. */
        private Map<String, Room> rooms(List<Place> places) {
            return places.stream()
                    .map(Place::spot)
                    .collect(Collectors.toMap(Place.Spot::opening, this::room, (one, again) -> one));
        }

        private Room room(Place.Spot spot) {
            var wire = Objects.requireNonNull(wires.get(spot.site()));
            var staff = keepers.getOrDefault(spot.opening(), List.of());
            var invigilator = new Invigilator(wire, staff, Pace.OF_PEOPLE, new Random(spot.room()));
            return new Room(wire, invigilator, Pace.OF_PEOPLE, time, tally, findings);
        }

        private static void count(Map<String, Long> counts, List<Examinee> everybody) {
            counts.merge("candidates", (long) everybody.size(), Long::sum);
            everybody.stream().filter(examinee -> examinee.role().sits()).forEach(examinee -> {
                counts.merge("sat", 1L, Long::sum);
                counts.merge("subjects", (long) examinee.begun(), Long::sum);
            });
        }
    }
}
