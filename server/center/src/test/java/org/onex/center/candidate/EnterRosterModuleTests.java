package org.onex.center.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.onex.center.candidate.CandidateFixtures.COLLEGE;
import static org.onex.center.candidate.CandidateFixtures.MORNING;
import static org.onex.center.candidate.CandidateFixtures.number;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.center.CenterTest;
import org.onex.center.job.JobRun;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.ids.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Entering a roster when the product stops in between, or somebody else enters the same people. */
@CenterTest
class EnterRosterModuleTests {

    private static final int PEOPLE = 1_200;
    private static final Actor OFFICER =
            new Actor("college01", "王老师", new Organization(OrganizationKind.COLLEGE, COLLEGE, "示范一职业技术学院"));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RosterImports imports;

    @Autowired
    private RosterRows rows;

    @Autowired
    private EnterRoster enter;

    @BeforeEach
    void begin() {
        for (var table : List.of("enrolment", "person", "person_identity", "roster_row", "roster_import", "roster")) {
            jdbc.sql("delete from candidate." + table).update();
        }
        jdbc.sql("""
                insert into organization.college (code, name, province, pilot) values (:c, '示范一职业技术学院', '安徽', true)
                on conflict (code) do nothing
                """).param("c", COLLEGE).update();
    }

    @Test
    void whatWasInterruptedGoesOnAndNobodyIsEnteredTwice() {
        var id = sent(PEOPLE);
        assertThatIllegalStateException()
                .isThrownBy(() -> enter.run(run(id, done -> {
                    if (done >= 500) {
                        throw new IllegalStateException("killed");
                    }
                })));
        assertThat(enrolled()).isEqualTo(500);
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(RosterImport.State.ENTERING);

        var facts = enter.run(run(id, done -> {}));
        assertThat(enrolled()).isEqualTo(PEOPLE);
        assertThat(facts).isEqualTo(Map.of("added", PEOPLE, "changed", 0, "bad", 0));
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(RosterImport.State.ENTERED);
        assertThat(rows.manifest(id)).hasSize(PEOPLE);
    }

    @Test
    void whatWasEnteredIsNotEnteredAgain() {
        var id = sent(3);
        enter.run(run(id, done -> {}));
        enter.run(run(id, done -> {}));
        assertThat(enrolled()).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'candidate.enter-roster' and subject = :id")
                        .param("id", id.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void twoRostersOfTheSamePeopleAtTheSameTimeEnterEachOnce() {
        var one = sent(PEOPLE);
        var other = sent(PEOPLE);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> enter.run(run(one, done -> {}))),
                        CompletableFuture.runAsync(() -> enter.run(run(other, done -> {}))))
                .join();
        assertThat(enrolled()).isEqualTo(PEOPLE);
        var first = imports.find(one).orElseThrow().counts();
        var second = imports.find(other).orElseThrow().counts();
        assertThat(first.added() + second.added()).isEqualTo(PEOPLE);
        assertThat(first.unchanged() + second.unchanged()).isEqualTo(PEOPLE);
    }

    @Test
    void whoeverWasConfirmedMeanwhileIsRefusedUnderAnotherName() {
        var first = sent(1);
        enter.run(run(first, done -> {}));
        var second = sentAs("李四");
        jdbc.sql("update candidate.enrolment set real_name = 'CONFIRMED'").update();
        enter.run(run(second, done -> {}));
        var row = rows.list(second, RosterRow.Verdict.BAD, 0, 10).getFirst();
        assertThat(row.problems()).contains(CellProblem.of(Field.NAME, CellProblem.Code.NAME_LOCKED));
        assertThat(imports.find(second).orElseThrow().counts().bad()).isEqualTo(1);
        assertThat(jdbc.sql("select name from candidate.enrolment")
                        .query(String.class)
                        .single())
                .isEqualTo("张三");
    }

    private UUID sent(int people) {
        return sent(IntStream.range(0, people)
                .mapToObj(n -> row(n, "张三", RosterRow.Verdict.ADDED))
                .toList());
    }

    private UUID sentAs(String name) {
        return sent(List.of(row(0, name, RosterRow.Verdict.CHANGED)));
    }

    private UUID sent(List<RosterRow> judged) {
        var id = Ids.next();
        transaction.executeWithoutResult(status -> {
            var begun = new RosterImport(
                    id,
                    COLLEGE,
                    Ids.next(),
                    "花名册.xlsx",
                    RosterImport.State.ENTERING,
                    Ids.next(),
                    "王老师",
                    MORNING,
                    RosterImport.RowCounts.NONE,
                    null);
            imports.add(begun);
            rows.add(id, judged);
            imports.store(new RosterImport(
                    id,
                    COLLEGE,
                    begun.file(),
                    begun.fileName(),
                    begun.state(),
                    begun.job(),
                    begun.by(),
                    MORNING,
                    rows.counts(id),
                    null));
        });
        return id;
    }

    private static RosterRow row(int n, String name, RosterRow.Verdict verdict) {
        var form = new CandidateForm(
                Map.of(Field.NAME, name, Field.ID_NUMBER, number(n).value(), Field.KIND, "院校考生"));
        return new RosterRow(n + 4, verdict, false, form, List.of(), null);
    }

    private int enrolled() {
        return jdbc.sql("select count(*) from candidate.enrolment")
                .query(Integer.class)
                .single();
    }

    private static JobRun run(UUID subject, LongConsumer seen) {
        return new JobRun() {
            @Override
            public String subject() {
                return subject.toString();
            }

            @Override
            public Actor actor() {
                return OFFICER;
            }

            @Override
            public void progress(long done, long total) {
                seen.accept(done);
            }
        };
    }
}
