package org.onex.center.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.candidate.CandidateFixtures.COLLEGE;
import static org.onex.center.candidate.CandidateFixtures.MORNING;
import static org.onex.center.candidate.CandidateFixtures.OTHER_COLLEGE;
import static org.onex.center.candidate.CandidateFixtures.known;
import static org.onex.center.candidate.CandidateFixtures.number;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.postgres.TestPostgres;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People and enrolments in a real database: once each, sealed, and two colleges at once. */
class EnrolmentsModuleTests {

    @TempDir
    private Path folder;

    private HikariDataSource database;
    private JdbcClient jdbc;
    private People people;
    private Enrolments enrolments;
    private TransactionTemplate transaction;
    private EnrolPeople enrol;
    private final List<Object> published = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        database = TestPostgres.freshDatabase();
        jdbc = JdbcClient.create(database);
        for (var college : List.of(COLLEGE, OTHER_COLLEGE)) {
            jdbc.sql("insert into organization.college (code, name, province, pilot) values (:c, :c, '安徽', true)")
                    .param("c", college)
                    .update();
        }
        var vault = Vault.open(folder, "center", null);
        var batches = new NamedParameterJdbcTemplate(database);
        people = new People(jdbc, batches, vault);
        enrolments = new Enrolments(jdbc, batches, people, vault);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        enrol = new EnrolPeople(people, enrolments, published::add, Clock.fixed(MORNING, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsFoundIsWhatWasStored() {
        var added = add(COLLEGE, number(1), known("𠮷丽·娜"));
        assertThat(enrolments.find(added.key())).contains(added);
        var changed = added.photographed();
        enrolments.change(List.of(changed));
        assertThat(enrolments.find(added.key())).contains(changed);
    }

    @Test
    void aPersonIsTheSameAtEveryCollege() {
        var here = add(COLLEGE, number(1), known("张三"));
        var there = add(OTHER_COLLEGE, number(1), known("张三丰"));
        assertThat(there.candidate()).isEqualTo(here.candidate());
        assertThat(enrolments.find(here.key()).orElseThrow().particulars().name())
                .isEqualTo("张三");
        assertThat(jdbc.sql("select count(*) from candidate.person")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPersonIsEnteredOnceWhenManyEnterThemAtTheSameTime() throws Exception {
        var numbers = IntStream.range(0, 50).mapToObj(CandidateFixtures::number).toList();
        List<Callable<Map<IdNumber, java.util.UUID>>> rushes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var order = new ArrayList<>(numbers);
            java.util.Collections.shuffle(order, new java.util.Random(i));
            rushes.add(() -> transaction.execute(status -> people.findOrAdd(order, MORNING)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.invokeAll(rushes).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(first)
                    .allSatisfy(found ->
                            assertThat(found).isEqualTo(first.getFirst()).hasSize(50));
        }
        assertThat(jdbc.sql("select count(*) from candidate.person")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
    }

    @Test
    void nobodyIsAddedTwiceAtOneCollege() {
        var there = add(COLLEGE, number(1), known("张三"));
        assertThatExceptionOfType(CandidateRefused.class)
                .isThrownBy(() -> add(COLLEGE, number(1), known("李四")))
                .satisfies(refused -> assertThat(refused.facts())
                        .containsEntry("enrolment", there.key().enrolment().toString()));
    }

    @Test
    void oneOfTwoWhoChangeTheSameVersionIsRefused() {
        var added = add(COLLEGE, number(1), known("张三"));
        enrolments.change(List.of(added.revised(known("张叁"))));
        assertThatExceptionOfType(CandidateRefused.class)
                .isThrownBy(() -> enrolments.change(List.of(added.photographed())))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("candidate.changed"));
    }

    @Test
    void whoeverHasLeftIsNotFoundAndCanComeBack() {
        var left = add(COLLEGE, number(1), known("张三"));
        transaction.executeWithoutResult(status -> enrolments.end(left, MORNING));
        assertThat(enrolments.find(left.key())).isEmpty();
        assertThat(enrolments.enrolled(List.of(number(1)), COLLEGE)).isEmpty();
        assertThat(add(COLLEGE, number(1), known("张三")).candidate()).isEqualTo(left.candidate());
    }

    @Test
    void becomingPendingIsToldOnceAndAgainUnderAnotherName() {
        var added = add(COLLEGE, number(1), known("张三"));
        assertThat(published).isEmpty();
        var photographed = added.photographed();
        change(added, photographed);
        var moved = photographed.revised(CandidateFixtures.inClass("张三", "电商2202班"));
        change(photographed, moved);
        var renamed = moved.revised(CandidateFixtures.inClass("张叁", "电商2202班"));
        change(moved, renamed);
        assertThat(published)
                .containsExactly(
                        new EnrolmentsPending(List.of(added.key())), new EnrolmentsPending(List.of(added.key())));
    }

    @Test
    void theListPagesThroughClassesWithoutLosingOrRepeatingAnybody() {
        for (int i = 0; i < 23; i++) {
            add(COLLEGE, number(i), CandidateFixtures.inClass("张" + (char) ('一' + i % 5), "电商220" + i % 3 + "班"));
        }
        add(OTHER_COLLEGE, number(100), known("外人"));
        var list = new CandidateList(jdbc, enrolments);
        var any = new CandidateList.Filter(null, null, null, null);
        var seen = new ArrayList<Enrolment>();
        var after = "";
        while (true) {
            var page = list.find(COLLEGE, any, after, 5);
            seen.addAll(page);
            if (page.size() < 5) {
                break;
            }
            after = CandidateList.keyOf(page.getLast());
        }
        assertThat(seen).extracting(Enrolment::key).doesNotHaveDuplicates().hasSize(23);
        assertThat(seen)
                .extracting(enrolment -> enrolment.particulars().className())
                .isSorted();
        assertThat(list.count(COLLEGE, any)).isEqualTo(23);
        assertThat(list.find(COLLEGE, new CandidateList.Filter(null, null, "电商2201班", "张一"), "", 50))
                .allSatisfy(found -> assertThat(found.particulars().name()).isEqualTo("张一"))
                .isNotEmpty();
        assertThat(list.classes(COLLEGE)).containsExactly("电商2200班", "电商2201班", "电商2202班");
        assertThat(list.states(COLLEGE))
                .containsExactly(new CandidateList.StateCount(InformationState.PHOTO_MISSING, 23));
    }

    private Enrolment add(String college, IdNumber number, Particulars said) {
        return transaction.execute(status -> enrol.add(college, number, said));
    }

    private void change(Enrolment before, Enrolment after) {
        transaction.executeWithoutResult(status -> enrol.change(List.of(before), List.of(after)));
    }
}
