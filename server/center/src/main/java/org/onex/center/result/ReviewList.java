package org.onex.center.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.contract.kernel.Window;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of reviews that somebody may see, the newest first: a body's of its plans, a college's of its people. */
@Repository
class ReviewList {

    private static final String FROM = """
            from result.review v
            join result.result r on r.candidate_id = v.candidate_id and r.registration_id = v.registration_id
            left join result.entry e
              on e.candidate_id = v.candidate_id and e.registration_id = v.registration_id and e.subject = v.subject
            where (v.college = :college or v.awarding_body = :body)
            """;

    private static final String FILTERED = FROM + """
              and (cast(:plan as text) is null or v.plan = :plan)
              and (cast(:state as text) is null or v.state = :state)
            """;

    private static final String COLUMNS = "select v.*, r.name, r.ticket, r.qualification, r.level, e.script_id ";

    private final JdbcClient jdbc;
    private final Reviews reviews;
    private final PlanDirectory plans;
    private final ResultViews.Names names;

    ReviewList(JdbcClient jdbc, Reviews reviews, PlanDirectory plans, ResultViews.Names names) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.plans = plans;
        this.names = names;
    }

    /**
     * What somebody looks for; absent means any.
     *
     * @param plan its code
     */
    record Filter(@Nullable String plan, Review.@Nullable State state) {}

    /**
     * A review as people see it.
     *
     * @param ticket       null if they got no seat
     * @param script       the run that is looked at again, whose answers and points marking shows; null for a college, and if there was none
     * @param before       what was public when it was asked for
     * @param after        what is proposed, or was decided, instead; null if nothing is, and for a college until it is decided
     * @param passedBefore whether the registration had passed
     * @param passedAfter  whether it has with what is proposed or was decided; null if nothing is
     * @param finding      null while nobody has said anything
     * @param decidedBy    who upheld or confirmed, or withdrew it
     */
    record ReviewRow(
            ReviewKey key,
            UUID registration,
            SheetView.SheetPlan plan,
            ResultRow.ResultCollege college,
            String name,
            @Nullable String ticket,
            QualificationName qualification,
            Level level,
            Subject subject,
            @Nullable UUID script,
            String reason,
            String askedBy,
            OffsetDateTime askedAt,
            Review.State state,
            ReviewEntry before,
            @Nullable ReviewEntry after,
            boolean passedBefore,
            @Nullable Boolean passedAfter,
            @Nullable String finding,
            @Nullable String proposedBy,
            @Nullable OffsetDateTime proposedAt,
            @Nullable String decidedBy,
            @Nullable OffsetDateTime decidedAt,
            int version) {

        record ReviewKey(UUID candidate, UUID id) {}

        record ReviewEntry(Entry.Status status, @Nullable Integer score) {}
    }

    /** A review with what is known of the registration. */
    private record Line(
            Review review,
            String name,
            @Nullable String ticket,
            String qualification,
            Level level,
            @Nullable UUID script) {}

    Page<ReviewRow> page(Filter filter, PageRequest page, Actor actor) {
        var place = TimePlace.of(page.key());
        var lines = jdbc.sql(COLUMNS + FILTERED + """
                and (cast(:afterAt as timestamptz) is null or (v.asked_at, v.id) < (:afterAt, cast(:afterId as uuid)))
                order by v.asked_at desc, v.id desc limit :limit
                """)
                .params(parameters(filter, actor))
                .param("afterAt", place.since())
                .param("afterId", place.id())
                .param("limit", page.size() + 1)
                .query((row, n) -> line(row))
                .list();
        var found = Page.of(
                lines,
                page.size(),
                count(filter, actor),
                line -> TimePlace.key(
                        line.review().asked().at(), line.review().key().id()));
        return new Page<>(rows(found.items(), actor), found.next(), found.total());
    }

    private int count(Filter filter, Actor actor) {
        return jdbc.sql("select count(*) from (select 1 " + FILTERED + " limit :cap) counted")
                .params(parameters(filter, actor))
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    /**
     * @throws ResultRefused if there is none, or not for this asker
     */
    ReviewRow get(Review.Key key, Actor actor) {
        return jdbc.sql(COLUMNS + FROM + "and v.candidate_id = :candidate and v.id = :id")
                .params(asker(actor))
                .param("candidate", key.candidate())
                .param("id", key.id())
                .query((row, n) -> line(row))
                .optional()
                .map(line -> rows(List.of(line), actor).getFirst())
                .orElseThrow(() -> ResultRefused.of(ResultRefused.Code.REVIEW_UNKNOWN));
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, Actor actor) {
        var parameters = new HashMap<String, @Nullable Object>(asker(actor));
        var plan = filter.plan();
        parameters.put("plan", plan == null || plan.isBlank() ? null : plan.strip());
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        return parameters;
    }

    private static Map<String, String> asker(Actor actor) {
        return Map.of(
                "college", codeAs(OrganizationKind.COLLEGE, actor),
                "body", codeAs(OrganizationKind.AWARDING_BODY, actor));
    }

    private static String codeAs(OrganizationKind kind, Actor actor) {
        return actor.organization().kind() == kind ? actor.organization().code() : "";
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                reviews.review(row),
                row.getString("name"),
                row.getString("ticket"),
                row.getString("qualification"),
                Level.valueOf(row.getString("level")),
                row.getObject("script_id", UUID.class));
    }

    /** Each plan and each college of a page is asked for once. */
    private List<ReviewRow> rows(List<Line> lines, Actor actor) {
        var outlines = lines.stream()
                .map(line -> line.review().whose().plan())
                .distinct()
                .collect(Collectors.toMap(
                        code -> code, code -> plans.published(code).orElseThrow()));
        var colleges = names.colleges(
                lines.stream().map(line -> line.review().whose().college()).toList());
        return lines.stream()
                .map(line -> row(
                        line,
                        Objects.requireNonNull(
                                outlines.get(line.review().whose().plan())),
                        colleges.apply(line.review().whose().college()),
                        actor))
                .toList();
    }

    private static ReviewRow row(Line line, PlanOutline plan, ResultRow.ResultCollege college, Actor actor) {
        var review = line.review();
        var decides = actor.organization().kind() == OrganizationKind.AWARDING_BODY;
        var mayKnow = decides || !review.state().isPending();
        var proposal = mayKnow ? review.proposal() : null;
        var decided = review.decided();
        return new ReviewRow(
                new ReviewRow.ReviewKey(review.key().candidate(), review.key().id()),
                review.registration(),
                new SheetView.SheetPlan(plan.code(), plan.name()),
                college,
                line.name(),
                line.ticket(),
                qualification(plan, line),
                line.level(),
                review.subject(),
                decides ? line.script() : null,
                review.reason(),
                review.asked().name(),
                Window.inBeijing(review.asked().at()),
                review.state(),
                entry(review.before()),
                proposal == null ? null : entry(proposal.after()),
                review.before().isPassed(),
                proposal == null ? null : proposal.after().isPassed(),
                proposal == null ? null : proposal.finding(),
                proposal == null ? null : proposal.by().name(),
                proposal == null ? null : Window.inBeijing(proposal.by().at()),
                decided == null ? null : decided.name(),
                decided == null ? null : Window.inBeijing(decided.at()),
                review.version());
    }

    private static QualificationName qualification(PlanOutline plan, Line line) {
        return plan.offering(line.qualification(), line.level())
                .map(PlanOutline.Offered::qualification)
                .orElseThrow();
    }

    private static ReviewRow.ReviewEntry entry(Review.Stand stand) {
        return new ReviewRow.ReviewEntry(stand.status(), stand.score());
    }
}
