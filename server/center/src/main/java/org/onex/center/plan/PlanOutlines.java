package org.onex.center.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Answers other modules' questions about plans from the published notices. What is published never changes, so it is read once and then
 * remembered, on every machine for itself.
 */
@Component
class PlanOutlines implements PlanDirectory {

    private static final int MOST_KNOWN = 1_000;

    private final JdbcClient jdbc;
    private final Notices notices;
    private final Cache<String, Published> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    PlanOutlines(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /** What others may know of a published plan. */
    private record Published(PlanOutline outline, PaymentTerms terms) {}

    @Override
    public Optional<PlanOutline> published(String code) {
        return find(code).map(Published::outline);
    }

    @Override
    public List<PlanOutline> publishedAs(String codeOrName) {
        var codes = jdbc.sql("""
                select p.code from plan.plan_name w
                join plan.plan p on p.code = w.plan
                join plan.notice n on n.id = p.notice_id
                where w.name = :word and n.status = 'PUBLISHED'
                order by p.first_exam_date, p.code
                """).param("word", codeOrName).query(String.class).list();
        var found = new ArrayList<PlanOutline>();
        codes.forEach(code -> published(code).ifPresent(found::add));
        return found;
    }

    @Override
    public Optional<PaymentTerms> paymentTerms(String code) {
        return find(code).map(Published::terms);
    }

    @Override
    public Map<String, String> names(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select code, name from plan.plan where code in (:codes)")
                .param("codes", Set.copyOf(codes))
                .query((row, n) -> Map.entry(row.getString("code"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<Published> find(String code) {
        var remembered = known.getIfPresent(code);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var found = notices.findByPlan(code)
                .filter(record -> record.status() == NoticeRecord.Status.PUBLISHED)
                .map(NoticeRecord::notice)
                .map(notice -> new Published(outline(notice, notice.plan(code)), terms(notice, notice.plan(code))));
        found.ifPresent(published -> remember(code, published));
        return found;
    }

    /** Not before the transaction ends well: it may be the one that publishes the notice, and then it is public only if that comes true. */
    private void remember(String code, Published published) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            known.put(code, published);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.put(code, published);
            }
        });
    }

    private static PlanOutline outline(Notice notice, Plan plan) {
        return new PlanOutline(
                plan.code(),
                plan.name(),
                notice.awardingBody(),
                plan.examDates().getFirst(),
                plan.deadline().closesAt(),
                plan.examEnds(),
                plan.offerings().stream().map(PlanOutlines::offered).toList(),
                admission(notice.eligibility()),
                photo(plan.photo()),
                plan.stages().stream()
                        .filter(stage -> stage.kind() == StageKind.PUBLICITY)
                        .flatMap(stage -> days(stage).stream())
                        .findFirst()
                        .orElse(null),
                plan.stages().stream()
                        .filter(stage -> stage.kind() == StageKind.CERTIFICATES)
                        .flatMap(stage -> Stream.ofNullable(stage.from()))
                        .findFirst()
                        .orElse(null));
    }

    private static Optional<PlanOutline.Days> days(Plan.Stage stage) {
        var from = stage.from();
        var to = stage.to();
        return from == null || to == null ? Optional.empty() : Optional.of(new PlanOutline.Days(from, to));
    }

    private static PlanOutline.@Nullable PhotoWish photo(Plan.@Nullable PhotoRule rule) {
        return rule == null
                ? null
                : new PlanOutline.PhotoWish(rule.formats(), rule.maxMegabytes(), rule.width(), rule.height());
    }

    private static PlanOutline.Offered offered(Plan.Offering offering) {
        var subjects = offering.sessions().stream()
                .flatMap(session -> session.windows().stream())
                .flatMap(window -> window.subjects().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new PlanOutline.Offered(
                offering.qualification(),
                offering.level(),
                offering.schemeVersion(),
                List.copyOf(subjects),
                offering.sessions().stream().map(PlanOutlines::hours).toList());
    }

    private static PlanOutline.SessionHours hours(Plan.Session session) {
        return new PlanOutline.SessionHours(session.windows().stream()
                .map(window -> new PlanOutline.SubjectHours(window.subjects(), window.window(), window.minutes()))
                .toList());
    }

    private static PlanOutline.Admission admission(Notice.@Nullable Eligibility eligibility) {
        return eligibility == null
                ? PlanOutline.Admission.EVERYBODY
                : new PlanOutline.Admission(
                        eligibility.kinds().contains("COLLEGE"),
                        eligibility.kinds().contains("PUBLIC"),
                        eligibility.nonPilotColleges());
    }

    private static PaymentTerms terms(Notice notice, Plan plan) {
        var payment = notice.payment();
        var due = plan.paymentDue();
        return new PaymentTerms(
                notice.code(),
                notice.awardingBody(),
                notice.fees().stream()
                        .map(fee -> new PaymentTerms.Price(
                                fee.qualification(),
                                fee.level(),
                                fee.amount(),
                                fee.kind() == Notice.FeeKind.PROVISIONAL))
                        .toList(),
                due == null ? null : due.date(),
                payment == null ? null : account(payment.account()),
                payment == null ? null : payment.remark());
    }

    private static PaymentTerms.@Nullable BankAccount account(Notice.@Nullable Account account) {
        return account == null
                ? null
                : new PaymentTerms.BankAccount(
                        account.name(),
                        account.taxNumber(),
                        account.address(),
                        account.phone(),
                        account.bank(),
                        account.number(),
                        account.routing());
    }
}
