package org.onex.center.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.center.catalog.Level;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.kernel.Window;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Notices in a real database: the document, the rows beside it, the list, and two people at once. */
class NoticesModuleTests {

    private static final Instant BEFORE_003_CLOSES = Instant.parse("2024-04-29T15:59:59Z");
    private static final Actor STRANGER =
            new Actor("college01", "示范一", new Organization(OrganizationKind.COLLEGE, "90001", "示范一"));
    private static final Actor HONGKE =
            new Actor("hongke", "鸿科", new Organization(OrganizationKind.AWARDING_BODY, SeedNotices.HONGKE, "鸿科"));

    private HikariDataSource database;
    private JdbcClient jdbc;
    private Notices notices;
    private PlanList plans;
    private PlanOutlines outlines;

    @BeforeEach
    void open() {
        database = TestPostgres.freshDatabase();
        jdbc = JdbcClient.create(database);
        for (var code : List.of("WDYY", "XMTYX", "YDYY", "SZYX", "ZBDS", "XMTJS")) {
            jdbc.sql(
                            "insert into catalog.qualification (code, awarding_body, name, short_name) values (:c, 'x', :c, :c)")
                    .param("c", code)
                    .update();
            for (var level : Level.values()) {
                jdbc.sql("insert into catalog.scheme (qualification, level, version, content) values (:c, :l, 1, '{}')")
                        .param("c", code)
                        .param("l", level.name())
                        .update();
            }
        }
        notices = new Notices(jdbc, JsonMapper.builder().build(), new PlanRows(jdbc));
        plans = new PlanList(jdbc);
        outlines = new PlanOutlines(jdbc, notices);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsFoundIsWhatWasStored() {
        for (var notice : allSeeds()) {
            var stored = store(notice, NoticeRecord.Status.DRAFT);
            assertThat(notices.find(stored.id())).contains(stored);
        }
    }

    @Test
    void theRowsSayWhatTheDocumentSays() {
        for (var notice : allSeeds()) {
            store(notice, NoticeRecord.Status.PUBLISHED);
            var expected = new TreeSet<String>();
            for (var plan : notice.plans()) {
                for (var offering : plan.offerings()) {
                    for (var session : offering.sessions()) {
                        for (var window : session.windows()) {
                            for (var subject : window.subjects()) {
                                expected.add(String.join(
                                        " ",
                                        plan.code(),
                                        plan.deadline().closesAt().toString(),
                                        offering.qualification().code(),
                                        offering.level().name(),
                                        String.valueOf(session.number()),
                                        subject.name(),
                                        window.window().opens().toString(),
                                        window.window().closes().toString()));
                            }
                        }
                    }
                }
            }
            var rows = jdbc.sql("""
                    select p.code, p.closes_at, o.qualification, o.level, w.session, w.subject, w.opens, w.closes
                    from plan.plan p join plan.notice n on n.id = p.notice_id
                    join plan.offering o on o.plan_id = p.id join plan.session_window w on w.offering_id = o.id
                    where n.code = :code
                    """)
                    .param("code", notice.code())
                    .query((row, i) -> String.join(
                            " ",
                            row.getString("code"),
                            row.getTimestamp("closes_at").toInstant().toString(),
                            row.getString("qualification"),
                            row.getString("level"),
                            row.getString("session"),
                            row.getString("subject"),
                            row.getTimestamp("opens").toInstant().toString(),
                            row.getTimestamp("closes").toInstant().toString()))
                    .list();
            assertThat(rows).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void theSecondOfTwoPeopleWhoChangedTheSameVersionIsTold() {
        var draft = store(SeedNotices.hongke(), NoticeRecord.Status.DRAFT);
        notices.change(draft.replacedBy(SeedNotices.hongke(), "first.yaml", "1"));
        assertThatExceptionOfType(PlanRefused.class)
                .isThrownBy(() -> notices.change(draft.replacedBy(SeedNotices.hongke(), "second.yaml", "2")))
                .satisfies(e -> assertThat(e.code()).isEqualTo("plan.notice-changed"));
        assertThat(notices.find(draft.id()).orElseThrow().file()).isEqualTo("first.yaml");
    }

    @Test
    void twoFirstLoadsOfOneCodeAreNotTwoNotices() {
        store(SeedNotices.hongke(), NoticeRecord.Status.DRAFT);
        assertThatExceptionOfType(PlanRefused.class)
                .isThrownBy(() -> store(SeedNotices.hongke(), NoticeRecord.Status.DRAFT))
                .satisfies(e -> assertThat(e.code()).isEqualTo("plan.notice-changed"));
    }

    @Test
    void leafingThroughTheListShowsEveryPlanOnceWhateverThePageSize() {
        allSeeds().forEach(notice -> store(notice, NoticeRecord.Status.PUBLISHED));
        var any = new PlanList.Filter(null, null, null);
        for (int size : List.of(1, 2, 7, 26, 27, 100)) {
            var seen = new TreeSet<String>();
            var after = "";
            List<PlanList.Row> page;
            do {
                page = plans.find(any, STRANGER, BEFORE_003_CLOSES, after, size);
                for (var row : page) {
                    assertThat(seen.add(row.code())).as(row.code()).isTrue();
                    after = row.key();
                }
            } while (page.size() == size);
            assertThat(seen).as("page size %s", size).hasSize(27);
        }
        assertThat(plans.count(any, STRANGER, BEFORE_003_CLOSES)).isEqualTo(27);
    }

    @Test
    void draftsAreListedForTheirOwnBodyOnly() {
        store(SeedNotices.hongke(), NoticeRecord.Status.DRAFT);
        var drafts = new PlanList.Filter(Phase.DRAFT, null, null);
        assertThat(plans.count(drafts, HONGKE, BEFORE_003_CLOSES)).isEqualTo(3);
        assertThat(plans.count(drafts, STRANGER, BEFORE_003_CLOSES)).isZero();
        assertThat(notices.visibleTo(STRANGER, "", 10)).isEmpty();
    }

    @Test
    void aPlanIsOpenUntilTheLastMomentOfItsLastDay() {
        store(SeedNotices.hongke(), NoticeRecord.Status.PUBLISHED);
        var open = new PlanList.Filter(Phase.OPEN, null, null);
        assertThat(plans.count(open, STRANGER, BEFORE_003_CLOSES)).isEqualTo(3);
        assertThat(plans.count(open, STRANGER, BEFORE_003_CLOSES.plusSeconds(1)))
                .isEqualTo(2);
    }

    @Test
    void isInPublicityInTheWindowThatWasSettledAndNotInTheOneThatIsPrinted() {
        var plan = store(SeedNotices.hongke(), NoticeRecord.Status.PUBLISHED)
                .notice()
                .plans()
                .getFirst()
                .code();
        var publicity = new KeepPublicity(jdbc);
        var printed =
                Objects.requireNonNull(outlines.published(plan).orElseThrow().publicity());
        var late =
                new Window(Window.endOf(printed.to()), Window.endOf(printed.to().plusDays(3)));
        assertThat(phase(plan, late.opens())).isEqualTo(Phase.MARKING);
        publicity.on(new ResultsPublished(plan, Window.startOf(printed.from()), Window.endOf(printed.to())));
        publicity.on(new ResultsWithdrawn(plan));
        assertThat(phase(plan, Window.startOf(printed.from()))).isEqualTo(Phase.MARKING);
        publicity.on(new ResultsPublished(plan, Window.startOf(printed.from()), Window.endOf(printed.to())));
        publicity.on(new ResultsPublished(plan, late.opens(), late.closes()));
        assertThat(phase(plan, late.opens().minusSeconds(1))).isEqualTo(Phase.MARKING);
        assertThat(phase(plan, late.opens())).isEqualTo(Phase.PUBLICITY);
        assertThat(phase(plan, late.closes().minusSeconds(1))).isEqualTo(Phase.PUBLICITY);
        assertThat(phase(plan, late.closes())).isEqualTo(Phase.FINISHED);
        var finished = new PlanList.Filter(Phase.FINISHED, null, null);
        assertThat(plans.find(finished, STRANGER, late.closes(), "", 10))
                .extracting(PlanList.Row::code)
                .containsExactly(plan);
    }

    private Phase phase(String plan, Instant now) {
        var any = new PlanList.Filter(null, null, null);
        return plans.find(any, STRANGER, now, "", 100).stream()
                .filter(row -> row.code().equals(plan))
                .findFirst()
                .orElseThrow()
                .phase();
    }

    @Test
    void othersLearnWhenResultsAndCertificatesAreDue() {
        var notice = store(SeedNotices.hongke(), NoticeRecord.Status.PUBLISHED).notice();
        for (var plan : notice.plans()) {
            var outline = outlines.published(plan.code()).orElseThrow();
            assertThat(outline.examEndsAt()).isEqualTo(plan.examEnds());
            assertThat(outline.offerings()).allMatch(offered -> offered.schemeVersion() == 1);
            assertThat(stage(plan, StageKind.PUBLICITY))
                    .satisfies(stage -> assertThat(outline.publicity())
                            .isEqualTo(new PlanOutline.Days(
                                    Objects.requireNonNull(stage.from()), Objects.requireNonNull(stage.to()))));
            assertThat(outline.certificatesFrom())
                    .isEqualTo(stage(plan, StageKind.CERTIFICATES).from());
        }
        assertThat(new PlanOutline.Days(LocalDate.of(2024, 5, 29), LocalDate.of(2024, 5, 31)).count())
                .isEqualTo(3);
    }

    private static Plan.Stage stage(Plan plan, StageKind kind) {
        return plan.stages().stream()
                .filter(stage -> stage.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNameThatIsPrintedFourTimesIsThatOfFourPlans() {
        allSeeds().forEach(notice -> store(notice, NoticeRecord.Status.PUBLISHED));
        assertThat(codesOf("2023年第十次全国统考"))
                .hasSize(4)
                .allSatisfy(code -> assertThat(codesOf(code)).containsExactly(code));
    }

    @Test
    void aPlanIsFoundByEveryNameThatIsPrintedForItAndByNothingElse() {
        store(SeedNotices.handbook(), NoticeRecord.Status.PUBLISHED);
        var plan = SeedNotices.handbook().plans().getFirst();
        assertThat(plan.alsoPrinted()).hasSize(1);
        assertThat(codesOf(plan.name())).contains(plan.code());
        assertThat(codesOf(plan.alsoPrinted().getFirst())).contains(plan.code());
        assertThat(codesOf(plan.name().substring(1))).isEmpty();
        assertThat(codesOf("%")).isEmpty();
    }

    @Test
    void aDraftIsFoundByNoNameUntilItIsPublished() {
        var draft = store(SeedNotices.hongke(), NoticeRecord.Status.DRAFT);
        var plan = draft.notice().plans().getFirst();
        assertThat(codesOf(plan.name())).isEmpty();
        assertThat(outlines.published(plan.code())).isEmpty();
        assertThat(outlines.paymentTerms(plan.code())).isEmpty();
        notices.change(published(draft));
        assertThat(codesOf(plan.name())).containsExactly(plan.code());
        assertThat(outlines.paymentTerms(plan.code())).isPresent();
    }

    @Test
    void theNamesThatADraftNoLongerPrintsAreForgotten() {
        var draft = store(SeedNotices.handbook(), NoticeRecord.Status.DRAFT);
        var name = draft.notice().plans().getFirst().name();
        var renamed = SeedNotices.reader()
                .read("x.yaml", SeedNotices.text("004-hongke-2021.yaml").replace(name, "第一次"));
        var replaced = draft.replacedBy(renamed, "x.yaml", "2");
        notices.change(replaced);
        notices.change(published(replaced));
        assertThat(codesOf(name)).isEmpty();
        assertThat(codesOf("第一次")).isNotEmpty();
    }

    @Test
    void whatIsPublishedIsReadOnce() {
        var stored = store(SeedNotices.hongke(), NoticeRecord.Status.PUBLISHED);
        var code = stored.notice().plans().getFirst().code();
        var outline = outlines.published(code).orElseThrow();
        var terms = outlines.paymentTerms(code).orElseThrow();
        jdbc.sql("update plan.notice set content = '{}'").update();
        assertThat(outlines.published(code)).contains(outline);
        assertThat(outlines.publishedAs(code)).containsExactly(outline);
        assertThat(outlines.paymentTerms(code)).contains(terms);
    }

    @Test
    void aPublicationThatDoesNotComeTrueIsNotRemembered() {
        var draft = store(SeedNotices.hongke(), NoticeRecord.Status.DRAFT);
        var code = draft.notice().plans().getFirst().code();
        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(status -> {
            notices.change(published(draft));
            assertThat(outlines.published(code)).isPresent();
            status.setRollbackOnly();
        });
        assertThat(outlines.published(code)).isEmpty();
    }

    @Test
    void theNamesOfPlansThatWereThereBeforeTheirTableAreInIt() throws IOException {
        allSeeds().forEach(notice -> store(notice, NoticeRecord.Status.PUBLISHED));
        var everyName = "select name || ' ' || plan from plan.plan_name";
        var written = jdbc.sql(everyName).query(String.class).list();
        jdbc.sql("drop table plan.plan_name").update();
        jdbc.sql(Files.readString(Path.of("src/main/resources/db/migration/plan/V0018__plan_name.sql")))
                .update();
        assertThat(jdbc.sql(everyName).query(String.class).list())
                .hasSizeGreaterThan(54)
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private List<String> codesOf(String word) {
        return outlines.publishedAs(word).stream().map(PlanOutline::code).toList();
    }

    private static NoticeRecord published(NoticeRecord draft) {
        return new NoticeRecord(
                draft.id(),
                draft.version() + 1,
                NoticeRecord.Status.PUBLISHED,
                draft.file(),
                draft.digest(),
                Instant.parse("2024-01-01T00:00:00Z"),
                draft.notice());
    }

    private NoticeRecord store(Notice notice, NoticeRecord.Status status) {
        var published = status == NoticeRecord.Status.PUBLISHED ? Instant.parse("2024-01-01T00:00:00Z") : null;
        var record = new NoticeRecord(Ids.next(), 1, status, "file.yaml", "digest", published, notice);
        notices.add(record);
        return record;
    }

    private static List<Notice> allSeeds() {
        return List.of(
                SeedNotices.lianchuang(),
                SeedNotices.zhongjiao(),
                SeedNotices.aopai(),
                SeedNotices.hongke(),
                SeedNotices.handbook());
    }
}
