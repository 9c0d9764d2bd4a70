package org.onex.center.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.center.catalog.Level;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
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
