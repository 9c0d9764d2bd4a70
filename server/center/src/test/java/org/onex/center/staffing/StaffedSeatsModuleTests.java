package org.onex.center.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.staffing.StaffingDesk.PLAN;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onex.center.CenterTest;
import org.onex.center.Staff;
import org.onex.center.registration.RegistrationsChanged;
import org.onex.center.registration.RegistrationsFrozen;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Seating and staffing together over HTTP: rooms are staffed when seats are given, and empty when they are taken back. */
@CenterTest
@Import({RollsOnPaper.Configuration.class, StaffingDesk.class})
class StaffedSeatsModuleTests {

    private static final String SITES = "/api/site/sites";

    @LocalServerPort
    private int port;

    @Autowired
    private StaffingDesk desk;

    @Autowired
    private RollsOnPaper rolls;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Clock clock;

    @Test
    void roomsAreStaffedOnceSeatsAreGivenAndUntilTheyAreTakenBack() {
        desk.publishNotice(port);
        try (var college = Staff.signedIn(port, "college01");
                var body = Staff.signedIn(port, "hongke")) {
            var site = approvedSite(college, body);
            var seating = "/api/seating/plans/" + PLAN + "/sites/" + site;
            var staffing = "/api/staffing/plans/" + PLAN + "/sites/" + site;
            register(UUID.fromString(site), 45);
            desk.approved("90001", 3);
            assertThat(college.post(staffing + "/draw", Map.of("version", 0)).code())
                    .isEqualTo("staffing.not-arranged");

            arrange(seating, college, body);
            var drawn = college.post(staffing + "/draw", Map.of("version", 0)).body();
            assertThat(drawn.path("arranged").asBoolean()).isTrue();
            assertThat(drawn.path("rooms").size()).isEqualTo(1);
            var room = drawn.path("rooms").path(0);
            assertThat(room.path("people").asInt()).isEqualTo(45);
            assertThat(room.path("required").asInt()).isEqualTo(3);
            assertThat(room.path("invigilators").size()).isEqualTo(3);
            assertThat(room.path("opening").path("opens").asString()).isEqualTo("2024-05-18T14:00:00+08:00");
            assertThat(college.post(staffing + "/pins", Map.of("version", 1))
                            .body()
                            .path("pins")
                            .size())
                    .isEqualTo(3);

            var withdrawn = body.post(
                    seating + "/arrangement/withdrawal",
                    Map.of("version", version(body.get(seating).body()), "reason", "换机房"));
            assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
            var empty = body.get(staffing).body();
            assertThat(empty.path("arranged").asBoolean(true)).isFalse();
            assertThat(empty.path("rooms").size()).isZero();
            assertThat(empty.path("pinsIssuedAt").isNull()).isTrue();
            assertThat(desk.assigned(PLAN, UUID.fromString(site))).isEmpty();
        }
    }

    private void register(UUID site, int people) {
        rolls.write(site, people);
        transaction.executeWithoutResult(status -> events.publishEvent(new RegistrationsChanged(PLAN, "90001")));
        transaction.executeWithoutResult(status -> events.publishEvent(new RegistrationsFrozen(PLAN, clock.instant())));
    }

    /** 初级 is in the afternoon, which is the second slot. */
    private static void arrange(String seating, Staff college, Staff body) {
        var view = college.get(seating).body();
        var room = view.path("rooms").path(0).path("id").asString();
        var opened = put(
                college,
                seating + "/openings",
                Map.of(
                        "version",
                        version(view),
                        "openings",
                        List.of(Map.of("slot", 2, "room", room, "seats", 45, "columns", 9))));
        var arranged = body.post(seating + "/arrangement", Map.of("version", version(opened), "seed", 7));
        assertThat(arranged.body().path("state").asString())
                .as(arranged.toString())
                .isEqualTo("ARRANGED");
    }

    private static JsonNode put(Staff staff, String path, Object json) {
        var answer = staff.put(path, json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    private static String approvedSite(Staff college, Staff body) {
        var room = Map.of(
                "name",
                "301室",
                "building",
                "实训楼",
                "machines",
                60,
                "spareMachines",
                5,
                "cameras",
                true,
                "network",
                true);
        var details = Map.of(
                "name",
                "示范一考点",
                "address",
                "学府路1号",
                "managerName",
                "张示范",
                "managerPhone",
                "12000000001",
                "rooms",
                List.of(room));
        var id = college.post(SITES, Map.of("qualification", "WDYY", "details", details))
                .body()
                .path("id")
                .asString();
        college.post(SITES + "/" + id + "/submission", Map.of("version", 1));
        var approved = body.post(SITES + "/" + id + "/approval", Map.of("version", 2));
        assertThat(approved.body().path("state").asString()).isEqualTo("APPROVED");
        return id;
    }

    private static int version(JsonNode view) {
        return view.path("version").asInt();
    }
}
