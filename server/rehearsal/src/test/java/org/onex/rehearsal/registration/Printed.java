package org.onex.rehearsal.registration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;
import tools.jackson.databind.JsonNode;

/** Plans as a centre tells of them: the chosen one, an old one, one whose levels exclude each other, and two of one name. */
final class Printed {

    static final String CHOSEN = "HK-2024-1-01";
    static final String MORNING = "2024-05-18T08:30:00+08:00/2024-05-18T11:45:00+08:00";
    static final String AFTERNOON = "2024-05-18T14:00:00+08:00/2024-05-18T17:45:00+08:00";

    private Printed() {}

    static JsonNode plan(String code, String name, String... offerings) {
        return FakeCenter.json("{\"code\": \"%s\", \"name\": \"%s\", \"noticeId\": \"7\", \"offerings\": [%s]}"
                .formatted(code, name, String.join(",", offerings)));
    }

    /**
     * @param sittings each from/to, of which everybody gets one
     */
    static String offering(String level, String... sittings) {
        var sessions = Stream.of(sittings)
                .map(hours ->
                        "{\"windows\": [{\"subjects\": [\"THEORY\", \"PRACTICAL\"], \"opens\": \"%s\", \"closes\": \"%s\"}]}"
                                .formatted((Object[]) hours.split("/")))
                .collect(Collectors.joining(","));
        return "{\"qualification\": {\"code\": \"WDYY\", \"name\": \"网店运营推广职业技能等级证书\"}, \"level\": \"%s\", \"sessions\": [%s]}"
                .formatted(level, sessions);
    }

    static Offer offer(String level, String... sittings) {
        return Offer.of(plan(CHOSEN, "第一次", offering(level, sittings))).getFirst();
    }

    private static String summary(JsonNode plan, String phase, String qualification) {
        return "{\"code\": %s, \"name\": %s, \"phase\": \"%s\", \"qualifications\": [{\"code\": \"%s\"}]}"
                .formatted(plan.path("code"), plan.path("name"), phase, qualification);
    }

    /** Has a centre answer so. */
    static void publish(FakeCenter center) {
        var chosen = plan(CHOSEN, "第一次", offering("ELEMENTARY", AFTERNOON), offering("INTERMEDIATE", MORNING));
        var old = plan(
                "HK-2021-1-01", "往年", offering("ELEMENTARY", "2021-05-18T14:00:00+08:00/2021-05-18T17:45:00+08:00"));
        var crowded = plan(
                "HK-2024-1-03",
                "第三次",
                offering("ELEMENTARY", "2024-06-16T14:00:00+08:00/2024-06-16T17:45:00+08:00"),
                offering("ADVANCED", "2024-06-16T13:30:00+08:00/2024-06-16T17:45:00+08:00"));
        var namesake = plan("LC-2023-1-10", "第十次");
        List.of(chosen, old, crowded)
                .forEach(plan -> center.answers(
                        "GET", "/api/plan/plans/" + plan.path("code").asString(), Reply.ok(plan.toString())));
        center.answers(
                "GET",
                "/api/plan/plans",
                Reply.list(Stream.of(
                        summary(chosen, "OPEN", "WDYY"),
                        summary(old, "MARKING", "WDYY"),
                        summary(crowded, "OPEN", "WDYY"),
                        summary(namesake, "OPEN", "XMTYX"),
                        summary(namesake, "OPEN", "YDYY"))));
        center.answers(
                "GET",
                "/api/plan/notices/7",
                Reply.ok("{\"eligibility\": {\"kinds\": [\"COLLEGE\"], \"nonPilotColleges\": false}}"));
    }
}
