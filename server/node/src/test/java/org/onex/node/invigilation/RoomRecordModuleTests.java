package org.onex.node.invigilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.RecordFile.ActKind;
import org.onex.contract.bundle.RecordFile.Attendance;
import org.onex.contract.bundle.RecordFile.IncidentKind;
import org.onex.contract.kernel.DomainError;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.MoveClock;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.web.PageRequest;
import org.onex.node.NodeTest;
import org.onex.node.sitting.ForgetBundle;
import org.onex.node.sitting.InstallSession;
import org.onex.node.sitting.SiteBundles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written down in a room of two: kept as it was said, once, and never in somebody else's room. */
@NodeTest
class RoomRecordModuleTests {

    private static final String ROOM = SiteBundles.ROOM;
    private static final String OTHER_ROOM = SiteBundles.OTHER_ROOM;
    private static final String FIRST = "JKC0000001";
    private static final String SECOND = "JKC0000002";

    @Autowired
    private InstallSession install;

    @Autowired
    private AdmitInvigilators admit;

    @Autowired
    private KeeperSignIn signIn;

    @Autowired
    private KeepRecord record;

    @Autowired
    private KeepRoom room;

    @Autowired
    private ReadRecord written;

    @Autowired
    private RecordDirectory directory;

    @Autowired
    private ForgetRooms forget;

    @Autowired
    private ForgetBundle forgetBundle;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private MoveClock move;

    @Autowired
    private JdbcClient jdbc;

    private SiteBundles site;
    private UUID attempt;
    private Keeper keeper;

    @BeforeEach
    void entryIsOpen() {
        bringIn(10);
    }

    private void bringIn(int opensInMinutes) {
        site = new SiteBundles(clock.instant().plus(Duration.ofMinutes(opensInMinutes)))
                .seat(1, ROOM, 1)
                .seat(2, OTHER_ROOM, 1)
                .keeper(FIRST, ROOM)
                .keeper(SECOND, OTHER_ROOM);
        install.install(site.version(1), site.files());
        admit.admit(site.version(1));
        attempt = site.run(1, site.theory);
        keeper = new Keeper(site.bundle, FIRST, "监考员", List.of(ROOM));
    }

    private OwnRooms.Request request() {
        return new OwnRooms.Request(Ids.next(), keeper, attempt);
    }

    private OwnRooms.Request request(UUID id) {
        return new OwnRooms.Request(id, keeper, attempt);
    }

    private static KeepRecord.Account account(IncidentKind kind, String facts, @Nullable String statement) {
        return new KeepRecord.Account(kind, facts, statement);
    }

    private List<Keeper> colleague() {
        return List.of(new Keeper(site.bundle, SECOND, "监考员", List.of(OTHER_ROOM)));
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(DomainError.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private @Nullable Attendance attendance() {
        return directory.of(site.bundle).attendance().get(attempt);
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from invigilation." + table + " where bundle = :bundle")
                .param("bundle", site.bundle)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatWasSaidLastCountsAndWhatWasSaidBeforeIsKept() {
        record.attend(request(), true, "迟到");
        move.to(clock.instant().plus(Duration.ofMinutes(41)));
        record.attend(request(), false, null);
        assertThat(attendance()).extracting("present", "number", "note").containsExactly(false, FIRST, "");
        record.attend(request(), true, "更正：坐错了位置");
        assertThat(attendance()).extracting("present", "note").containsExactly(true, "更正：坐错了位置");
        assertThat(rows("attendance")).isEqualTo(3);
    }

    @Test
    void theSameWordOfTheSamePersonIsWrittenDownOnce() {
        for (int time = 0; time < 3; time++) {
            record.attend(request(), true, "穿红衣");
        }
        var kept = directory.of(site.bundle);
        assertThat(rows("attendance")).isEqualTo(1);
        record.attend(request(), true, "穿蓝衣");
        assertThat(rows("attendance")).isEqualTo(2);
        record.attend(request(), true, "穿红衣");
        assertThat(rows("attendance")).isEqualTo(3);
        assertThat(kept).isNotEqualTo(directory.of(site.bundle));
        var colleague = new Keeper(site.bundle, SECOND, "监考员", List.of(ROOM));
        record.attend(new OwnRooms.Request(Ids.next(), colleague, attempt), true, "穿红衣");
        assertThat(rows("attendance")).isEqualTo(4);
        assertThat(attendance()).extracting("number").isEqualTo(SECOND);
    }

    @Test
    void nothingIsWrittenDownOfWhatIsForgotten() {
        record.attend(request(), true, "");
        forget.forget(site.bundle);
        forgetBundle.forget(site.bundle);
        assertRefused("sitting.attempt-unknown", () -> record.attend(request(), true, "更正"));
        var what = account(IncidentKind.OTHER, "秘密", "");
        assertRefused("sitting.attempt-unknown", () -> record.report(request(), what, null));
        assertRefused("sitting.attempt-unknown", () -> room.tell(request(), "请勿交谈"));
        assertRefused("sitting.attempt-unknown", () -> room.extend(request(), colleague(), 5, "断电"));
        assertThat(List.of(rows("attendance"), rows("incident"), rows("act"))).containsExactly(1, 0, 0);
    }

    @Test
    void nobodyIsAbsentAsLongAsTheyMayComeOrOnceTheyAreHere() {
        assertRefused("invigilation.may-still-come", () -> record.attend(request(), false, null));
        assertThat(attendance()).isNull();
        jdbc.sql("update sitting.attempt set epoch = 1 where id = :id")
                .param("id", attempt)
                .update();
        move.to(clock.instant().plus(Duration.ofMinutes(41)));
        assertRefused("invigilation.is-here", () -> record.attend(request(), false, null));
        assertThat(rows("attendance")).isZero();
    }

    @Test
    void whoWasGivenTimeToComeIsAwaitedThatMuchLonger() {
        room.extend(request(), colleague(), 15, "堵车");
        move.to(clock.instant().plus(Duration.ofMinutes(54)));
        assertRefused("invigilation.may-still-come", () -> record.attend(request(), false, null));
        move.to(clock.instant().plus(Duration.ofMinutes(1)));
        record.attend(request(), false, null);
        assertThat(attendance()).extracting("present").isEqualTo(false);
    }

    @Test
    void theSameWordAgainIsNotASecondOneAndItsKeyIsGoodForNothingElse() {
        var key = Ids.next();
        record.attend(request(key), true, "");
        record.attend(request(key), true, null);
        assertThat(rows("attendance")).isEqualTo(1);
        assertRefused("invigilation.key-used", () -> record.attend(request(key), true, "另一句话"));
        assertRefused("invigilation.key-used", () -> room.tell(request(key), "请勿交谈"));
        var what = account(IncidentKind.HEALTH, "头晕", "");
        assertRefused("invigilation.key-used", () -> record.report(request(key), what, null));
        var other = Ids.next();
        assertThat(record.report(request(other), what, null)).isEqualTo(other);
        assertThat(record.report(request(other), what, null)).isEqualTo(other);
        assertThat(rows("incident")).isEqualTo(1);
        assertThat(rows("act")).isZero();
    }

    @Test
    void incidentsAreReadByTheRoomTheyHappenedInTheLatestFirst() {
        for (var facts : List.of("第一件", "第二件", "第三件")) {
            record.report(request(), account(IncidentKind.EQUIPMENT, facts, null), null);
        }
        var first = written.incidents(keeper, null, new PageRequest(2, null));
        assertThat(first.items())
                .extracting(told -> told.written().incident().facts())
                .containsExactly("第三件", "第二件");
        assertThat(first.items()).extracting(told -> told.run().name()).containsOnly("考生1");
        assertThat(first.total().count()).isEqualTo(3);
        var last = written.incidents(keeper, ROOM, new PageRequest(2, first.next()));
        assertThat(last.items())
                .extracting(told -> told.written().incident().facts())
                .containsExactly("第一件");
        assertThat(last.next()).isNull();
        assertThat(written.incidents(colleague().getFirst(), null, new PageRequest(2, null))
                        .items())
                .isEmpty();
        assertThat(written.incidents(keeper, OTHER_ROOM, new PageRequest(2, null))
                        .items())
                .isEmpty();
        for (var bad : List.of("%%%", "bm9uc2Vuc2U", "MjAyNA eA")) {
            assertRefused("request.invalid", () -> written.incidents(keeper, null, new PageRequest(2, bad)));
        }
    }

    @Test
    void whatIsSaidHasItsLength() {
        assertRefused(
                "invigilation.reason-missing",
                () -> record.report(request(), account(IncidentKind.OTHER, " \0", ""), null));
        assertRefused(
                "invigilation.out-of-range",
                () -> record.report(request(), account(IncidentKind.OTHER, "长".repeat(1_001), ""), null));
        assertRefused(
                "invigilation.out-of-range",
                () -> record.report(request(), account(IncidentKind.OTHER, "事", "长".repeat(1_001)), null));
        assertRefused("invigilation.out-of-range", () -> record.attend(request(), true, "长".repeat(201)));
        record.report(request(), account(IncidentKind.OTHER, "长".repeat(1_000), "长".repeat(1_000)), null);
        record.attend(request(), true, "长".repeat(200));
    }

    @Test
    void nothingIsWrittenDownOfAnotherRoomOrBeforeEntryOpens() {
        var elsewhere = new OwnRooms.Request(Ids.next(), keeper, site.run(2, site.theory));
        assertRefused("invigilation.not-in-session", () -> record.attend(elsewhere, true, null));
        var what = account(IncidentKind.OTHER, "事", "");
        assertRefused("invigilation.not-in-session", () -> record.report(elsewhere, what, null));
        assertRefused("invigilation.not-in-session", () -> room.handIn(elsewhere, colleague(), "作弊"));
        bringIn(31);
        assertRefused("sitting.entry-not-open", () -> record.attend(request(), true, null));
        assertRefused("sitting.entry-not-open", () -> record.report(request(), what, null));
        install.install(site.version(2), site.files());
    }

    @Test
    void theRecordOfTheRoomsHoldsEverythingAndIsTheSameUntilMoreIsWrittenDown() {
        record.attend(request(), true, "");
        var incident = record.report(request(), account(IncidentKind.CHEATING, "夹带", "没有"), colleague());
        room.tell(request(), "请勿交谈");
        var kept = directory.of(site.bundle);
        assertThat(kept.attendance()).containsOnlyKeys(attempt);
        assertThat(kept.incidents()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(incident);
            assertThat(one.attempt()).isEqualTo(attempt);
            assertThat(one.second()).isEqualTo(SECOND);
            assertThat(one.statement()).isEqualTo("没有");
        });
        assertThat(kept.acts()).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(ActKind.MESSAGE);
            assertThat(act.reason()).isEqualTo("请勿交谈");
        });
        assertThat(directory.of(site.bundle)).isEqualTo(kept);
        room.tell(request(), "请坐好");
        assertThat(directory.of(site.bundle)).isNotEqualTo(kept);
    }

    @Test
    void whatIsForgottenLeavesWhoDidWhatAndNoWordOfIt() {
        signIn.signIn(FIRST, SiteBundles.PIN);
        record.attend(request(), true, "穿红衣");
        record.report(request(), account(IncidentKind.HEALTH, "头晕", "吃过药"), null);
        room.unlock(request(), "主机故障");
        for (int time = 0; time < 2; time++) {
            forget.forget(site.bundle);
            forgetBundle.forget(site.bundle);
        }
        var left = directory.of(site.bundle);
        assertThat(left.attendance().get(attempt)).extracting("present", "note").containsExactly(true, "");
        assertThat(left.incidents()).extracting("facts", "statement", "number").containsExactly(tuple("", "", FIRST));
        assertThat(left.acts()).extracting("kind", "reason").containsExactly(tuple(ActKind.UNLOCK, ""));
        assertThat(List.of(rows("room_keeper"), rows("kept_room"), rows("sign_in")))
                .containsOnly(0);
    }
}
