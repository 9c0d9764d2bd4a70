package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.dispatch.DispatchDesk.PIN;
import static org.onex.center.dispatch.DispatchDesk.PLAN;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.dispatch.DispatchDesk;
import org.onex.center.dispatch.DispatchDesk.Guest;
import org.onex.center.node.CenterSignature;
import org.onex.center.paper.SealedPaper;
import org.onex.center.seating.Seat;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.Digests;
import org.onex.foundation.vault.HashKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An exam's way from the seats at the centre to the exam servers of two sites, and what each of them may have of it and when. */
@CenterTest
@Import(DispatchDesk.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DispatchJourneyTests {

    private static final String PLANS = "/api/dispatch/plans";
    private static final String DELIVERIES = "/api/dispatch/deliveries";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private DispatchDesk desk;

    @Autowired
    private CenterSignature center;

    @Autowired
    private JdbcClient jdbc;

    private Staff body;
    private Staff otherBody;
    private Staff host;
    private Staff stranger;
    private Staff operator;
    private ExamServer machine;
    private ExamServer foreign;
    private UUID node;
    private UUID site;
    private UUID otherSite;
    private List<Seat> seats;
    private SealedPaper theory;
    private SiteBundle first;
    private byte[] letter;

    @BeforeAll
    void twoSitesHaveSeats() {
        Parties.enter(port);
        Parties.enterCollege(port, "90002", "示范二职业技术学院", true);
        body = Staff.signedIn(port, "hongke");
        otherBody = Staff.signedIn(port, "aopai");
        host = Staff.signedIn(port, "college01");
        stranger = Staff.signedIn(port, "college90002");
        operator = Staff.signedIn(port, "operator");
        var loaded = body.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003());
        body.post("/api/plan/notices/" + loaded.body().path("id").asString() + "/publication", Map.of());
        assertThat(body.post(PLANS + "/" + PLAN + "/packing", Map.of()).code()).isEqualTo("dispatch.nothing-arranged");
        site = desk.site("90001", "示范一考核站点");
        otherSite = desk.site("90002", "示范二考核站点");
        desk.approve(site);
        desk.approve(otherSite);
        machine = new ExamServer(port);
        foreign = new ExamServer(port);
        node = desk.enrol(site, "实训楼服务器", machine);
        desk.enrol(otherSite, "外校服务器", foreign);
        seats = desk.arrange(
                site,
                1,
                List.of(
                        Guest.of("王㛃", Level.ELEMENTARY),
                        Guest.of("𠮷田", Level.ELEMENTARY),
                        new Guest("欧阳䶮", Level.ELEMENTARY, List.of(Subject.PRACTICAL), false)));
        desk.arrange(otherSite, 1, List.of(Guest.of("李晓燕", Level.INTERMEDIATE)));
    }

    @AfterAll
    void everybodyGoesHome() {
        List.of(body, otherBody, host, stranger, operator).forEach(Staff::close);
        machine.close();
        foreign.close();
    }

    @Test
    @Order(1)
    void whatIsToBePackedIsSeenByTheBodyAndByEachSitesCollege() {
        var plan = body.get(PLANS).body().path("items").path(0);
        assertThat(plan.path("plan").path("code").asString()).isEqualTo(PLAN);
        assertThat(plan.path("examDate").asString()).isEqualTo("2024-05-18");
        assertThat(plan.path("sites").asInt()).isEqualTo(2);
        assertThat(plan.path("bundles").asInt()).isEqualTo(2);
        assertThat(plan.path("packed").asInt()).isZero();
        var own = bundles(host);
        assertThat(own).hasSize(1);
        assertThat(own.path(0).path("state").asString()).isEqualTo("UNPACKED");
        assertThat(own.path(0).path("id").isNull()).isTrue();
        assertThat(own.path(0).path("people").asInt()).isEqualTo(3);
        assertThat(own.path(0).path("slot").path("opens").asString()).isEqualTo("2024-05-18T14:00:00+08:00");
        assertThat(own.path(0).path("keysFrom").asString()).isEqualTo("2024-05-18T13:50:00+08:00");
        assertThat(own.path(0).path("nodes").path(0).path("state").asString()).isEqualTo("WAITING");
        assertThat(host.get(PLANS).body().path("items").path(0).path("bundles").asInt())
                .isEqualTo(1);
        assertThat(otherBody.get(PLANS).body().path("items")).isEmpty();
        assertThat(bundles(otherBody)).isEmpty();
        assertThat(machine.get(DELIVERIES).json().path("items")).isEmpty();
    }

    private JsonNode bundles(Staff staff) {
        return staff.get(PLANS + "/" + PLAN + "/bundles").body().path("items");
    }

    @Test
    @Order(2)
    void theListGoesOnFromPageToPage() {
        var one = body.get(PLANS + "/" + PLAN + "/bundles?limit=1").body();
        assertThat(one.path("total").path("count").asInt()).isEqualTo(2);
        var two = body.get(PLANS + "/" + PLAN + "/bundles?limit=1&after="
                        + one.path("next").asString())
                .body();
        assertThat(two.path("next").isNull()).isTrue();
        assertThat(List.of(siteOf(one), siteOf(two))).containsExactlyInAnyOrder(site.toString(), otherSite.toString());
        assertThat(body.get(PLANS + "?after=eA").code()).isEqualTo("request.invalid");
        assertThat(body.get(PLANS + "/" + PLAN + "/bundles?after=eA").code()).isEqualTo("request.invalid");
    }

    private static String siteOf(JsonNode page) {
        return page.path("items").path(0).path("site").path("id").asString();
    }

    @Test
    @Order(3)
    void withoutASealedPaperNothingIsPackedAndEverybodyIsToldWhich() {
        theory = desk.sealPaper(Level.ELEMENTARY, Subject.THEORY, false);
        var facts = packed().path("facts");
        assertThat(facts.path("blocked").asInt()).isEqualTo(2);
        assertThat(facts.path("packed").asInt()).isZero();
        var blocked = bundles(host).path(0);
        assertThat(blocked.path("state").asString()).isEqualTo("BLOCKED");
        assertThat(blocked.path("version").isNull()).isTrue();
        assertThat(blocked.path("problems")).hasSize(1);
        var problem = blocked.path("problems").path(0);
        assertThat(problem.path("code").asString()).isEqualTo("NO_PAPER");
        assertThat(problem.path("facts").path("subject").asString()).isEqualTo("PRACTICAL");
        assertThat(problem.path("facts").path("level").asString()).isEqualTo("ELEMENTARY");
        assertThat(problem.path("facts").path("qualification").asString()).isEqualTo("网店运营推广职业技能等级证书");
        assertThat(machine.get(DELIVERIES).json().path("items"))
                .as("never half a bundle")
                .isEmpty();
        assertThat(body.get(PLANS).body().path("items").path(0).path("blocked").asInt())
                .isEqualTo(2);
        for (var nobodys : List.of(otherBody, host)) {
            assertThat(nobodys.post(PLANS + "/" + PLAN + "/packing", Map.of()).status())
                    .isGreaterThan(400);
        }
        assertThat(otherBody.post(PLANS + "/" + PLAN + "/packing", Map.of()).code())
                .isEqualTo("dispatch.plan-unknown");
    }

    private JsonNode packed() {
        var started = body.post(PLANS + "/" + PLAN + "/packing", Map.of());
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        var job = body.whenJobEnded(started.body().path("job").asString());
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        return job;
    }

    @Test
    @Order(4)
    void theNodeGetsALetterThatOnlyItOpensAndTheCentreHasSigned() {
        desk.sealPaper(Level.ELEMENTARY, Subject.PRACTICAL, true);
        desk.issuePins(site, PIN);
        assertThat(packed().path("facts").path("packed").asInt()).isEqualTo(1);
        var listed = machine.get(DELIVERIES);
        assertThat(listed.isSignedBy(center.verifyingKey())).isTrue();
        var item = listed.json().path("items").path(0);
        assertThat(item.path("version").asInt()).isEqualTo(1);
        assertThat(item.path("entryOpensAt").asString()).isEqualTo("2024-05-18T13:30:00+08:00");
        assertThat(item.path("closesAt").asString()).isEqualTo("2024-05-18T17:45:00+08:00");
        letter = blob(item.path("sha256").asString(), item.path("bytes").asLong());
        first = opened(letter);
        assertThat(first.id()).hasToString(item.path("bundle").asString());
        assertThat(machine.get(DELIVERIES).json())
                .as("the same letter ever after")
                .isEqualTo(listed.json());
        assertThat(foreign.get(DELIVERIES).json().path("items")).isEmpty();
    }

    /** Fetches bytes by their name and holds them against it. */
    private byte[] blob(String sha256, long bytes) {
        var answer = machine.get("/api/dispatch/blobs/" + sha256);
        assertThat(answer.status()).as(sha256).isEqualTo(200);
        assertThat(Digests.sha256(answer.body())).isEqualTo(sha256);
        assertThat(answer.body()).hasSize((int) bytes);
        assertThat(foreign.get("/api/dispatch/blobs/" + sha256).code()).isEqualTo("dispatch.blob-unknown");
        return answer.body();
    }

    private SiteBundle opened(byte[] sealed) {
        return JSON.readValue(machine.opened(sealed, center.verifyingKey()), SiteBundle.class);
    }

    @Test
    @Order(5)
    void theBundleIsTheSeatingAndNoIdNumberIsReadable() {
        assertThat(first.format()).isEqualTo(2);
        assertThat(first.place()).isEqualTo(new SiteBundle.Place(site, "示范一考核站点", PLAN, 2));
        assertThat(first.sessions()).extracting(SiteBundle.Session::subject).containsExactly("理论", "实操");
        assertThat(first.sessions().getLast().after())
                .isEqualTo(first.sessions().getFirst().id());
        assertThat(first.seatings()).hasSize(3);
        var key = HashKey.ofBase64(first.idHashKey());
        for (int i = 0; i < seats.size(); i++) {
            var seat = seats.get(i);
            var seating = first.seatings().get(i);
            assertThat(seating.ticket()).isEqualTo(seat.ticket());
            assertThat(seating.name()).isEqualTo(seat.name());
            assertThat(seating.idHash()).isEqualTo(key.hash(seat.idNumber().value()));
            assertThat(seating.maskedId()).isEqualTo(seat.idNumber().masked());
            assertThat(seating.runs()).allMatch(run -> run.form().equals(seat.form()));
            assertThat(new String(machine.opened(letter, center.verifyingKey()), StandardCharsets.UTF_8))
                    .doesNotContain(seat.idNumber().value());
        }
        assertThat(first.seatings())
                .extracting(seating -> seating.runs().size())
                .containsExactly(2, 2, 1);
        assertThat(first.seatings())
                .extracting(SiteBundle.Seating::room)
                .containsExactly("第1考场 实训楼 301", "第1考场 实训楼 301", "第2考场 实训楼 302");
        assertThat(first.invigilators())
                .containsExactly(
                        new SiteBundle.RoomKeeper("JKC00000001", "周监考", key.hash(PIN), List.of("第1考场 实训楼 301")));
        var view = bundles(host).path(0);
        assertThat(view.path("state").asString()).isEqualTo("PACKED");
        assertThat(view.path("sessions").asInt()).isEqualTo(2);
        assertThat(view.path("warnings").toString()).contains("PAPER_IS_DRILL", "NO_INVIGILATOR", "第2考场", "NO_PHOTO");
    }

    @Test
    @Order(6)
    void photosOpenWithTheBundlesKeyAndNobodyElseGetsThem() {
        var photo = Objects.requireNonNull(first.seatings().getFirst().photo());
        assertThat(photo.type()).isEqualTo("image/jpeg");
        var plain = DataKey.of(Base64.getDecoder().decode(first.photoKey()))
                .open(blob(photo.sha256(), photo.bytes()), "onex-photo-v1");
        assertThat(plain).isEqualTo(desk.photo(seats.getFirst().registration().candidate()));
        assertThat(first.seatings().getLast().photo()).isNull();
    }

    @Test
    @Order(7)
    void anInterruptedFileGoesOnWhereItStopped() {
        var sha256 = first.sessions().getFirst().papers().getFirst().sha256();
        var path = "/api/dispatch/blobs/" + sha256;
        var whole = machine.get(path).body();
        var rest = ranged(path, "bytes=10-");
        assertThat(rest.status()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole, 10, whole.length));
        assertThat(rest.headers().get("content-range"))
                .isEqualTo("bytes 10-" + (whole.length - 1) + "/" + whole.length);
        assertThat(ranged(path, "bytes=" + whole.length + "-").status()).isEqualTo(416);
        for (var name : List.of("0".repeat(64), "no-hash", sha256.toUpperCase())) {
            assertThat(machine.get("/api/dispatch/blobs/" + name).code()).isEqualTo("dispatch.blob-unknown");
        }
    }

    private ExamServer.Answer ranged(String path, String range) {
        return machine.send("GET", path, new byte[0], fields -> {
            var more = new HashMap<>(fields);
            more.put("Range", range);
            return more;
        });
    }

    @Test
    @Order(8)
    void whatBecameOfItIsSeenByPeople() {
        var path = DELIVERIES + "/" + first.id();
        assertThat(foreign.put(path, report(1, "INSTALLED", null)).code()).isEqualTo("dispatch.bundle-unknown");
        assertThat(machine.put(path, report(2, "INSTALLED", null)).code()).isEqualTo("dispatch.bundle-unknown");
        assertThat(machine.put(path, report(0, "INSTALLED", null)).code()).isEqualTo("dispatch.invalid");
        assertThat(machine.put(path, report(1, "REFUSED", null)).code()).isEqualTo("dispatch.invalid");
        assertThat(machine.put(path, report(1, "INSTALLED", "courier.x")).code())
                .isEqualTo("dispatch.invalid");
        assertThat(machine.put(path, report(1, "REFUSED", "courier.bundle-broken"))
                        .status())
                .isEqualTo(204);
        assertThat(onlyNode().path("state").asString()).isEqualTo("REFUSED");
        assertThat(onlyNode().path("problem").asString()).isEqualTo("courier.bundle-broken");
        assertThat(machine.put(path, report(1, "INSTALLED", null)).status()).isEqualTo(204);
        assertThat(machine.put(path, report(1, "REFUSED", "courier.bundle-broken"))
                        .status())
                .isEqualTo(204);
        assertThat(onlyNode().path("state").asString())
                .as("a replay takes nothing back")
                .isEqualTo("INSTALLED");
        assertThat(onlyNode().path("id").asString()).isEqualTo(node.toString());
        assertThat(host.get(PLANS)
                        .body()
                        .path("items")
                        .path(0)
                        .path("installed")
                        .asInt())
                .isEqualTo(1);
    }

    private static Map<String, Object> report(int version, String state, String problem) {
        var report = new HashMap<String, Object>(Map.of("version", version, "state", state));
        report.put("problem", problem);
        return report;
    }

    private JsonNode onlyNode() {
        var nodes = bundles(host).path(0).path("nodes");
        assertThat(nodes).hasSize(1);
        return nodes.path(0);
    }

    @Test
    @Order(9)
    void whoPacksAgainWithoutAChangeChangesNothing() {
        assertThat(packed().path("facts").path("unchanged").asInt()).isEqualTo(1);
        desk.sealPaper(Level.ELEMENTARY, Subject.THEORY, false);
        desk.seat(site, 2, seats);
        assertThat(bundles(host).path(0).path("state").asString()).isEqualTo("STALE");
        assertThat(packed().path("facts").path("unchanged").asInt())
                .as("the paper of a session is settled, and the rooms are called the same")
                .isEqualTo(1);
        assertThat(bundles(host).path(0).path("state").asString()).isEqualTo("PACKED");
        assertThat(bundles(host).path(0).path("version").asInt()).isEqualTo(1);
    }

    @Test
    @Order(10)
    void newPinsMakeANewVersionInWhichAllIdsAreTheSame() {
        desk.issuePins(site, "86427531");
        assertThat(bundles(host).path(0).path("state").asString()).isEqualTo("STALE");
        assertThat(packed().path("facts").path("packed").asInt()).isEqualTo(1);
        var item = machine.get(DELIVERIES).json().path("items").path(0);
        assertThat(item.path("version").asInt()).isEqualTo(2);
        var second =
                opened(blob(item.path("sha256").asString(), item.path("bytes").asLong()));
        assertThat(second.sessions()).isEqualTo(first.sessions());
        assertThat(second.seatings()).isEqualTo(first.seatings());
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.invigilators()).isNotEqualTo(first.invigilators());
        assertThat(onlyNode().path("state").asString()).isEqualTo("WAITING");
        assertThat(onlyNode().path("version").asInt()).isEqualTo(1);
    }

    @Test
    @Order(11)
    void aKeyIsGivenOutAtItsTimeAndNotBefore() {
        var session = first.sessions().getFirst();
        var path = "/api/dispatch/keys/" + session.id();
        var refused = machine.get(path);
        assertThat(refused.code()).isEqualTo("dispatch.not-released-yet");
        assertThat(refused.json().path("facts").path("releasesAt").asString()).isEqualTo("2024-05-18T13:50+08:00");
        assertThat(refused.isSignedBy(center.verifyingKey())).isTrue();
        advance("2024-05-18T13:49:00+08:00");
        assertThat(machine.get(path).code()).isEqualTo("dispatch.not-released-yet");
        advance("2024-05-18T13:50:00+08:00");
        var answer = machine.get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var sealed = Base64.getDecoder().decode(answer.json().path("key").asString());
        var key = DataKey.of(machine.openingKey().open(sealed, "onex-paper-key-v1 " + session.id()));
        var form = session.papers().getFirst();
        var paper = ExamServer.unzipped(key.open(blob(form.sha256(), form.bytes()), "onex-paper-v1"));
        assertThat(new String(paper, StandardCharsets.UTF_8)).isEqualTo(DispatchDesk.paperText(theory.id(), "A"));
        assertThat(machine.get(path).status()).isEqualTo(200);
        assertThat(acts(session.id())).containsExactly("dispatch.fix-paper", "dispatch.release-key");
        assertThat(foreign.get(path).code()).isEqualTo("dispatch.session-unknown");
        assertThat(onlyNode().path("keys").asInt()).isEqualTo(1);
    }

    private void advance(String to) {
        var moved = operator.post("/api/clock/advance", Map.of("to", to));
        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
    }

    private List<String> acts(UUID subject) {
        return jdbc.sql("select act from audit.entry where subject = :subject order by number")
                .param("subject", subject.toString())
                .query(String.class)
                .list();
    }

    @Test
    @Order(12)
    void onceEntryIsOpenNothingChangesAnyMore() {
        desk.issuePins(site, PIN);
        assertThat(packed().path("facts").path("blocked").asInt()).isEqualTo(2);
        var view = bundles(host).path(0);
        assertThat(view.path("state").asString()).isEqualTo("BLOCKED");
        assertThat(view.path("version").asInt()).isEqualTo(2);
        assertThat(view.path("problems").path(0).path("code").asString()).isEqualTo("ENTRY_OPEN");
        assertThat(machine.get(DELIVERIES)
                        .json()
                        .path("items")
                        .path(0)
                        .path("version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @Order(13)
    void scriptsAreKnownHereByWhoseTheyAre() {
        for (int i = 0; i < seats.size(); i++) {
            var registration = seats.get(i).registration();
            var scripts = jdbc.sql("""
                            select script_id from dispatch.script
                            where candidate_id = :candidate and registration_id = :registration and site_id = :site
                            """)
                    .param("candidate", registration.candidate())
                    .param("registration", registration.id())
                    .param("site", site)
                    .query(UUID.class)
                    .list();
            assertThat(scripts)
                    .containsExactlyInAnyOrderElementsOf(first.seatings().get(i).runs().stream()
                            .map(SiteBundle.Run::attempt)
                            .toList());
        }
    }

    @Test
    @Order(14)
    void whatHasBeenOverForHoursIsNotThereForNodesAnyMore() {
        advance("2024-05-18T23:44:00+08:00");
        assertThat(machine.get(DELIVERIES).json().path("items")).hasSize(1);
        advance("2024-05-18T23:45:00+08:00");
        assertThat(machine.get(DELIVERIES).json().path("items")).isEmpty();
        assertThat(operator.get("/api/audit/verification").body().path("intact").asBoolean())
                .isTrue();
    }
}
