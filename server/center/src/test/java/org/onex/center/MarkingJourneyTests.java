package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.marking.MarkingDesk.PLAN;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.catalog.Subject;
import org.onex.center.marking.MarkingDesk;
import org.onex.center.marking.ScriptsOnPaper;
import org.onex.center.paper.PaperDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** From scripts that have come back to marks: the rules at once, markers one text after another, the officer what came of it. */
@CenterTest
@Import(ScriptsOnPaper.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MarkingJourneyTests {

    private static final String PLANS = "/api/marking/plans";
    private static final String SCRIPTS = "/api/marking/scripts/";
    private static final String NEXT = PLANS + "/" + PLAN + "/works/next";
    private static final String WORKS = PLANS + "/" + PLAN + "/works";
    private static final String MARKS = PLANS + "/" + PLAN + "/marks";

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptsOnPaper scripts;

    @Autowired
    private PaperDirectory papers;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private MarkingDesk desk;
    private Staff officer;
    private Staff otherOfficer;
    private Staff first;
    private Staff second;
    private Staff otherMarker;
    private Staff operator;
    private UUID theory;
    private UUID practical;
    private UUID another;
    private JsonNode work;

    @BeforeAll
    void scriptsComeBack() {
        desk = new MarkingDesk(papers, scripts, events, transaction);
        desk.prepare(port);
        officer = Staff.signedIn(port, "hongke");
        otherOfficer = Staff.signedIn(port, "aopai");
        first = Staff.signedIn(port, "hongke-marker1");
        second = Staff.signedIn(port, "hongke-marker2");
        otherMarker = Staff.signedIn(port, "aopai-marker1");
        operator = Staff.signedIn(port, "operator");
        var wrong = new TreeMap<>(desk.rightAnswers(Subject.THEORY));
        wrong.replaceAll((id, answer) -> id.startsWith("M") ? "AC" : answer);
        theory = desk.comesBack(Subject.THEORY, wrong);
        practical = desk.comesBack(Subject.PRACTICAL, desk.rightAnswers(Subject.PRACTICAL));
        another = desk.comesBack(Subject.PRACTICAL, desk.rightAnswers(Subject.PRACTICAL));
    }

    @AfterAll
    void everybodyGoesHome() {
        List.of(officer, otherOfficer, first, second, otherMarker, operator).forEach(Staff::close);
    }

    /** Asks until it is so, as a page does. */
    private static JsonNode until(Staff staff, String path, Predicate<JsonNode> isSo) {
        var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < limit) {
            var body = staff.get(path).body();
            if (isSo.test(body)) {
                return body;
            }
        }
        throw new AssertionError("never so: " + path);
    }

    @Test
    @Order(1)
    void theRulesScoreByThemselves() {
        var plan = until(
                        officer,
                        PLANS,
                        body -> body.path("items").path(0).path("scored").asInt() == 3)
                .path("items")
                .path(0);
        assertThat(plan.path("plan").path("code").asString()).isEqualTo(PLAN);
        assertThat(plan.path("plan").path("name").asString()).isNotEmpty().isNotEqualTo(PLAN);
        assertThat(plan.path("scripts").asInt()).isEqualTo(3);
        assertThat(plan.path("works").asInt()).isEqualTo(2);
        assertThat(plan.path("marked").asInt()).isZero();
        assertThat(plan.path("problems").asInt()).isZero();
        assertThat(first.get(PLANS).body()).isEqualTo(officer.get(PLANS).body());
        for (var stranger : List.of(otherOfficer, otherMarker)) {
            assertThat(stranger.get(PLANS).body().path("items")).isEmpty();
        }
    }

    @Test
    @Order(2)
    void theOfficerSeesMarksAndAMarkerDoesNot() {
        var mark = markOf(theory);
        assertThat(mark.path("state").asString()).isEqualTo("MARKED");
        assertThat(mark.path("total").asInt()).isEqualTo(80);
        assertThat(mark.path("full").asInt()).isEqualTo(100);
        assertThat(mark.path("subject").asString()).isEqualTo("THEORY");
        assertThat(mark.path("qualification").path("code").asString()).isEqualTo("WDYY");
        assertThat(markOf(practical).path("total").isNull()).isTrue();
        assertThat(markOf(practical).path("objective").asInt()).isEqualTo(50);
        assertThat(officer.get(MARKS + "?state=WAITING").body().path("items")).hasSize(2);
        assertThat(officer.get(MARKS + "?state=PROBLEM").body().path("items")).isEmpty();
        assertThat(otherOfficer.get(MARKS).body().path("items")).isEmpty();
        assertThat(first.get(MARKS).code()).isEqualTo("access.not-permitted");
        assertThat(first.get(SCRIPTS + theory).code()).isEqualTo("access.not-permitted");
    }

    private JsonNode markOf(UUID script) {
        return officer.get(MARKS)
                .body()
                .path("items")
                .valueStream()
                .filter(mark -> mark.path("script").asString().equals(script.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(3)
    void theListGoesOnFromPageToPage() {
        for (var list : List.of(MARKS, WORKS)) {
            var whole = officer.get(list).body().path("items");
            var one = officer.get(list + "?limit=1").body();
            var rest = officer.get(list + "?limit=9&after=" + one.path("next").asString())
                    .body()
                    .path("items");
            assertThat(rest).hasSize(whole.size() - 1);
            assertThat(rest.path(0)).isEqualTo(whole.path(1));
            assertThat(officer.get(list + "?after=eA").code()).isEqualTo("request.invalid");
        }
    }

    @Test
    @Order(4)
    void twoMarkersGetTwoWorksAndNothingThatSaysWhose() {
        var taken = first.post(NEXT, Map.of());
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        work = taken.body();
        assertThat(work.propertyNames())
                .as("nothing else, whatever it be")
                .containsExactlyInAnyOrder(
                        "work",
                        "subject",
                        "level",
                        "title",
                        "stem",
                        "maxLength",
                        "text",
                        "rubric",
                        "full",
                        "heldUntil",
                        "points",
                        "remark");
        assertThat(work.path("work").propertyNames()).containsExactlyInAnyOrder("script", "item", "version");
        assertThat(work.path("heldUntil").asString())
                .startsWith("2024-04-22T09:")
                .endsWith("+08:00");
        assertThat(work.path("text").asString())
                .isEqualTo(desk.rightAnswers(Subject.PRACTICAL)
                        .get(work.path("work").path("item").asString()));
        assertThat(work.toString()).doesNotContain("966", "3.40", "tolerance", "answer");
        var other = second.post(NEXT, Map.of()).body();
        assertThat(other.path("work").path("script"))
                .isNotEqualTo(work.path("work").path("script"));
        assertThat(first.post(NEXT, Map.of()).body().path("work")).isEqualTo(work.path("work"));
        assertThat(otherMarker.post(NEXT, Map.of()).code()).isEqualTo("marking.plan-unknown");
        assertThat(officer.post(NEXT, Map.of()).code()).isEqualTo("access.not-permitted");
    }

    @Test
    @Order(5)
    void wrongPointsAreRefusedWithTheCriterionAndItsRange() {
        var refused = give(first, work, Map.of("a", 31, "b", 0));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("marking.points-invalid");
        var facts = refused.body().path("facts");
        assertThat(facts.path("criterion").asString()).isEqualTo("a");
        assertThat(facts.path("from").asInt()).isZero();
        assertThat(facts.path("to").asInt()).isEqualTo(30);
        for (var points : List.<Map<String, Number>>of(Map.of("a", 30), Map.of("a", 2.5, "b", 1), Map.of())) {
            assertThat(give(first, work, points).code()).as(points.toString()).isEqualTo("marking.points-invalid");
        }
        assertThat(give(first, work, Map.of("a", 1, "b", 1, "c", 1)).code()).isEqualTo("marking.invalid");
        assertThat(first.put(
                                pathOf(work),
                                Map.of(
                                        "version",
                                        work.path("work").path("version").asInt()))
                        .status())
                .isBetween(400, 422);
        assertThat(give(second, work, Map.of("a", 1, "b", 1)).code()).isEqualTo("marking.not-yours");
        assertThat(give(otherMarker, work, Map.of("a", 1, "b", 1)).code()).isEqualTo("marking.work-unknown");
    }

    private static String pathOf(JsonNode work) {
        var reference = work.path("work");
        return SCRIPTS + reference.path("script").asString() + "/works/"
                + reference.path("item").asString();
    }

    private static Staff.Answer give(Staff marker, JsonNode work, Map<String, ?> points) {
        return marker.put(
                pathOf(work),
                Map.of("version", work.path("work").path("version").asInt(), "points", points, "remark", "卖点齐全"));
    }

    @Test
    @Order(6)
    void aMarkerMarksAndChangesTheirMind() {
        var given = give(first, work, Map.of("a", 20, "b", 20));
        assertThat(given.status()).as(given.toString()).isEqualTo(200);
        assertThat(given.body().path("state").asString()).isEqualTo("MARKED");
        assertThat(given.body().path("points").asInt()).isEqualTo(40);
        assertThat(give(first, work, Map.of("a", 21, "b", 20)).code()).isEqualTo("marking.stale");
        var again = first.get(pathOf(work)).body();
        assertThat(again.path("points").path("a").asInt()).isEqualTo(20);
        assertThat(again.path("remark").asString()).isEqualTo("卖点齐全");
        assertThat(give(first, again, Map.of("a", 21, "b", 20))
                        .body()
                        .path("points")
                        .asInt())
                .isEqualTo(41);
        assertThat(second.get(pathOf(work)).code()).isEqualTo("marking.not-yours");
        assertThat(first.post(NEXT, Map.of()).status())
                .as("the rest is with the other one")
                .isEqualTo(204);
    }

    @Test
    @Order(7)
    void everybodySeesTheirOwnWorksAndTheOfficerAll() {
        assertThat(first.get(WORKS).body().path("items")).hasSize(1);
        assertThat(first.get(WORKS).body().path("items").path(0).path("points").asInt())
                .isEqualTo(41);
        assertThat(second.get(WORKS).body().path("items").path(0).path("state").asString())
                .isEqualTo("HELD");
        assertThat(second.get(WORKS + "?state=MARKED").body().path("items")).isEmpty();
        var all = officer.get(WORKS).body().path("items");
        assertThat(all).hasSize(2);
        assertThat(all.toString()).doesNotContain("保温十二小时");
        assertThat(all.valueStream().map(one -> one.path("marker").path("login").asString()))
                .containsExactlyInAnyOrder("hongke-marker1", "hongke-marker2");
        assertThat(otherOfficer.get(WORKS).body().path("items")).isEmpty();
    }

    @Test
    @Order(8)
    void whoeverOpensAMarkIsRemembered() {
        var script = work.path("work").path("script").asString();
        assertThat(List.of(practical.toString(), another.toString())).contains(script);
        var opened = officer.get(SCRIPTS + script).body();
        assertThat(opened.path("mark").path("total").asInt()).isEqualTo(91);
        var items = opened.path("items");
        assertThat(items).hasSize(3);
        assertThat(items.path(0).path("by").asString()).isEqualTo("RULE");
        assertThat(items.path(0).path("answer").asString()).isEqualTo("3.40");
        assertThat(items.path(0).path("points").asInt()).isEqualTo(20);
        assertThat(items.path(2).path("by").asString()).isEqualTo("PERSON");
        assertThat(items.path(2).path("points").asInt()).isEqualTo(41);
        assertThat(entries("marking.open-script")).isEqualTo(1);
        assertThat(entries("marking.mark-work")).isEqualTo(2);
        for (var nobodys : List.of(otherOfficer)) {
            assertThat(nobodys.get(SCRIPTS + script).code()).isEqualTo("marking.script-unknown");
        }
        assertThat(entries("marking.open-script")).isEqualTo(1);
        assertThat(operator.get("/api/audit/verification").body().path("intact").asBoolean())
                .isTrue();
    }

    private int entries(String act) {
        return jdbc.sql("select count(*) from audit.entry where act = :act")
                .param("act", act)
                .query(Integer.class)
                .single();
    }
}
