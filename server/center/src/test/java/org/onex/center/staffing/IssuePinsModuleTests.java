package org.onex.center.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.staffing.InvigilatorTests.assertRefused;
import static org.onex.center.staffing.StaffingDesk.PLAN;
import static org.onex.center.staffing.StaffingFixtures.AFTERNOON;
import static org.onex.center.staffing.StaffingFixtures.BODY;
import static org.onex.center.staffing.StaffingFixtures.COLLEGE;
import static org.onex.center.staffing.StaffingFixtures.HONGKE;
import static org.onex.center.staffing.StaffingFixtures.MORNING;
import static org.onex.center.staffing.StaffingFixtures.hours;
import static org.onex.center.staffing.StaffingFixtures.teacher;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.Staff;
import org.onex.center.seating.SeatsWithdrawn;
import org.onex.center.staffing.SeatingOnPaper.Hours;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** PINs in a real database: for everybody assigned, the newest only, readable to nobody but the node's bundle. */
@CenterTest
@Import({SeatingOnPaper.Configuration.class, StaffingDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuePinsModuleTests {

    @LocalServerPort
    private int port;

    @Autowired
    private StaffingDesk desk;

    @Autowired
    private SeatingOnPaper seating;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AssignInvigilators assign;

    @Autowired
    private DecideOnInvigilators decide;

    @Autowired
    private IssuePins pins;

    @Autowired
    private StaffedSites sites;

    @Autowired
    private StaffingDirectory directory;

    @Autowired
    private SiteStaffingViews views;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private UUID site = new UUID(0, 0);

    @BeforeAll
    void publishNotice() {
        desk.publishNotice(port);
    }

    @BeforeEach
    void nobodyIsAssigned() {
        desk.clear();
        seating.clear();
        site = desk.site("90001");
    }

    @Test
    void everybodyAssignedGetsOnePinForAllTheirRooms() {
        seating.arrange(PLAN, site, new Hours(MORNING, 40), new Hours(AFTERNOON, 60));
        desk.approved("90001", 3);
        draw();
        var issued = issue();
        assertThat(issued).hasSize(3).extracting(IssuePins.Issued::number).isSorted();
        assertThat(issued.stream().mapToInt(one -> one.rooms().size()).sum()).isEqualTo(5);
        assertThat(issued.stream().map(one -> one.pin().value()).distinct()).hasSize(3);
        assertThat(directory.pins(PLAN, site)).isEqualTo(byInvigilator(issued));
    }

    @Test
    void whatWasIssuedBeforeStopsCounting() {
        seating.arrange(PLAN, site, new Hours(MORNING, 40));
        desk.approved("90001", 2);
        draw();
        var first = byInvigilator(issue());
        var second = byInvigilator(issue());
        assertThat(directory.pins(PLAN, site)).isEqualTo(second);
        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(second).isNotEqualTo(first);
        assertRefused("changed", () -> pins.issue(desk.place(PLAN, site), 1, COLLEGE));
    }

    @Test
    void whoLeavesTheSiteLosesTheirPinAndDoesNotGetItBack() {
        var room = seating.arrange(PLAN, site, new Hours(MORNING, 40))
                .openings()
                .getFirst()
                .id();
        var people = desk.approved("90001", 2).stream().map(Invigilator::id).toList();
        draw();
        issue();
        put(room, List.of(people.getFirst()));
        assertThat(directory.pins(PLAN, site)).containsOnlyKeys(people.getFirst());
        put(room, people);
        assertThat(directory.pins(PLAN, site)).containsOnlyKeys(people.getFirst());
        var shown = views.of(desk.place(PLAN, site)).rooms().getFirst().invigilators();
        assertThat(shown.stream().filter(one -> !one.hasPin()))
                .extracting(SiteStaffing.RoomInvigilator::id)
                .containsExactly(people.getLast());
    }

    @Test
    void whoRetiresLosesTheirPin() {
        seating.arrange(PLAN, site, new Hours(MORNING, 40));
        var gone = desk.approved("90001", 2).getFirst();
        draw();
        issue();
        decide.retire(gone.id(), gone.version(), "调离", COLLEGE);
        assertThat(directory.pins(PLAN, site)).hasSize(1).doesNotContainKey(gone.id());
    }

    @Test
    void whoIssuesPinsAndWhoRetiresAnInvigilatorDoNotWaitForEachOther() throws Exception {
        seating.arrange(PLAN, site, new Hours(MORNING, 40));
        var gone = desk.approved("90001", 2).getFirst();
        draw();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var retired = transaction.execute(status -> {
                var held = sites.hold(PLAN, site);
                var retiring = others.submit(() -> decide.retire(gone.id(), gone.version(), "调离", COLLEGE));
                awaitSomebodyWhoWaits();
                pins.issue(desk.place(PLAN, site), held.version(), COLLEGE);
                return retiring;
            });
            assertThat(retired.get().state()).isEqualTo(Invigilator.State.RETIRED);
        }
        assertThat(directory.pins(PLAN, site)).hasSize(1).doesNotContainKey(gone.id());
    }

    private void awaitSomebodyWhoWaits() {
        var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(limit);
        }
    }

    @Test
    void othersSeeAnotherVersionWhenPeopleChangeAndTheSameWhenPinsDo() {
        assertThat(directory.version(PLAN, site)).isZero();
        seating.arrange(PLAN, site, new Hours(MORNING, 40));
        var gone = desk.approved("90001", 2).getFirst();
        draw();
        var drawn = directory.version(PLAN, site);
        issue();
        assertThat(directory.version(PLAN, site)).isEqualTo(drawn).isPositive();
        decide.retire(gone.id(), gone.version(), "调离", COLLEGE);
        assertThat(directory.version(PLAN, site)).isGreaterThan(drawn);
    }

    @Test
    void withTheSeatsThePinsFall() {
        seating.arrange(PLAN, site, new Hours(MORNING, 40));
        desk.approved("90001", 2);
        draw();
        issue();
        transaction.executeWithoutResult(status -> events.publishEvent(new SeatsWithdrawn(PLAN, site)));
        assertThat(directory.pins(PLAN, site)).isEmpty();
        assertThat(views.of(desk.place(PLAN, site)).pinsIssuedAt()).isNull();
    }

    @Test
    void onlyTheSitesCollegeIssuesAndOnlyForSomebody() {
        assertRefused("not-arranged", this::issue);
        seating.arrange(PLAN, site, new Hours(hours("2024-04-01T09:00:00", "2024-04-01T11:00:00"), 40));
        assertRefused("nobody-assigned", this::issue);
        assertRefused("not-yours", () -> pins.issue(desk.place(PLAN, site), desk.version(PLAN, site), BODY));
    }

    @Test
    void aPinIsReadableNeitherInTheDatabaseNorOnTheTrail() {
        seating.arrange(PLAN, site, new Hours(MORNING, 40));
        desk.approved("90001", 2);
        draw();
        var issued = issue();
        assertThat(issued).hasSize(2).allSatisfy(one -> {
            assertThat(jdbc.sql(
                                    "select count(*) from staffing.pin where position(convert_to(:pin, 'UTF8') in pin_sealed) > 0")
                            .param("pin", one.pin().value())
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select count(*) from audit.entry where strpos(facts || subject, :pin) > 0")
                            .param("pin", one.pin().value())
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(one.toString()).doesNotContain(one.pin().value());
        });
        assertThat(desk.lastFacts("staffing.issue-pins"))
                .contains("\"issued\":2")
                .contains(PLAN);
    }

    @Test
    void overHttpAPinIsShownOnceAndInNoOtherAnswer() {
        seating.arrange(PLAN, site, new Hours(MORNING, 40));
        desk.enter("90001", HONGKE, teacher(1));
        desk.enter("90001", HONGKE, teacher(2));
        var path = "/api/staffing/plans/" + PLAN + "/sites/" + site;
        try (var college = Staff.signedIn(port, "college01");
                var body = Staff.signedIn(port, "hongke");
                var stranger = Staff.signedIn(port, "aopai")) {
            var drawn = college.post(path + "/draw", Map.of("version", 0));
            assertThat(drawn.body().path("rooms").path(0).path("missing").asInt(-1))
                    .isZero();
            assertThat(body.post(path + "/pins", Map.of("version", 1)).code()).isEqualTo("staffing.not-yours");
            assertThat(stranger.get(path).code()).isEqualTo("staffing.site-unknown");
            var issued = college.post(path + "/pins", Map.of("version", 1));
            assertThat(issued.body().path("pins").size()).isEqualTo(2);
            var pin = issued.body().path("pins").path(0).path("pin").asString();
            assertThat(pin).matches("\\d{8}");
            for (var answer : List.of(college.get(path), body.get(path))) {
                assertThat(answer.body().path("version").asInt()).isEqualTo(2);
                assertThat(answer.body().path("pinsIssuedAt").asString()).endsWith("+08:00");
                assertThat(answer.body().toString()).doesNotContain(pin);
            }
        }
    }

    private void draw() {
        assign.draw(desk.place(PLAN, site), desk.version(PLAN, site), 1, COLLEGE);
    }

    private void put(UUID room, List<UUID> people) {
        assign.assign(desk.place(PLAN, site), room, desk.version(PLAN, site), people, COLLEGE);
    }

    private List<IssuePins.Issued> issue() {
        return pins.issue(desk.place(PLAN, site), desk.version(PLAN, site), COLLEGE);
    }

    private Map<UUID, String> byInvigilator(List<IssuePins.Issued> issued) {
        var ids = directory.assigned(PLAN, site).stream()
                .collect(Collectors.toMap(
                        AssignedInvigilator::number, AssignedInvigilator::invigilator, (one, same) -> one));
        return issued.stream()
                .collect(Collectors.toMap(
                        one -> ids.get(one.number()), one -> one.pin().value()));
    }
}
