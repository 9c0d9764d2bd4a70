package org.onex.center.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.candidate.CandidateFixtures.COLLEGE;
import static org.onex.center.candidate.CandidateFixtures.OTHER_COLLEGE;
import static org.onex.center.candidate.CandidateFixtures.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.center.CenterTest;
import org.onex.center.intake.IntakeRow;
import org.onex.center.intake.IntakeRow.Verdict;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Entering a roster's rows, also while somebody else enters the same people. */
@CenterTest
class RosterKindModuleTests {

    private static final int PEOPLE = 1_200;
    private static final int CHUNK = 500;
    private static final Actor OFFICER =
            new Actor("college01", "王老师", new Organization(OrganizationKind.COLLEGE, COLLEGE, "示范一职业技术学院"));

    private static final Actor OTHER_OFFICER =
            new Actor("college02", "李老师", new Organization(OrganizationKind.COLLEGE, OTHER_COLLEGE, "示范二职业技术学院"));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RosterKind roster;

    @BeforeEach
    void begin() {
        for (var table : List.of("enrolment", "person", "person_identity", "roster")) {
            jdbc.sql("delete from candidate." + table).update();
        }
        for (var officer : List.of(OFFICER, OTHER_OFFICER)) {
            jdbc.sql("""
                    insert into organization.college (code, name, province, pilot) values (:code, :name, '安徽', true)
                    on conflict (code) do nothing
                    """)
                    .param("code", officer.organization().code())
                    .param("name", officer.organization().name())
                    .update();
        }
    }

    @Test
    void whoeverIsEnteredIsNamedByTheirEnrolment() {
        var entered = entered(people(2));
        assertThat(entered).allMatch(IntakeRow::isEntered).allMatch(row -> row.verdict() == Verdict.ADDED);
        assertThat(entered.stream().map(IntakeRow::subject))
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("select candidate_id || '/' || id from candidate.enrolment")
                                .query(String.class)
                                .list());
    }

    @Test
    void whatWasEnteredIsNotEnteredAgain() {
        entered(people(3));
        assertThat(judged(people(3))).allMatch(row -> row.verdict() == Verdict.UNCHANGED);
        assertThat(entered(people(3))).allMatch(row -> row.verdict() == Verdict.UNCHANGED && row.isEntered());
        assertThat(enrolled()).isEqualTo(3);
    }

    @Test
    void enteringAgainWhatIsThereWritesNothing() {
        var first = entered(people(3));
        var written = stored();
        assertThat(entered(people(3)))
                .extracting(IntakeRow::subject)
                .containsExactlyElementsOf(
                        first.stream().map(IntakeRow::subject).toList());
        assertThat(stored()).isEqualTo(written);
    }

    @Test
    void twoCollegesWithTheSamePeopleAtTheSameTimeEnterThemBoth() {
        var one = CompletableFuture.supplyAsync(() -> entered(people(PEOPLE), OFFICER));
        var other = CompletableFuture.supplyAsync(() -> entered(people(PEOPLE).reversed(), OTHER_OFFICER));
        assertThat(one.join()).allMatch(row -> row.verdict() == Verdict.ADDED && row.isEntered());
        assertThat(other.join()).allMatch(row -> row.verdict() == Verdict.ADDED && row.isEntered());
        assertThat(enrolled()).isEqualTo(2 * PEOPLE);
        assertThat(jdbc.sql("select count(*) from candidate.person")
                        .query(Integer.class)
                        .single())
                .isEqualTo(PEOPLE);
    }

    @Test
    void twoRostersOfTheSamePeopleAtTheSameTimeEnterEachOnce() {
        var one = CompletableFuture.supplyAsync(() -> entered(people(PEOPLE)));
        var other = CompletableFuture.supplyAsync(() -> entered(people(PEOPLE)));
        var all = new ArrayList<>(one.join());
        all.addAll(other.join());
        assertThat(enrolled()).isEqualTo(PEOPLE);
        assertThat(all).filteredOn(row -> row.verdict() == Verdict.ADDED).hasSize(PEOPLE);
        assertThat(all).filteredOn(row -> row.verdict() == Verdict.UNCHANGED).hasSize(PEOPLE);
    }

    @Test
    void whoeverWasConfirmedMeanwhileIsRefusedUnderAnotherName() {
        entered(people(1));
        assertThat(judged(List.of(row(0, "李四")))).allMatch(row -> row.verdict() == Verdict.CHANGED);
        jdbc.sql("update candidate.enrolment set real_name = 'CONFIRMED'").update();
        var refused = entered(List.of(row(0, "李四"))).getFirst();
        assertThat(refused.isBad()).isTrue();
        assertThat(refused.isEntered()).isFalse();
        assertThat(refused.problems()).contains(FormFlaw.NAME_LOCKED.at(Field.NAME));
        assertThat(jdbc.sql("select name from candidate.enrolment")
                        .query(String.class)
                        .single())
                .isEqualTo("张三");
    }

    @Test
    void whatCannotBeAnyMoreIsRefusedWithoutKeepingTheOthers() {
        var gone =
                IntakeRow.read(9, Map.of("NAME", "张三1", "ID_NUMBER", number(9).value(), "KIND", "院校考生"), List.of());
        var done = entered(List.of(row(0, "张三"), gone));
        assertThat(done.get(0).isEntered()).isTrue();
        assertThat(done.get(1).problems()).containsExactly(FormFlaw.NAME_INVALID.at(Field.NAME));
    }

    @Test
    void whatIsShownIsMaskedUnlessItCannotBeRight() {
        var mistyped = number(1).value().substring(0, 17) + "?";
        assertThat(roster.shown(Map.of("ID_NUMBER", number(1).value(), "PHONE", "120-0000 0001", "NAME", "张三")))
                .isEqualTo(Map.of("ID_NUMBER", number(1).masked(), "PHONE", "120****0001", "NAME", "张三"));
        assertThat(roster.shown(Map.of("ID_NUMBER", mistyped, "PHONE", "1200")))
                .isEqualTo(Map.of("ID_NUMBER", mistyped, "PHONE", "1200"));
    }

    @Test
    void oneNumberIsTheSamePersonHoweverItIsWritten() {
        var number = number(1).value();
        assertThat(roster.identity(Map.of("ID_NUMBER", " " + number.toLowerCase())))
                .isEqualTo(roster.identity(Map.of("ID_NUMBER", number)))
                .isPresent();
        assertThat(roster.identity(Map.of("ID_NUMBER", "9.99999E+17"))).isEmpty();
        assertThat(roster.identity(Map.of())).isEmpty();
    }

    private List<IntakeRow> judged(List<IntakeRow> rows) {
        return inTransaction(() -> roster.judge(rows, OFFICER));
    }

    private List<IntakeRow> entered(List<IntakeRow> rows) {
        return entered(rows, OFFICER);
    }

    /** As the background does it, some at a time. */
    private List<IntakeRow> entered(List<IntakeRow> rows, Actor officer) {
        var all = new ArrayList<IntakeRow>();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            var some = rows.subList(from, Math.min(from + CHUNK, rows.size()));
            all.addAll(inTransaction(() -> roster.enter(some, officer)));
        }
        return all;
    }

    private List<IntakeRow> inTransaction(Supplier<List<IntakeRow>> act) {
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    private static List<IntakeRow> people(int count) {
        return IntStream.range(0, count).mapToObj(n -> row(n, "张三")).toList();
    }

    private static IntakeRow row(int n, String name) {
        var values = Map.of("NAME", name, "ID_NUMBER", number(n).value(), "KIND", "院校考生");
        return IntakeRow.read(n + 4, values, List.of());
    }

    /** Which transaction wrote each row that is there. */
    private List<String> stored() {
        return jdbc.sql("""
                select 'enrolment ' || id || ' ' || xmin from candidate.enrolment
                union all select 'person ' || candidate_id || ' ' || xmin from candidate.person
                union all select 'identity ' || candidate_id || ' ' || xmin from candidate.person_identity order by 1
                """).query(String.class).list();
    }

    private int enrolled() {
        return jdbc.sql("select count(*) from candidate.enrolment")
                .query(Integer.class)
                .single();
    }
}
