package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.center.CenterTest;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.onex.center.catalog.Subject;
import org.onex.center.dispatch.DispatchDirectory;
import org.onex.center.marking.MarkDirectory;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.script.ReturnRows;
import org.onex.contract.bundle.RecordFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the module script makes of what really came, and what a result makes of that; in a real database. */
@CenterTest
@Import(ReturnedEvidenceModuleTests.Sat.class)
class ReturnedEvidenceModuleTests {

    private static final String PLAN = "HK-2024-1-01";
    private static final Instant AT = Instant.parse("2024-05-18T04:00:00Z");

    private final UUID site = UUID.randomUUID();
    private final UUID bundle = UUID.randomUUID();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private ExamOnPaper exam;

    @Autowired
    private GatherEvidence evidence;

    @Autowired
    private PlanDirectory plans;

    @Autowired
    private JdbcClient jdbc;

    private ExamOnPaper.Sitter sitter;
    private ReturnRows returned;

    /** Who sat and what was packed is on paper; what came is not. */
    @TestConfiguration
    static class Sat {

        private final ExamOnPaper.Configuration paper = new ExamOnPaper.Configuration();

        @Bean
        ExamOnPaper examOnPaper() {
            return paper.examOnPaper();
        }

        @Bean
        @Primary
        RegistrationDirectory registrationsOfTheExam() {
            return paper.registrationsOfTheExam();
        }

        @Bean
        @Primary
        DispatchDirectory dispatchOfTheExam() {
            return paper.dispatchOfTheExam();
        }

        @Bean
        @Primary
        MarkDirectory marksOfTheExam() {
            return paper.marksOfTheExam();
        }
    }

    @BeforeEach
    void somebodyWasToSit() {
        if (plans.published(PLAN).isEmpty()) {
            Parties.enter(port);
            try (var officer = Staff.signedIn(port, "hongke")) {
                var notice = officer.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003())
                        .body()
                        .path("id")
                        .asString();
                officer.post("/api/plan/notices/" + notice + "/publication", Map.of());
            }
        }
        sitter = exam.sits(PLAN, site, "90001", "甲一");
        returned = new ReturnRows(jdbc, site, bundle, AT);
        returned.areAwaited(PLAN);
    }

    private void came(UUID script, boolean counts) {
        jdbc.sql("""
                insert into script.script
                    (script_id, site_id, bundle_id, plan, awarding_body, qualification, level, subject, session_id, paper_id, form, node_id,
                     revision, answered, hash)
                values (:script, :site, :bundle, :plan, '990000004', 'WDYY', 'ELEMENTARY', 'THEORY', :any, :any, 'A', :node,
                        :revision, :revision, :hash)
                """)
                .param("script", script)
                .param("site", site)
                .param("bundle", bundle)
                .param("plan", PLAN)
                .param("any", UUID.randomUUID())
                .param("node", counts ? one : null)
                .param("revision", counts ? 1 : null)
                .param("hash", counts ? "h" : null)
                .update();
    }

    private Optional<Problem.Kind> problem() {
        return evidence.site(plans.published(PLAN).orElseThrow(), site).problems().stream()
                .filter(problem -> problem.subject() == Subject.THEORY)
                .map(Problem::kind)
                .findFirst();
    }

    private Optional<Entry.Status> status() {
        return evidence.site(plans.published(PLAN).orElseThrow(), site).results().getFirst().entries().stream()
                .filter(entry -> entry.subject() == Subject.THEORY)
                .map(Entry::status)
                .findFirst();
    }

    @Test
    void whomAllServersCallAbsentIsAbsentAndNobodyBefore() {
        var run = sitter.run(Subject.THEORY);
        assertThat(problem()).contains(Problem.Kind.NOT_RETURNED);
        returned.say(run, one, RecordFile.Outcome.ABSENT, null);
        returned.announce(one, true);
        returned.announce(other, false);
        assertThat(problem()).contains(Problem.Kind.NOT_RETURNED);
        returned.arrive();
        assertThat(problem()).isEmpty();
        assertThat(status()).contains(Entry.Status.ABSENT);
        // Another server comes after all, and knows of a script.
        returned.say(run, other, RecordFile.Outcome.HANDED_IN, null);
        assertThat(problem()).contains(Problem.Kind.NOT_RETURNED);
        came(run, false);
        assertThat(problem()).contains(Problem.Kind.UNDECIDED);
    }

    @Test
    void aScriptThatCountsWaitsForItsMarks() {
        came(sitter.run(Subject.THEORY), true);
        assertThat(problem()).contains(Problem.Kind.NOT_MARKED);
    }

    @Test
    void whoDidNotComeToHoursThatWereGivenUpIsNotAbsent() {
        var old = exam.wasPackedBefore(sitter, Subject.THEORY, null);
        returned.say(old, one, RecordFile.Outcome.ABSENT, null);
        returned.announce(one, true);
        assertThat(problem()).contains(Problem.Kind.NOT_RETURNED);
        came(old, true);
        assertThat(problem()).as("it was sat in the old hours").contains(Problem.Kind.NOT_MARKED);
    }
}
