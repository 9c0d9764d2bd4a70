package org.onex.node.invigilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.RecordFile.IncidentKind;
import org.onex.contract.kernel.DomainError;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.MoveClock;
import org.onex.foundation.ids.Ids;
import org.onex.node.NodeTest;
import org.onex.node.sitting.InstallSession;
import org.onex.node.sitting.SiteBundles;
import org.onex.node.sitting.SittingDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NodeTest
class OwnRoomsModuleTests {

    private static final String ROOM = SiteBundles.ROOM;
    private static final String OTHER_ROOM = SiteBundles.OTHER_ROOM;

    @Autowired
    private InstallSession install;

    @Autowired
    private AdmitInvigilators admit;

    @Autowired
    private KeeperSignIn signIn;

    @Autowired
    private KeepRoom room;

    @Autowired
    private KeepRecord record;

    @Autowired
    private ReadRecord written;

    @Autowired
    private SittingDirectory sittings;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private MoveClock move;

    @Autowired
    private JdbcClient jdbc;

    private SiteBundles opensIn(int minutes) {
        return new SiteBundles(clock.instant().plus(Duration.ofMinutes(minutes)));
    }

    private void bringIn(SiteBundles site, int version) {
        install.install(site.version(version), site.files());
        admit.admit(site.version(version));
    }

    private Keeper keeper(String number) {
        return signIn.signIn(number, SiteBundles.PIN).keeper();
    }

    private static OwnRooms.Request by(Keeper keeper, UUID attempt) {
        return new OwnRooms.Request(Ids.next(), keeper, attempt);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(DomainError.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void invigilatorsSeeAndDoWhatIsInTheirOwnRooms() {
        var site = opensIn(0)
                .seat(1, ROOM, 1)
                .seat(2, OTHER_ROOM, 1)
                .keeper("JKC0000001", ROOM)
                .keeper("JKC0000002", OTHER_ROOM);
        bringIn(site, 1);
        var keeper = keeper("JKC0000001");
        var seats = sittings.seats(site.bundle, keeper.rooms(), null, "", 50);
        assertThat(seats.items()).extracting(SittingDirectory.SeatNow::room).containsExactly(ROOM);
        var elsewhere = site.run(2, site.theory);
        assertRefused("invigilation.not-in-session", () -> room.tell(by(keeper, elsewhere), "请勿交谈"));
        assertRefused("invigilation.not-in-session", () -> room.photo(keeper, elsewhere));
        room.tell(by(keeper, site.run(1, site.theory)), "请勿交谈");
        assertThat(room.photo(keeper, site.run(1, site.practice)).type()).isEqualTo("image/jpeg");
    }

    @Test
    void aSubjectFromWhichItsCandidateHasGoneOnIsStillSeenWhenItIsAskedFor() {
        var site = opensIn(0).seat(31, ROOM, 1);
        site.seat(32, ROOM, 2, List.of(site.theory)).keeper("JKC0000031", ROOM);
        bringIn(site, 1);
        jdbc.sql("update sitting.attempt set epoch = 1 where id = any(cast(:ids as uuid[]))")
                .param("ids", new String[] {
                    site.run(31, site.theory).toString(),
                    site.run(31, site.practice).toString()
                })
                .update();
        var keeper = keeper("JKC0000031");
        var first = site.run(31, site.theory);
        record.report(by(keeper, first), new KeepRecord.Account(IncidentKind.HEALTH, "头晕", null), null);
        assertThat(attempts(keeper, null)).containsExactly(site.run(31, site.practice), site.run(32, site.theory));
        assertThat(attempts(keeper, site.theory)).containsExactly(first, site.run(32, site.theory));
        assertThat(attempts(keeper, site.practice)).containsExactly(site.run(31, site.practice));
        assertThat(attempts(keeper, site.bundle)).isEmpty();
        // What happened in one subject is counted there only.
        assertThat(incidents(keeper, null)).containsExactly(0, 0);
        assertThat(incidents(keeper, site.theory)).containsExactly(1, 0);
    }

    private List<UUID> attempts(Keeper keeper, @Nullable UUID session) {
        var page = sittings.seats(keeper.bundle(), keeper.rooms(), session, "", 50);
        assertThat(page.total().count()).isEqualTo(page.items().size());
        return page.items().stream().map(SittingDirectory.SeatNow::attempt).toList();
    }

    private List<Integer> incidents(Keeper keeper, @Nullable UUID session) {
        var notes = written.seats(keeper);
        return sittings.seats(keeper.bundle(), keeper.rooms(), session, "", 50).items().stream()
                .map(notes::incidents)
                .toList();
    }

    @Test
    void theSecondPersonMayComeFromTheNextRoomButNotFromAnotherExam() {
        var site = opensIn(0).seat(3, ROOM, 1).keeper("JKC0000003", ROOM).keeper("JKC0000004", OTHER_ROOM);
        bringIn(site, 1);
        bringIn(opensIn(0).seat(4, ROOM, 1).keeper("JKC0000005", ROOM), 1);
        var keeper = keeper("JKC0000003");
        var attempt = site.run(3, site.theory);
        var stranger = signIn.recognise("JKC0000005", SiteBundles.PIN);
        assertRefused("invigilation.second-person", () -> room.extend(by(keeper, attempt), stranger, 5, "断电"));
        var self = List.of(keeper);
        assertRefused("invigilation.second-person", () -> room.extend(by(keeper, attempt), self, 5, "断电"));
        room.extend(by(keeper, attempt), signIn.recognise("JKC0000004", SiteBundles.PIN), 5, "断电");
    }

    @Test
    void whoKeepsRoomsInTwoSlotsIsOnDutyForTheOneThatIsOnOrNext() {
        var morning = opensIn(0).seat(6, ROOM, 1).keeper("JKC0000006", ROOM);
        var afternoon = opensIn(180).seat(7, OTHER_ROOM, 1).keeper("JKC0000006", OTHER_ROOM);
        bringIn(afternoon, 1);
        bringIn(morning, 1);
        assertThat(keeper("JKC0000006").bundle()).isEqualTo(morning.bundle);
        move.to(clock.instant().plus(Duration.ofMinutes(91)));
        assertThat(keeper("JKC0000006").bundle()).isEqualTo(afternoon.bundle);
        assertThat(keeper("JKC0000006").rooms()).containsExactly(OTHER_ROOM);
        move.to(clock.instant().plus(Duration.ofMinutes(200)));
        assertThat(keeper("JKC0000006").bundle()).isEqualTo(afternoon.bundle);
    }

    @Test
    void whoStillWritesInAnotherRoomKeepsNobodyFromTheNextSlot() {
        var morning = opensIn(0)
                .seat(21, ROOM, 1)
                .seat(22, OTHER_ROOM, 1)
                .keeper("JKC0000021", ROOM)
                .keeper("JKC0000022", OTHER_ROOM);
        var afternoon =
                opensIn(180).seat(23, ROOM, 1).keeper("JKC0000021", ROOM).keeper("JKC0000022", OTHER_ROOM);
        bringIn(morning, 1);
        bringIn(afternoon, 1);
        jdbc.sql("update sitting.attempt set epoch = 1, started_at = :now, deadline = :until where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("until", clock.instant().plus(Duration.ofMinutes(150)).atOffset(ZoneOffset.UTC))
                .param("id", morning.run(22, morning.theory))
                .update();
        move.to(clock.instant().plus(Duration.ofMinutes(95)));
        assertThat(keeper("JKC0000021").bundle()).isEqualTo(afternoon.bundle);
        assertThat(keeper("JKC0000022").bundle()).isEqualTo(morning.bundle);
    }

    @Test
    void aNewerVersionSendsAwayWhoIsNotInItAndAnOlderOneBringsNobodyBack() {
        var site = opensIn(200).seat(8, ROOM, 1).keeper("JKC0000008", ROOM).keeper("JKC0000009", ROOM);
        bringIn(site, 1);
        var token = signIn.signIn("JKC0000008", SiteBundles.PIN).token().value();
        var changed = site.emptied().seat(8, ROOM, 1).keeper("JKC0000009", OTHER_ROOM);
        bringIn(changed, 2);
        assertRefused("invigilation.not-signed-in", () -> signIn.signedIn(token));
        assertThat(keeper("JKC0000009").rooms()).containsExactly(OTHER_ROOM);
        bringIn(site, 1);
        assertRefused("invigilation.sign-in-wrong", () -> keeper("JKC0000008"));
        assertThat(keeper("JKC0000009").rooms()).containsExactly(OTHER_ROOM);
    }

    @Test
    void nothingIsDoneToAnybodyBeforeEntryOpens() {
        var site = opensIn(240).seat(10, ROOM, 1).keeper("JKC0000010", ROOM);
        bringIn(site, 1);
        var request = by(keeper("JKC0000010"), site.run(10, site.theory));
        assertRefused("sitting.entry-not-open", () -> room.tell(request, "请勿交谈"));
        bringIn(site, 2);
    }
}
