package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Latencies;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.Stage;

class ReportTests {

    private final Findings<Claim> findings = new Findings<>(Claim.class);
    private final Report report = new Report(Json.object().put("notice", "003"), findings);

    @Test
    void whatWasPlayedAndHeldEndsWithZero() {
        findings.check(Claim.TRAIL_INTACT, true, () -> "");

        assertThat(report.exitCode()).isZero();
    }

    @Test
    void aMissingStageEndsWithThreeAndIsNamed() {
        report.stopAt(Stage.Step.SITE);

        assertThat(report.exitCode()).isEqualTo(3);
        assertThat(report.lines()).last().isEqualTo("not built yet: site");
        assertThat(report.json().path("notBuilt").asString()).isEqualTo("site");
    }

    @Test
    void aBrokenClaimEndsWithOneEvenWhenAStageIsMissing() {
        report.stopAt(Stage.Step.SITE);
        findings.check(Claim.DEADLINE_IS_EXACT, false, () -> "it was OPEN a day later");

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.lines())
                .contains("BROKEN   deadline is exact: checked 1 times, broken 1", "         it was OPEN a day later");
    }

    @Test
    void aFailureEndsWithOneAndSaysWhy() {
        report.fail("no answer from http://localhost:1");

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.lines()).contains("failed: no answer from http://localhost:1");
    }

    @Test
    void everyClaimIsReportedAndAFewExamplesOfEach() {
        for (var i = 0; i < 8; i++) {
            var number = i;
            findings.check(Claim.NOTHING_LOST, i < 2, () -> "plan " + number);
        }

        var claims = report.json().path("invariants");
        assertThat(Json.each(claims).map(claim -> Json.text(claim, "name")))
                .containsExactly(
                        "deadline is exact",
                        "a role may not",
                        "a draft is invisible to others",
                        "no site without rooms",
                        "sites are as they were decided",
                        "the template says how it is filled in",
                        "refused rows have the expected code",
                        "nobody is entered twice",
                        "candidates are as they were sent",
                        "no full ID number is shown where nobody asked for it",
                        "another college cannot see them",
                        "refused photos have the expected code",
                        "photos are kept as they were sent",
                        "information state is what is known",
                        "a confirmed name cannot be changed",
                        "entries = 2 × registrations",
                        "once registered",
                        "nobody in two places",
                        "nobody entered after the deadline",
                        "what another college registered is nobody's business",
                        "whoever is registered stays on the roster",
                        "a bill is people times price",
                        "cleared exactly when paid",
                        "refused rooms and arrangements have the expected code",
                        "people are spread evenly over the fewest rooms",
                        "seats are as many as people and no more than machines",
                        "no seat twice",
                        "everybody registered has one seat and nobody else has",
                        "ticket numbers are unique and their check digits right",
                        "neighbours have different forms",
                        "how good the seats are is what somebody counts",
                        "the same seed gives the same seats",
                        "applications are as they were decided",
                        "refused invigilators and assignments have the expected code",
                        "every room has the invigilators that its people need",
                        "no invigilator in two rooms",
                        "only approved invigilators are assigned",
                        "whoever teaches the subject is drawn last",
                        "a PIN is shown once and replaced by the next",
                        "what is printed is what is seated",
                        "printed files bring their fonts along",
                        "the code on a ticket is its number",
                        "the same print has the same bytes",
                        "seats, invigilators and prints are shown to whom they concern",
                        "no ID number in the logs",
                        "no ID number readable on the disk",
                        "dates of rules recomputed",
                        "a wrong item bank is refused with line and field",
                        "the forms of a paper share nothing and are equally difficult",
                        "a paper is read by two people who did not assemble it",
                        "a sealed paper is final, and no other counts as sealed",
                        "nobody but item writers sees what is asked",
                        "only who knows a site's code becomes its node, and once",
                        "only a node that signs what it asks is answered",
                        "every answer to a node is signed by the centre",
                        "refused codes, packing and requests of nodes have the expected code",
                        "a bundle is who was seated, with whom and what",
                        "a bundle is packed anew exactly when something changed",
                        "what broke off goes on where it was",
                        "a node gets what is its site's and nothing else",
                        "no answer key in anything a node or candidate received",
                        "no ID number is in anything that a node gets",
                        "a paper is unreadable until its key is given out",
                        "a paper that was opened asks what the bank has",
                        "what was packed is installed at the site's own node",
                        "who has a seat and comes in time sits, and nobody else",
                        "a subject begins when the one before is handed in",
                        "at every site the answer protocol is kept",
                        "every script is handed in, by its candidate or at the deadline",
                        "attendance, incidents and hand-ins are as the invigilators wrote them down",
                        "refused acts of invigilators have the expected code",
                        "no script leaves a site while somebody there may still write",
                        "what a site has is at the centre, and nothing else",
                        "a site is complete when every server that had its exam has sent all or was given up",
                        "every acknowledged answer is the one marked",
                        "hash on the node's receipt = hash recomputed from the returned script",
                        "who did not sit has no script",
                        "what came late counts by rule and is listed as a doubt",
                        "a forged script is refused with its reason and counts for nothing",
                        "of two scripts for one candidate neither counts until a person decides",
                        "refused returns and decisions have the expected code",
                        "a node forgets an exam when all of it is returned, and not before",
                        "scripts and marks are shown to whom they concern",
                        "nothing that a marker gets says whose it is",
                        "a text is with one marker at a time",
                        "refused points have the expected code",
                        "points and totals are what we compute ourselves",
                        "whatever keeps results from being approved is listed",
                        "absent = 缺考",
                        "what was ruled void has no score",
                        "scores are what we compute ourselves",
                        "pass exactly by the rule",
                        "one person alone approves and corrects no results",
                        "nobody outside the body sees results before they are public",
                        "results are public for the printed days and final afterwards, by the clock",
                        "results and reviews are shown to whom they concern",
                        "who proves who they are learns their own results, and nobody else does",
                        "reviews are asked for while results are public",
                        "reviews end as they were decided, with what was before and after",
                        "refused drawing, rulings and approvals have the expected code",
                        "final results do not change",
                        "certificate only for pass + both signatures",
                        "nothing is issued before body and college have signed",
                        "certificate numbers are unique, of the described form and without gaps",
                        "a certificate says what is true, and its code finds it",
                        "signatures validate",
                        "download only when cleared",
                        "verification says genuine, then revoked",
                        "issues and certificates are shown to whom they concern",
                        "refused signatures, files and revocations have the expected code",
                        "audit trail intact",
                        "no counted number lost");
        var lost = claims.path(Claim.NOTHING_LOST.ordinal());
        assertThat(lost.path("checked").asInt()).isEqualTo(8);
        assertThat(lost.path("broken").asInt()).isEqualTo(6);
        assertThat(Json.texts(lost.path("examples"))).containsExactly("plan 2", "plan 3", "plan 4", "plan 5", "plan 6");
    }

    @Test
    void aStageIsReportedWithItsCountsAndTimes() {
        var requests = new Latencies(List.of(Duration.ofMillis(2), Duration.ofMillis(4)));
        report.add(new Report.Played(Stage.Step.PLAN, Map.of("plans", 27L), Duration.ofMillis(1500), requests));

        assertThat(report.json().path("stages").path(0))
                .hasToString("{\"name\":\"plan\",\"counts\":{\"plans\":27},\"seconds\":1.5,\"requests\":2,"
                        + "\"p50\":2.0,\"p95\":4.0,\"p99\":4.0}");
    }

    @Test
    void certificatesThatAnybodyVerifiesAreReported() {
        report.issued(List.of(new ExamBooks.Certificate("1", "甲"), new ExamBooks.Certificate("2", "乙")));

        assertThat(report.json().path("certificates"))
                .hasToString("[{\"number\":\"1\",\"name\":\"甲\",\"state\":\"GENUINE\"},"
                        + "{\"number\":\"2\",\"name\":\"乙\",\"state\":\"REVOKED\"}]");
    }

    @Test
    void theChoiceStandsInTheReport() {
        assertThat(report.json().path("notice").asString()).isEqualTo("003");
    }
}
