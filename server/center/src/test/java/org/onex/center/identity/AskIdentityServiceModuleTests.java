package org.onex.center.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.center.candidate.CandidateDirectory;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.candidate.EnrolmentOutline;
import org.onex.center.candidate.EnrolmentsPending;
import org.onex.center.candidate.InformationState;
import org.onex.center.candidate.RealNamesAnswered;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions about real names, with a real database and a service that is away, slow or forgetful. */
class AskIdentityServiceModuleTests {

    private static final Instant MORNING = Instant.parse("2024-04-22T01:00:00Z");

    private final List<Object> published = new ArrayList<>();
    private final Roster roster = new Roster();
    private final Service service = new Service();
    private Instant now = MORNING;
    private HikariDataSource database;
    private TransactionTemplate transaction;
    private JdbcClient jdbc;
    private AskIdentityService ask;

    @BeforeEach
    void open() {
        database = TestPostgres.freshDatabase();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        var batches = new NamedParameterJdbcTemplate(database);
        var clock = new SetClock();
        var inquiries = new Inquiries(jdbc, batches);
        var take = new TakeAnswers(inquiries, new Findings(jdbc, batches), published::add, clock);
        var services = new StaticListableBeanFactory(Map.of("service", service)).getBeanProvider(IdentityService.class);
        ask = new AskIdentityService(inquiries, take, roster, services, transaction, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAnswerIsToldWhenItIsThereAndTheQuestionIsGone() {
        var key = pending("张三");
        runAll();
        assertThat(service.asked).hasSize(1);
        assertThat(published).isEmpty();
        service.answered = true;
        now = MORNING.plus(Duration.ofMinutes(1));
        runAll();
        assertThat(published)
                .containsExactly(new RealNamesAnswered(List.of(new RealNamesAnswered.Answer(key, "张三", true))));
        assertThat(openQuestions()).isZero();
        assertThat(ask.run()).isFalse();
    }

    @Test
    void aServiceThatIsAwayIsAskedAgainLaterEachTime() {
        pending("张三");
        service.away = true;
        runAll();
        assertThat(service.tries).isEqualTo(1);
        now = MORNING.plus(Duration.ofSeconds(61));
        runAll();
        assertThat(service.tries).isEqualTo(2);
        now = now.plus(Duration.ofSeconds(61));
        runAll();
        assertThat(service.tries).as("the second pause is two minutes").isEqualTo(2);
        now = now.plus(Duration.ofSeconds(61));
        service.away = false;
        runAll();
        assertThat(service.asked).hasSize(1);
    }

    @Test
    void whatTheServiceForgotIsAskedAgain() {
        pending("张三");
        runAll();
        service.forgets = true;
        now = MORNING.plus(Duration.ofMinutes(1));
        ask.run();
        service.forgets = false;
        now = MORNING.plus(Duration.ofMinutes(2));
        runAll();
        assertThat(service.asked).hasSize(2);
        assertThat(openQuestions()).isEqualTo(1);
    }

    @Test
    void oneOddQuestionDoesNotHoldUpTheOthers() {
        for (int n = 0; n < 100; n++) {
            pending("张三");
        }
        pending("怪");
        service.dislikes = "怪";
        for (int hour = 0; hour < 12; hour++) {
            runAll();
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(service.asked.stream().mapToInt(List::size).sum()).isEqualTo(100);
        assertThat(openQuestions()).isEqualTo(101);
    }

    @Test
    void aBatchThatIsAnsweredWithNonsenseDoesNotStopTheOthers() {
        pending("张三");
        runAll();
        service.nonsense = true;
        now = MORNING.plus(Duration.ofMinutes(1));
        pending("李四");
        runAll();
        assertThat(service.asked).hasSize(2);
        assertThat(openQuestions()).isEqualTo(2);
    }

    @Test
    void whoeverWithdrewTheirConsentIsNotAskedAbout() {
        var key = pending("张三");
        var there = roster.person(key, "张三");
        roster.people.put(
                key,
                new EnrolmentOutline(
                        key,
                        there.college(),
                        there.name(),
                        there.number(),
                        there.kind(),
                        there.className(),
                        InformationState.INCOMPLETE));
        runAll();
        assertThat(service.tries).isZero();
    }

    @Test
    void whoeverHasLeftIsNotAskedAbout() {
        var key = pending("张三");
        roster.people.remove(key);
        runAll();
        assertThat(service.tries).isZero();
        assertThat(openQuestions()).isZero();
    }

    @Test
    void underAnotherNameItIsAnotherQuestion() {
        var key = pending("张三");
        runAll();
        roster.people.put(key, roster.person(key, "张叁"));
        tell(key);
        runAll();
        assertThat(service.asked).extracting(batch -> batch.getFirst().name()).containsExactly("张三", "张叁");
        service.answered = true;
        now = MORNING.plus(Duration.ofMinutes(1));
        runAll();
        assertThat(published)
                .containsExactly(new RealNamesAnswered(List.of(new RealNamesAnswered.Answer(key, "张叁", true))));
    }

    @Test
    void aQuestionWhoseTakerDiedIsAskedByTheNext() {
        pending("张三");
        jdbc.sql("update identity.inquiry set state = 'TAKEN', next_at = :until")
                .param("until", java.sql.Timestamp.from(MORNING.plus(Duration.ofMinutes(5))))
                .update();
        runAll();
        assertThat(service.tries).isZero();
        now = MORNING.plus(Duration.ofMinutes(5));
        runAll();
        assertThat(service.asked).hasSize(1);
    }

    private EnrolmentKey pending(String name) {
        var key = new EnrolmentKey(Ids.next(), Ids.next());
        jdbc.sql("insert into candidate.person (candidate_id, number_sealed, since) values (:id, '', :now)")
                .param("id", key.candidate())
                .param("now", java.sql.Timestamp.from(MORNING))
                .update();
        roster.people.put(key, roster.person(key, name));
        tell(key);
        return key;
    }

    private void tell(EnrolmentKey key) {
        transaction.executeWithoutResult(status -> ask.on(new EnrolmentsPending(List.of(key))));
    }

    private void runAll() {
        for (int round = 0; ask.run(); round++) {
            assertThat(round).as("comes to an end").isLessThan(200);
        }
    }

    private int openQuestions() {
        return jdbc.sql("select count(*) from identity.inquiry")
                .query(Integer.class)
                .single();
    }

    private final class SetClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Takes everything and says that it matches, when it is told to. */
    private static final class Service implements IdentityService {

        private final List<List<Question>> asked = new ArrayList<>();
        private boolean away;
        private boolean forgets;
        private boolean nonsense;
        private String dislikes = "";
        private boolean answered;
        private int tries;

        @Override
        public String ask(List<Question> questions) {
            tries++;
            if (away || questions.stream().anyMatch(question -> question.name().equals(dislikes))) {
                throw new Away("gone fishing");
            }
            asked.add(questions);
            return "ticket-" + (asked.size() - 1);
        }

        @Override
        public Optional<List<Answer>> answers(String ticket) {
            if (nonsense) {
                throw new IllegalArgumentException("nonsense");
            }
            if (forgets) {
                return Optional.of(List.of());
            }
            var batch = asked.get(Integer.parseInt(ticket.substring(7)));
            return answered
                    ? Optional.of(batch.stream()
                            .map(question -> new Answer(question.reference(), Verdict.MATCH))
                            .toList())
                    : Optional.empty();
        }
    }

    private static final class Roster implements CandidateDirectory {

        private final Map<EnrolmentKey, EnrolmentOutline> people = new HashMap<>();

        EnrolmentOutline person(EnrolmentKey key, String name) {
            return new EnrolmentOutline(
                    key,
                    "90001",
                    name,
                    IdNumber.completed("99999920060315001"),
                    CandidateKind.COLLEGE,
                    "电商2201班",
                    InformationState.PENDING);
        }

        @Override
        public Map<IdNumber, EnrolmentKey> enrolled(Collection<IdNumber> numbers, String college) {
            return Map.of();
        }

        @Override
        public List<EnrolmentOutline> outlines(Collection<EnrolmentKey> keys) {
            return keys.stream().filter(people::containsKey).map(people::get).toList();
        }
    }
}
