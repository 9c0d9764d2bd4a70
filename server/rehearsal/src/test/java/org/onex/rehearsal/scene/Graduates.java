package org.onex.rehearsal.scene;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.Attendance;
import org.onex.rehearsal.people.IdNumbers;
import org.onex.rehearsal.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Six people of two colleges who have seats in the first plan of 003, and what they handed in: four pass, one nearly, one stays away. */
public final class Graduates {

    public static final String PLAN = "HK-2024-1-01";
    /** Of the first college, which owes something. */
    public static final List<String> FIRST = List.of("t1", "t2", "t5");

    public static final List<String> ALL = List.of("t1", "t2", "t3", "t4", "t5", "t6");
    /** Both points; none for who was not there. */
    private static final Map<String, List<Integer>> POINTS = Map.of(
            "t1", List.of(80, 60),
            "t2", List.of(60, 75),
            "t3", List.of(99, 61),
            "t4", List.of(59, 90),
            "t5", List.of(),
            "t6", List.of(70, 70));

    /** Who they are to a rehearsal of so many. */
    private static final List<Person> PEOPLE = people();

    private Graduates() {}

    private static List<Person> people() {
        try (var center = new FakeCenter()) {
            var everybody = Attendance.of(center.scene("003", 1)).getFirst().people();
            return everybody.subList(0, ALL.size());
        }
    }

    private static Person person(String ticket) {
        return PEOPLE.get(ALL.indexOf(ticket));
    }

    /** Their seats are listed, and their scripts are in the books. */
    public static void sitAt(FakeCenter center, Scene scene) {
        center.answers(
                "GET",
                "/api/seating/seats",
                FakeCenter.Reply.list(ALL.stream().map(ticket -> seat(ticket).toString())));
        for (var ticket : ALL) {
            var points = POINTS.getOrDefault(ticket, List.of());
            for (var i = 0; i < points.size(); i++) {
                var run = new SatScript.Run("s", "site", 1, "网店运营推广职业技能等级证书", "初级", i == 0 ? "理论" : "实操", "A", ticket);
                var revision = new SatScript.Revision(Json.object().put("kind", "CANDIDATE"), Map.of(), true);
                var script = new SatScript(attempt(ticket, i), run, List.of(), List.of(revision));
                scene.books().add(script);
                scene.books().mark(script.attempt(), points.get(i));
            }
        }
    }

    /**
     * @param subject 0 for theory, 1 for the practical one
     */
    public static String attempt(String ticket, int subject) {
        return ticket + (subject == 0 ? "-theory" : "-practical");
    }

    public static String college(String ticket) {
        return FIRST.contains(ticket) ? "90001" : "90002";
    }

    public static String name(String ticket) {
        return person(ticket).name();
    }

    public static String idNumber(String ticket) {
        return person(ticket).idNumber();
    }

    public static String maskedNumber(String ticket) {
        return IdNumbers.masked(idNumber(ticket));
    }

    private static ObjectNode seat(String ticket) {
        var seat = Json.object()
                .put("candidate", "c-" + ticket)
                .put("registration", "r-" + ticket)
                .put("ticket", ticket)
                .put("name", name(ticket))
                .put("number", maskedNumber(ticket))
                .put("level", "ELEMENTARY")
                .put("slot", 1)
                .put("form", "A")
                .put("opens", "2024-05-18T09:00:00+08:00")
                .put("closes", "2024-05-18T12:00:00+08:00");
        seat.putObject("college").put("code", college(ticket));
        seat.putObject("qualification").put("code", "WDYY");
        seat.putObject("site").put("id", "site").put("name", "考点");
        return seat;
    }

    /** What each subject gave, as an examiner would list it. */
    public static Stream<JsonNode> entries(String ticket) {
        var points = POINTS.getOrDefault(ticket, List.of());
        return Stream.of(0, 1).map(subject -> {
            var entry = Json.object()
                    .put("subject", subject == 0 ? "THEORY" : "PRACTICAL")
                    .put("full", 100);
            return points.isEmpty()
                    ? entry.put("status", "ABSENT").putNull("score")
                    : entry.put("status", "SCORED").put("score", points.get(subject));
        });
    }
}
