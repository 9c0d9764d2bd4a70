package org.onex.center.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.onex.center.audit.AuditTrail;
import org.onex.center.candidate.EnrolmentOutline;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.site.SiteOutline;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The module over a real database, with rosters and offers in memory and a clock that is set by hand; another one for each test. */
@Scope("prototype")
final class RegistrationDesk {

    final FakeRoster roster = new FakeRoster();
    final FakeOffers offers = new FakeOffers();
    final Map<RegistrationKey, Integer> settled = new ConcurrentHashMap<>();
    final List<Object> published = Collections.synchronizedList(new ArrayList<>());
    final AtomicReference<Instant> time = new AtomicReference<>(RegistrationFixtures.MORNING);
    final Registrations registrations;
    final Gates gates;
    final ReadWishes read;
    final RegisterCandidates register;
    final RegisterChosen chosen;
    final ChangeRegistrations change;
    final FreezeRegistrations freeze;
    final RegistrationKind workbook;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RegistrationDesk(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Registrations registrations,
            AuditTrail trail,
            OrganizationDirectory organizations) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.registrations = registrations;
        this.gates = new Gates(jdbc);
        this.read = new ReadWishes(roster, offers, offers, offers);
        var judge = new JudgeWishes(registrations, gates, offers, organizations, roster, people -> settled);
        this.register = new RegisterCandidates(registrations, gates, offers, judge, clock(), published::add);
        this.chosen = new RegisterChosen(read, register, trail);
        this.change =
                new ChangeRegistrations(registrations, gates, offers, read, judge, clock(), trail, published::add);
        this.freeze = new FreezeRegistrations(gates, registrations, transaction, clock(), trail, published::add);
        this.workbook = new RegistrationKind(read, judge, register, clock());
    }

    /** Empties the tables and enters who and what the fixtures speak of. */
    void open() {
        for (var table : List.of("entry", "registration", "person", "gate")) {
            jdbc.sql("delete from registration." + table).update();
        }
        for (var college : List.of(RegistrationFixtures.COLLEGE, RegistrationFixtures.OTHER_COLLEGE)) {
            jdbc.sql("""
                    insert into organization.college (code, name, province, pilot) values (:code, :name, '安徽', :pilot)
                    on conflict (code) do nothing
                    """)
                    .param("code", college)
                    .param("name", RegistrationFixtures.nameOf(college))
                    .param("pilot", college.equals(RegistrationFixtures.COLLEGE))
                    .update();
        }
        jdbc.sql("""
                insert into organization.awarding_body (code, name, short_name) values ('hongke', '鸿科', '鸿科')
                on conflict (code) do nothing
                """).update();
        offer(RegistrationFixtures.SPRING);
        offer(RegistrationFixtures.ELSEWHERE);
        offer(RegistrationFixtures.SITE);
        offer(RegistrationFixtures.OTHER_SITE);
        offer(RegistrationFixtures.MEDIA_SITE);
    }

    /** Publishes a plan and opens its gate. */
    void offer(PlanOutline plan) {
        offers.with(plan);
        var notice = java.util.UUID.nameUUIDFromBytes(plan.code().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        jdbc.sql("""
                insert into plan.notice (id, code, awarding_body, status, version, title, file, digest, content)
                values (:id, :code, :body, 'PUBLISHED', 1, '', '', '', '{}') on conflict (code) do nothing
                """)
                .param("id", notice)
                .param("code", plan.code())
                .param("body", plan.awardingBody())
                .update();
        jdbc.sql("""
                insert into plan.plan (id, notice_id, code, sequence, name, deadline, closes_at, first_exam_date, exam_starts_at, exam_ends_at)
                values (:id, :id, :code, 1, :name, :day, :closes, :day, :closes, :closes) on conflict (code) do nothing
                """)
                .param("id", notice)
                .param("code", plan.code())
                .param("name", plan.name())
                .param("day", plan.firstExamDate())
                .param("closes", java.sql.Timestamp.from(plan.closesAt()))
                .update();
        gates.add(List.of(Gate.of(plan.code(), plan.awardingBody(), plan.closesAt())));
    }

    void offer(SiteOutline site) {
        offers.with(site);
        jdbc.sql("""
                insert into catalog.qualification (code, awarding_body, name, short_name) values (:code, 'hongke', :code, :code)
                on conflict (code) do nothing
                """).param("code", site.qualification()).update();
        jdbc.sql("""
                insert into site.site (id, version, state, since, college, province, qualification, awarding_body, name, address, manager_name)
                values (:id, 1, 'APPROVED', :since, :college, '安徽', :qualification, 'hongke', :name, '', '')
                on conflict (id) do nothing
                """)
                .param("id", site.id())
                .param("since", java.sql.Timestamp.from(RegistrationFixtures.MORNING))
                .param("college", site.college())
                .param("qualification", site.qualification())
                .param("name", site.name())
                .update();
    }

    Judgement register(EnrolmentOutline who, OfferingKey what) {
        return register(List.of(who), what, RegistrationFixtures.officerOf(who.college()))
                .getFirst();
    }

    List<Judgement> register(List<EnrolmentOutline> people, OfferingKey what, Actor actor) {
        var choice =
                new ReadWishes.Choice(people.stream().map(EnrolmentOutline::key).toList(), what, null);
        return Objects.requireNonNull(
                transaction.execute(status -> register.register(() -> read.choice(choice, actor))));
    }

    /** The codes for which a row of the workbook is refused, field by field. */
    List<String> refusals(Map<RegistrationField, String> row, Actor actor) {
        return Objects.requireNonNull(
                        transaction.execute(status -> register.register(() -> read.rows(List.of(row), actor))))
                .getFirst()
                .refusals()
                .stream()
                .map(refusal -> refusal.field() + " " + refusal.code())
                .toList();
    }

    <T> T inTransaction(java.util.function.Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    Clock clock() {
        return new Clock() {
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
                return time.get();
            }
        };
    }
}
