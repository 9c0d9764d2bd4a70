package org.onex.center.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.onex.center.printing.PrintingDesk.PLAN;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.onex.center.audit.AuditTrail;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobRun;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.printing.PrintingDesk.Guest;
import org.onex.center.site.SiteDirectory;
import org.onex.center.typesetting.TypeCases;
import org.onex.foundation.ids.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Drawing the files of a print: interrupted, twice at once, after seats have changed; in a real database. */
@CenterTest
@Import(PrintingDesk.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintPapersModuleTests {

    private static final String HOST = "90001";
    private static final String GUEST = "90002";
    private static final String UNKNOWN = Character.toString(0x30000);
    private static final List<Guest> THREE =
            List.of(new Guest("王㛃", HOST), new Guest("𠮷田", GUEST), new Guest("张" + UNKNOWN, HOST));
    private static final Actor OFFICER =
            new Actor("college01", "王老师", new Organization(OrganizationKind.COLLEGE, HOST, "示范一职业技术学院"));

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PrintingDesk desk;

    @Autowired
    private Prints prints;

    @Autowired
    private OrderPrint orders;

    @Autowired
    private PrintProgress progress;

    @Autowired
    private PlanDirectory plans;

    @Autowired
    private SiteDirectory sites;

    @Autowired
    private StartJob startJob;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Autowired
    private SeatedRooms rooms;

    @Autowired
    private PrintList list;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private PrintPapers papers;

    @Autowired
    private PrintViews views;

    @Autowired
    private HandOut handOut;

    @Autowired
    private FileStore files;

    @BeforeAll
    void publish() {
        Parties.enter(port);
        jdbc.sql("insert into organization.college (code, name, province, pilot) values ('90002', '示范二', '江苏', true)")
                .update();
        try (var officer = Staff.signedIn(port, "hongke")) {
            var loaded = officer.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003());
            var id = loaded.body().path("id").asString();
            assertThat(officer.post("/api/plan/notices/" + id + "/publication", Map.of())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void everyRoomGetsItsPapers() throws IOException {
        var print = ordered(arrangedSite(THREE), List.of(PrintKind.values()));
        assertThat(papers.run(run(print, done -> {}))).isEqualTo(Map.of("files", 10, "pages", 11));
        var found = prints.find(print).orElseThrow();
        assertThat(found.ready()).isNotNull();
        assertThat(found.unprintable()).containsExactly(new Unprintable("张" + UNKNOWN, UNKNOWN));
        assertThat(prints.files(print))
                .extracting(PrintFile::name, PrintFile::pages)
                .contains(
                        tuple("准考证-时段2-第1考场.pdf", 2),
                        tuple("准考证-时段2-第2考场.pdf", 1),
                        tuple("签到表-实操-时段2-第2考场.pdf", 1),
                        tuple("门贴-时段2-第1考场.pdf", 1));
        assertThat(texts(print).get("准考证-时段2-第1考场.pdf"))
                .contains("王㛃", "𠮷田", "示范一职业技术学院", "示范二", "机房1", "14:00–17:45", "北京鸿科经纬科技有限公司");
        assertThat(texts(print).get("签到表-理论-时段2-第1考场.pdf")).contains("周监考", "应到 2 人");
    }

    @Test
    void whatWasInterruptedGoesOnWhereItWas() {
        var print = ordered(arrangedSite(THREE), List.of(PrintKind.TICKET, PrintKind.DOOR_NOTICE));
        assertThatIllegalStateException()
                .isThrownBy(() -> papers.run(run(print, done -> {
                    if (done == 2) {
                        throw new IllegalStateException("killed");
                    }
                })));
        assertThat(prints.files(print)).hasSize(2);
        assertThat(prints.find(print).orElseThrow().ready()).isNull();
        jdbc.sql("update printing.file set pages = 77 where print_id = :id")
                .param("id", print)
                .update();
        papers.run(run(print, done -> {}));
        assertThat(prints.files(print))
                .as("those that were there are not drawn again")
                .hasSize(4)
                .filteredOn(file -> file.pages() == 77)
                .hasSize(2);
        assertThat(prints.find(print).orElseThrow().ready()).isNotNull();
    }

    @Test
    void twoRunsAtOnceLeaveEachFileOnce() {
        var print = ordered(arrangedSite(THREE), List.of(PrintKind.TICKET));
        var facts = papers.run(run(print, done -> {
            if (done == 1) {
                papers.run(run(print, none -> {}));
            }
        }));
        assertThat(facts).containsEntry("files", 2);
    }

    @Test
    void aPrintThatIsReadyIsNotDrawnAgain() {
        var site = arrangedSite(THREE);
        var print = ordered(site, List.of(PrintKind.TICKET));
        papers.run(run(print, done -> {}));
        desk.withdraw(site);
        assertThat(papers.run(run(print, done -> {
                    throw new IllegalStateException("drawn again");
                })))
                .containsEntry("pages", 3);
    }

    @Test
    void nothingIsDrawnFromOtherSeatsThanWereAskedFor() {
        var site = arrangedSite(THREE);
        var print = ordered(site, List.of(PrintKind.TICKET));
        desk.arrange(site, 2, THREE);
        assertThatExceptionOfType(PrintingRefused.class)
                .isThrownBy(() -> papers.run(run(print, done -> {})))
                .satisfies(e -> assertThat(e.code()).isEqualTo("printing.seating-changed"));
        assertThat(prints.files(print)).isEmpty();
    }

    @Test
    void whatIsNotDrawnToTheEndIsNotHandedOut() {
        var print = ordered(arrangedSite(THREE), List.of(PrintKind.TICKET));
        assertThatIllegalStateException()
                .isThrownBy(() -> papers.run(run(print, done -> {
                    if (done == 1) {
                        throw new IllegalStateException("killed");
                    }
                })));
        var half = prints.files(print).getFirst().name();
        assertThatExceptionOfType(PrintingRefused.class)
                .isThrownBy(() -> handOut.file(print, half, OFFICER))
                .satisfies(e -> assertThat(e.code()).isEqualTo("printing.not-ready"));
        assertThatExceptionOfType(PrintingRefused.class).isThrownBy(() -> handOut.archive(print, OFFICER));
    }

    @Test
    void nobodyWaitsForTheTrailWhileATicketIsDrawn() {
        var seat = desk.arrange(desk.site(HOST, "五号考点"), 1, THREE).getFirst();
        assertThat(handOut.ticket(seat.ticket(), OFFICER)).isNotEmpty();
        assertThat(desk.gatheredInTransaction()).isFalse();
    }

    @Test
    void whoLooksAtPrintsNeedsOneConnectionWhateverIsListed() throws SQLException {
        var print = ordered(arrangedSite(THREE), List.of(PrintKind.TICKET));
        ordered(arrangedSite(THREE), List.of(PrintKind.TICKET));
        var pool = dataSource.unwrap(HikariDataSource.class);
        var others = new ArrayList<Connection>();
        try {
            while (others.size() < pool.getMaximumPoolSize() - 1) {
                others.add(pool.getConnection());
            }
            var found = list.find(new PrintList.Filter(PLAN, null), OFFICER, "", 99);
            assertThat(found)
                    .hasSizeGreaterThan(1)
                    .allMatch(one -> !one.sources().isEmpty());
            assertThat(found).contains(prints.find(print).orElseThrow());
            assertThat(views.of(found)).hasSameSizeAs(found);
        } finally {
            for (var other : others) {
                other.close();
            }
        }
    }

    @Test
    void aPrintHasFailedWhenItsJobHasEndedWithoutIt() {
        var print = ordered(arrangedSite(THREE), List.of(PrintKind.TICKET));
        var view = views.of(prints.find(print).orElseThrow());
        assertThat(view.state()).isEqualTo(PrintView.State.WAITING);
        for (var ended : List.of("FAILED", "CANCELLED")) {
            jdbc.sql("delete from job.job where id = :id")
                    .param("id", view.job())
                    .update();
            jdbc.sql("""
                    insert into job.job
                        (id, kind, subject, owner_kind, owner_code, login, name, state, done, total, since, is_cancel_wanted, run, attempts, facts)
                    values
                        (:id, 'printing.print', 'x', 'COLLEGE', '90001', 'college01', '王老师', :state, 0, 0, :since, false, 1, 1, '{}')
                    """)
                    .param("id", view.job())
                    .param("state", ended)
                    .param("since", Timestamp.from(Instant.parse("2024-05-11T01:00:00Z")))
                    .update();
            assertThat(views.of(prints.find(print).orElseThrow()).state())
                    .as(ended)
                    .isEqualTo(PrintView.State.FAILED);
        }
    }

    @Test
    void aCollegesTicketsAreThoseOfItsOwnPeopleWhereverTheySit() throws IOException {
        var first = desk.site(HOST, "一号考点");
        var second = desk.site(HOST, "一号考点");
        desk.arrange(first, 1, THREE);
        desk.arrange(second, 1, List.of(new Guest("李晓燕", GUEST), new Guest("陈一", HOST)));
        var print = added(null, GUEST, List.of(first, second), List.of(PrintKind.TICKET));
        papers.run(run(print, done -> {}));
        assertThat(prints.files(print)).hasSize(2).allMatch(file -> file.pages() == 1);
        assertThat(String.join("", texts(print).values()))
                .contains("𠮷田", "李晓燕")
                .doesNotContain("王㛃", "陈一");
    }

    @Test
    void theSameSeatsGiveTheSameFilesWithFontsThatAreOpenedAnew() {
        var site = arrangedSite(THREE);
        var first = ordered(site, List.of(PrintKind.values()));
        papers.run(run(first, done -> {}));
        var second = ordered(site, List.of(PrintKind.values()));
        new PrintPapers(prints, desk, desk, rooms, new TypeCases(), files, clock).run(run(second, done -> {}));
        assertThat(prints.files(second)).isEqualTo(prints.files(first));
    }

    @Test
    void nothingIsOrderedOnceTheLastHoursAtTheSiteAreOver() {
        var site = arrangedSite(THREE);
        var closes = Instant.parse("2024-05-18T17:45:00+08:00");
        for (var place : Arrays.asList(site, null)) {
            assertThatExceptionOfType(PrintingRefused.class)
                    .isThrownBy(() -> orderedAt(closes, place))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("printing.over"))
                    .satisfies(e -> assertThat(e.facts().get("closes")).isEqualTo("2024-05-18T17:45+08:00"));
            assertThat(orderedAt(closes.minusSeconds(1), place).kinds()).containsExactly(PrintKind.TICKET);
        }
    }

    private Print orderedAt(Instant now, @Nullable UUID site) {
        var order = new OrderPrint(
                prints, progress, plans, sites, desk, desk, startJob, trail, Clock.fixed(now, ZoneOffset.UTC));
        return Objects.requireNonNull(
                transaction.execute(status -> order.order(PLAN, site, List.of(PrintKind.TICKET), OFFICER)));
    }

    @Test
    void whatIsOrderedAgainIsAnsweredAgainUnlessItsSourcesHaveChangedOrItHasFailed() {
        var site = arrangedSite(THREE);
        var both = List.of(PrintKind.SIGN_IN_SHEET, PrintKind.TICKET);
        var first = order(site, both);
        assertThat(order(site, List.of(PrintKind.TICKET, PrintKind.SIGN_IN_SHEET, PrintKind.TICKET)))
                .isEqualTo(first);
        assertThat(order(site, List.of(PrintKind.TICKET))).isNotEqualTo(first);
        var tickets = order(site, List.of(PrintKind.TICKET));
        desk.staff(site);
        assertThat(order(site, both)).isNotEqualTo(first);
        assertThat(order(site, List.of(PrintKind.TICKET))).isEqualTo(tickets);
        desk.arrange(site, 2, THREE);
        var latest = order(site, List.of(PrintKind.TICKET));
        assertThat(latest).isNotEqualTo(tickets);
        jdbc.sql("update printing.print set ready_at = null where id = :id")
                .param("id", latest)
                .update();
        jdbc.sql("update job.job set state = 'FAILED' where subject = :id")
                .param("id", latest.toString())
                .update();
        assertThat(order(site, List.of(PrintKind.TICKET))).isNotEqualTo(latest);
    }

    private UUID order(UUID site, List<PrintKind> kinds) {
        return orders.order(PLAN, site, kinds, OFFICER).id();
    }

    @Test
    void aPrintIsStaleOnceSeatsHaveChanged() {
        var site = arrangedSite(THREE);
        var print = ordered(site, List.of(PrintKind.TICKET));
        assertThat(stale(print)).isFalse();
        desk.arrange(site, 2, THREE);
        assertThat(stale(print)).isTrue();
        desk.arrange(site, 1, THREE);
        desk.withdraw(site);
        assertThat(stale(print)).isTrue();
    }

    @Test
    void onlySheetsThatNameInvigilatorsAreStaleOrNotDrawnWhenOthersInvigilate() {
        var site = arrangedSite(THREE);
        desk.staff(site);
        var sheets = ordered(site, List.of(PrintKind.SIGN_IN_SHEET, PrintKind.TICKET));
        var tickets = ordered(site, List.of(PrintKind.TICKET, PrintKind.DESK_LABEL, PrintKind.DOOR_NOTICE));
        assertThat(stale(sheets)).isFalse();
        desk.staff(site);
        assertThat(stale(sheets)).isTrue();
        assertThat(stale(tickets)).isFalse();
        assertThatExceptionOfType(PrintingRefused.class)
                .isThrownBy(() -> papers.run(run(sheets, done -> {})))
                .satisfies(e -> assertThat(e.code()).isEqualTo("printing.staffing-changed"));
        assertThat(prints.files(sheets)).isEmpty();
        papers.run(run(tickets, done -> {}));
        assertThat(prints.files(tickets)).isNotEmpty();
    }

    @Test
    void ticketsOfACollegeAreStaleWhenItsPeopleGetSeatsElsewhere() {
        var lonely = "90003";
        jdbc.sql("insert into organization.college (code, name, province, pilot) values ('90003', '示范三', '江苏', true)")
                .update();
        var first = desk.site(HOST, "三号考点");
        desk.arrange(first, 1, List.of(new Guest("李晓燕", lonely)));
        var print = added(null, lonely, List.of(first), List.of(PrintKind.TICKET));
        assertThat(stale(print)).isFalse();
        desk.arrange(desk.site(HOST, "四号考点"), 1, List.of(new Guest("陈一", lonely)));
        assertThat(stale(print)).isTrue();
    }

    private boolean stale(UUID print) {
        return views.of(prints.find(print).orElseThrow()).stale();
    }

    private UUID arrangedSite(List<Guest> guests) {
        var site = desk.site(HOST, "示范一考核站点");
        desk.arrange(site, 1, guests);
        return site;
    }

    private UUID ordered(UUID site, List<PrintKind> kinds) {
        return added(new Print.Place(site, "示范一考核站点"), HOST, List.of(site), kinds);
    }

    /** As a request would, but without a job: the test does the work. */
    private UUID added(Print.@Nullable Place place, String college, List<UUID> sites, List<PrintKind> kinds) {
        var id = Ids.next();
        var sources = sites.stream()
                .map(site -> desk.arranged(PLAN, site).orElseThrow())
                .map(seating -> new Print.Source(
                        seating.site(), seating.version(), desk.version(PLAN, seating.site()), seating.since()))
                .toList();
        prints.add(
                new Print(
                        id,
                        PLAN,
                        "计划",
                        "990000004",
                        place,
                        college,
                        kinds,
                        sources,
                        Instant.parse("2024-05-11T01:00:00Z"),
                        "王老师",
                        Ids.next(),
                        null,
                        List.of()),
                OFFICER);
        return id;
    }

    private Map<String, String> texts(UUID print) throws IOException {
        return prints.files(print).stream().collect(Collectors.toMap(PrintFile::name, file -> {
            try (var document = Loader.loadPDF(files.read(file.sha256()))) {
                return new PDFTextStripper().getText(document);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
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
