package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import tools.jackson.databind.node.ObjectNode;

/** The stage against a centre that keeps sites as it should, and against centres that do not. */
class SiteStageTests {

    private static final String SITES = "/api/site/sites";

    private final FakeCenter center = new FakeCenter();
    private final Map<String, ObjectNode> sites = new LinkedHashMap<>();
    private final List<String> acts = new ArrayList<>();

    @BeforeEach
    void keepSites() {
        center.answers(
                "GET",
                "/api/plan/plans/HK-2024-1-01",
                FakeCenter.Reply.ok("{\"offerings\": [{\"qualification\": {\"code\": \"WDYY\"}},"
                        + " {\"qualification\": {\"code\": \"WDYY\"}}]}"));
        center.answers("POST", SITES, request -> begun(request.login()));
        center.answersTo("college06", "POST", SITES, FakeCenter.Reply.problem(409, "site.not-pilot"));
        center.answers("GET", SITES, request -> FakeCenter.Reply.list(listed(request)));
    }

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void everyPilotCollegeIsApprovedWithRoomsForItsShareOfTheCandidates() {
        var counts = new SiteStage().play(center.scene("003", 1));

        // 300 candidates at five colleges: 60 each, in rooms of 57 seats.
        assertThat(counts)
                .containsExactly(Map.entry("sites", 5L), Map.entry("rooms", 10L), Map.entry("machines", 600L));
        assertThat(center.findings().anyBroken()).isFalse();
        assertThat(center.found(Claim.NO_SITE_WITHOUT_ROOMS).checked()).isEqualTo(5);
        assertThat(center.found(Claim.SITES_AS_DECIDED).checked()).isEqualTo(5);
        assertThat(acts.stream().filter("return"::equals)).hasSize(1);
    }

    @Test
    void aSecondRehearsalFindsTheSitesThatThereAre() {
        new SiteStage().play(center.scene("003", 1));
        acts.clear();

        assertThat(new SiteStage().play(center.scene("003", 1))).containsEntry("sites", 5L);
        assertThat(acts).isEmpty();
    }

    @Test
    void aCentreThatLetsCollegesApproveIsFound() {
        begun("college01");
        center.answersTo("college01", "POST", SITES + "/college01/approval", FakeCenter.Reply.ok("{}"));

        new SiteStage().play(center.scene("003", 1));

        assertThat(center.found(Claim.A_ROLE_MAY_NOT).broken()).isEqualTo(1);
    }

    @Test
    void aCentreThatForgetsRoomsIsFound() {
        begun("college02");
        center.answers("PUT", SITES + "/college02", FakeCenter.Reply.ok("{}"));
        sites.get("college02").putArray("rooms").addObject().put("name", "地下室").put("machines", 1);

        new SiteStage().play(center.scene("003", 1));

        assertThat(center.found(Claim.SITES_AS_DECIDED).broken()).isEqualTo(1);
    }

    private Stream<String> listed(FakeCenter.Request request) {
        return sites.entrySet().stream()
                .filter(site ->
                        request.login().equals("hongke") || site.getKey().equals(request.login()))
                .filter(site -> !request.query().contains("state=APPROVED")
                        || Json.text(site.getValue(), "state").equals("APPROVED"))
                .map(site -> site.getValue().toString());
    }

    /** One site per college, which has its officer's name for an id. */
    private FakeCenter.Reply begun(String college) {
        var site = Json.object().put("id", college).put("version", 1).put("state", "DRAFT");
        site.putArray("rooms");
        sites.put(college, site);
        var address = SITES + "/" + college;
        center.answers("GET", address, request -> FakeCenter.Reply.ok(site.toString()));
        center.answers("PUT", address, request -> {
            site.set("rooms", FakeCenter.json(request.body()).path("details").path("rooms"));
            return FakeCenter.Reply.ok(site.toString());
        });
        center.answers(
                "POST",
                address + "/submission",
                request -> site.path("rooms").isEmpty()
                        ? FakeCenter.Reply.problem(409, "site.incomplete")
                        : became(site, "submission", "PENDING"));
        for (var act : Map.of("approval", "APPROVED", "return", "RETURNED").entrySet()) {
            var decision = address + "/" + act.getKey();
            center.answers("POST", decision, FakeCenter.Reply.problem(404, "site.unknown"));
            center.answersTo(college, "POST", decision, FakeCenter.NOT_PERMITTED);
            center.answersTo("hongke", "POST", decision, request -> became(site, act.getKey(), act.getValue()));
        }
        return FakeCenter.Reply.ok(site.toString());
    }

    private FakeCenter.Reply became(ObjectNode site, String act, String state) {
        acts.add(act);
        site.put("state", state);
        return FakeCenter.Reply.ok(site.toString());
    }
}
