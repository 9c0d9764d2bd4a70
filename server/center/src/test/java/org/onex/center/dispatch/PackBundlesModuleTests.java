package org.onex.center.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.onex.center.dispatch.DispatchDesk.PLAN;
import static org.onex.center.dispatch.DispatchDesk.SECOND_PLAN;
import static org.onex.center.dispatch.PackingOffice.BOTH_LEVELS;
import static org.onex.center.dispatch.PackingOffice.OFFICER;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onex.center.Staff;
import org.onex.center.StolenDatabase;
import org.onex.center.catalog.Level;
import org.onex.center.dispatch.DispatchDesk.Guest;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.seating.Seat;
import org.onex.center.seating.Slot;
import org.onex.contract.bundle.SiteBundle;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Packing: interrupted, twice at once, while something breaks, from seats that were taken back; in a real database. */
class PackBundlesModuleTests extends AtThePackingOffice {

    @Autowired
    private Bundles bundles;

    @Autowired
    private StoreBundle store;

    @Autowired
    private DispatchDirectory packed;

    @Autowired
    private Letters letters;

    @Autowired
    private OpaqueIds ids;

    @Autowired
    private PlanDirectory plans;

    @Test
    void eachSiteGetsABundleForEachSlot() {
        var one = office.site();
        var two = office.site();
        desk.arrange(one, 1, BOTH_LEVELS);
        desk.arrange(two, 1, BOTH_LEVELS.subList(0, 1));
        assertThat(office.pack()).containsEntry("packed", 3).containsEntry("blocked", 0);
        assertThat(Stream.of(office.packed(one, 1), office.packed(one, 2), office.packed(two, 2))
                        .map(Bundle.Packed::id))
                .doesNotHaveDuplicates();
        assertThat(office.packed(one, 2).people()).isEqualTo(2);
        assertThat(bundles.find(new BundlePlace(two, PLAN, 1))).isEmpty();
        assertThat(office.bundle(one, 1).warnings())
                .extracting(PackingFinding::code)
                .contains(PackingFinding.Code.PAPER_IS_DRILL, PackingFinding.Code.NO_INVIGILATOR);
    }

    @Test
    void whatWasInterruptedGoesOnAndPacksNothingTwice() {
        var sites = List.of(office.site(), office.site(), office.site());
        sites.forEach(site -> desk.arrange(site, 1, BOTH_LEVELS));
        assertThatIllegalStateException()
                .isThrownBy(() -> office.pack(PLAN, done -> {
                    if (done == 2) {
                        throw new IllegalStateException("killed");
                    }
                }));
        assertThat(office.pack()).containsEntry("packed", 2).containsEntry("unchanged", 4);
        assertThat(sites)
                .allMatch(site -> office.packed(site, 1).version() == 1
                        && office.packed(site, 2).version() == 1);
    }

    @Test
    void whoseEveryRunIsCanBeAskedOfWhatWasPackedLast() {
        var site = office.site();
        var seats = desk.arrange(site, 1, BOTH_LEVELS);
        assertThat(runs(seats)).isEmpty();
        office.pack();
        var runs = runs(seats);
        assertThat(runs).allMatch(DispatchDirectory.Run::stands);
        assertThat(runs).extracting(DispatchDirectory.Run::ticket).hasSameElementsAs(tickets(seats));
        assertThat(runs)
                .extracting(DispatchDirectory.Run::registration)
                .hasSameElementsAs(seats.stream().map(Seat::registration).toList());
        for (var seat : seats) {
            assertThat(runs.stream()
                            .filter(run -> run.registration().equals(seat.registration()))
                            .map(DispatchDirectory.Run::subject))
                    .containsExactlyInAnyOrderElementsOf(ExamDay.BOTH);
        }
        assertThat(runs).allMatch(run -> packed.run(run.script()).equals(Optional.of(run)));
        var scripts = runs.stream().map(DispatchDirectory.Run::script).toList();
        assertThat(packed.sitesOf(scripts)).hasSize(scripts.size()).containsValue(site);
        assertThat(runs(seats.subList(0, 1))).hasSize(2);
        assertThat(packed.run(UUID.randomUUID())).isEmpty();
        var asked = Stream.concat(runs.stream().map(DispatchDirectory.Run::script), Stream.of(UUID.randomUUID()))
                .toList();
        assertThat(packed.runs(asked)).containsExactlyInAnyOrderElementsOf(runs);
        assertThat(packed.runs(List.of())).isEmpty();
    }

    private List<DispatchDirectory.Run> runs(List<Seat> seats) {
        return packed.runsOf(seats.stream().map(Seat::registration).toList());
    }

    private static List<String> tickets(List<Seat> seats) {
        return seats.stream().map(Seat::ticket).toList();
    }

    @Test
    void twoRunsAtOnceMakeOneVersion() {
        var site = office.site();
        desk.arrange(site, 1, BOTH_LEVELS);
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> office.pack()))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(office.packed(site, 2).version()).isEqualTo(1);
        assertThat(office.bundle(site, 2).problems()).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'dispatch.pack-bundle' and subject = :id")
                        .param("id", office.packed(site, 2).id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSlotThatBreaksKeepsNoOtherWaitingAndIsPackedOnceItIsRepaired() {
        var site = office.site();
        var lost = new Guest("李晓燕", Level.INTERMEDIATE, List.of(), true);
        desk.arrange(site, 1, List.of(BOTH_LEVELS.getFirst(), lost));
        assertThat(office.pack()).containsEntry("packed", 1).containsEntry("blocked", 1);
        assertThat(office.bundle(site, 1).problems()).containsExactly(PackingFinding.unexpected());
        assertThat(office.bundle(site, 1).packed()).isNull();
        desk.arrange(site, 2, BOTH_LEVELS);
        assertThat(office.pack()).containsEntry("packed", 2);
        assertThat(office.bundle(site, 1).problems()).isEmpty();
    }

    @Test
    void aSiteThatCannotBeReadKeepsNoOtherWaiting() {
        var broken = office.site();
        var whole = office.site();
        desk.arrange(broken, 1, BOTH_LEVELS);
        desk.arrange(whole, 1, BOTH_LEVELS);
        desk.breakSeating(broken);
        try {
            assertThat(office.pack()).containsEntry("packed", 2).containsEntry("blocked", 2);
        } finally {
            desk.breakSeating(null);
        }
        assertThat(office.bundle(broken, 1).problems()).containsExactly(PackingFinding.unexpected());
        assertThat(office.packed(whole, 1).version()).isEqualTo(1);
    }

    @Test
    void aPhotoThatCannotBeReadIsLeftOutAndSaidWhoseItIs() {
        var site = office.site();
        var faceless = desk.arrange(site, 1, BOTH_LEVELS).getLast();
        desk.losePhoto(faceless.registration().candidate(), true);
        assertThat(office.pack()).containsEntry("packed", 2).containsEntry("blocked", 0);
        var slot = faceless.level() == Level.INTERMEDIATE ? 1 : 2;
        assertThat(office.bundle(site, slot).warnings())
                .contains(PackingFinding.photoUnreadable(List.of(faceless.ticket())));
        desk.losePhoto(faceless.registration().candidate(), false);
        assertThat(office.pack()).containsEntry("packed", 1).containsEntry("unchanged", 1);
        assertThat(office.bundle(site, slot).warnings())
                .extracting(PackingFinding::code)
                .doesNotContain(PackingFinding.Code.PHOTO_UNREADABLE, PackingFinding.Code.NO_PHOTO);
    }

    @Test
    void aPhotoThatIsNotWhatWasKeptIsLeftOutUntilItIsAgain() {
        var site = office.site();
        var photos = desk.arrange(site, 1, BOTH_LEVELS).stream()
                .filter(seat -> seat.level() == Level.ELEMENTARY)
                .collect(Collectors.toMap(
                        Seat::ticket, seat -> desk.photo(seat.registration().candidate())));
        var tickets = photos.keySet().stream().sorted().toList();
        var cutOff = photos.get(tickets.getFirst());
        var exchanged = photos.get(tickets.getLast());
        var before = List.of(disk.bytes(cutOff), disk.bytes(exchanged));
        disk.replace(exchanged, disk.bytes(cutOff));
        disk.replace(cutOff, Arrays.copyOf(disk.bytes(cutOff), disk.bytes(cutOff).length - 1));
        assertThat(office.pack()).containsEntry("packed", 2).containsEntry("blocked", 0);
        assertThat(office.bundle(site, 2).warnings()).contains(PackingFinding.photoUnreadable(tickets));
        disk.replace(cutOff, before.getFirst());
        disk.replace(exchanged, before.getLast());
        assertThat(office.pack()).containsEntry("packed", 1).containsEntry("unchanged", 1);
        assertThat(office.bundle(site, 2).warnings())
                .extracting(PackingFinding::code)
                .doesNotContain(PackingFinding.Code.PHOTO_UNREADABLE, PackingFinding.Code.NO_PHOTO);
    }

    @Test
    void aFullDiskIsSaidByTheJobAndHeldAgainstNoBundle() {
        var site = office.site();
        desk.arrange(site, 1, BOTH_LEVELS);
        try (var officer = Staff.signedIn(port, "hongke")) {
            disk.whileFull(() -> {
                var job = packing(officer);
                assertThat(job.path("state").asString()).isEqualTo("FAILED");
                assertThat(job.path("code").asString()).isEqualTo("file.no-room");
            });
            for (int slot = 1; slot <= 2; slot++) {
                assertThat(office.bundle(site, slot).problems()).isEmpty();
                assertThat(office.bundle(site, slot).packed()).isNull();
            }
            var job = packing(officer);
            assertThat(job.path("state").asString()).isEqualTo("DONE");
            assertThat(job.path("facts").path("packed").asInt()).isEqualTo(2);
        }
        assertThat(office.packed(site, 2).version()).isEqualTo(1);
        assertThat(office.bundle(site, 2).warnings())
                .extracting(PackingFinding::code)
                .doesNotContain(PackingFinding.Code.PHOTO_UNREADABLE, PackingFinding.Code.NO_PHOTO);
    }

    private static JsonNode packing(Staff officer) {
        var started = officer.post("/api/dispatch/plans/" + PLAN + "/packing", Map.of());
        return officer.whenJobEnded(started.body().path("job").asString());
    }

    @Test
    void nothingIsMadeForAnExamThatIsOver() {
        var site = office.site();
        desk.holds(site, SECOND_PLAN);
        desk.arrange(site, 1, BOTH_LEVELS);
        office.close(site, Duration.ofSeconds(1));
        assertThat(office.pack(SECOND_PLAN)).containsEntry("blocked", 2);
        assertThat(office.bundle(site, SECOND_PLAN, 2).problems())
                .extracting(PackingFinding::code)
                .containsExactly(PackingFinding.Code.OVER);
        assertThat(keysOf(site)).isZero();
        assertThat(papersOf(SECOND_PLAN)).isZero();
        office.close(site, Duration.ofHours(-1));
        assertThat(office.pack(SECOND_PLAN)).containsEntry("packed", 2);
        assertThat(keysOf(site)).isEqualTo(2);
        assertThat(papersOf(SECOND_PLAN)).as("two levels, two subjects").isEqualTo(4);
    }

    private int keysOf(UUID site) {
        return jdbc.sql("select count(*) from dispatch.bundle_key where site_id = :site")
                .param("site", site)
                .query(Integer.class)
                .single();
    }

    private int papersOf(String plan) {
        return jdbc.sql("select count(*) from dispatch.session where plan = :plan")
                .param("plan", plan)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatWasFoundEarlierDoesNotCoverWhatWasPackedSince() {
        var site = office.site();
        desk.arrange(site, 1, BOTH_LEVELS);
        var seen = office.bundle(site, 1);
        office.pack();
        store.block(seen, List.of(PackingFinding.unexpected()));
        assertThat(office.bundle(site, 1).problems()).isEmpty();
        store.block(office.bundle(site, 1), List.of(PackingFinding.unexpected()));
        assertThat(office.bundle(site, 1).problems()).containsExactly(PackingFinding.unexpected());
    }

    @Test
    void whoGatheredOlderSeatsDoesNotReplaceNewerOnes() {
        var site = office.site();
        var seats = desk.arrange(site, 2, BOTH_LEVELS);
        office.pack();
        var slot = Slot.of(plans.published(PLAN).orElseThrow()).get(1);
        var offered = ExamSession.of(plans.published(PLAN).orElseThrow(), slot, Duration.ofMinutes(10), ids);
        var place = new BundlePlace(site, PLAN, 2);
        desk.seat(site, 1, seats.reversed());
        var older = desk.arranged(PLAN, site).orElseThrow();
        var roster = SlotRoster.of(older, slot, offered, ExamDay.registered(older, ExamDay.BOTH));
        var draft = new BundleDraft(
                "x",
                new SiteBundle.Place(site, "x", PLAN, 2),
                bundles.keys(place, ids.bundle(site, PLAN, 2)),
                roster,
                ExamDay.papers(roster, false),
                Map.of(),
                new RoomKeepers(List.of(), Map.of()),
                List.of());
        assertThat(store.store(place, draft, new Bundle.Source(1, 0), OFFICER))
                .isEqualTo(StoreBundle.Outcome.UNCHANGED);
        assertThat(office.packed(site, 2).version()).isEqualTo(1);
        assertThat(office.packed(site, 2).source().seating()).isEqualTo(2);
    }

    @Test
    void whoMovesToAnotherSiteKeepsTheirScript() {
        var one = office.site();
        var two = office.site();
        var seats = desk.arrange(one, 1, BOTH_LEVELS);
        office.pack();
        var before = scripts(one);
        desk.withdraw(one);
        desk.move(two, 1, seats);
        office.pack();
        assertThat(scripts(two)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(scripts(one)).isEmpty();
    }

    @Test
    void aRunStandsOnlyAsLongAsTheNewestVersionThatWasNotRecalledHoldsIt() {
        var one = office.site();
        var two = office.site();
        var seats = desk.arrange(one, 1, BOTH_LEVELS);
        office.pack();
        assertThat(runs(seats)).isNotEmpty().allMatch(DispatchDirectory.Run::stands);
        desk.withdraw(one);
        assertThat(runs(seats)).isNotEmpty().noneMatch(DispatchDirectory.Run::stands);
        // One of them is not seated again.
        desk.move(one, 2, seats.subList(1, 3));
        assertThat(runs(seats)).noneMatch(DispatchDirectory.Run::stands);
        office.pack();
        assertThat(runs(seats.subList(1, 3))).isNotEmpty().allMatch(DispatchDirectory.Run::stands);
        assertThat(runs(seats.subList(0, 1))).isNotEmpty().noneMatch(DispatchDirectory.Run::stands);
        // Away and back again: what was packed first is good after all.
        desk.withdraw(one);
        desk.move(two, 1, seats.subList(1, 3));
        office.pack();
        desk.withdraw(two);
        desk.move(one, 3, seats.subList(1, 3));
        assertThat(office.pack()).containsEntry("unchanged", 1);
        assertThat(runs(seats.subList(1, 3)))
                .isNotEmpty()
                .allMatch(DispatchDirectory.Run::stands)
                .allMatch(run -> run.site().equals(one));
    }

    private List<UUID> scripts(UUID site) {
        return jdbc.sql("select script_id from dispatch.script where site_id = :site")
                .param("site", site)
                .query(UUID.class)
                .list();
    }

    @Test
    void noIdNumberAndNoPaperIsReadableInTheDatabase() {
        var site = office.site();
        var node = office.node(site);
        var seats = desk.arrange(site, 1, BOTH_LEVELS);
        office.pack();
        letters.of(office.packed(site, 1), node);
        letters.of(office.packed(site, 2), node);
        var stems = stemsOf(site);
        assertThat(stems).as("two levels, two subjects, two forms").hasSize(8);

        var stolen = StolenDatabase.of(jdbc);
        assertThat(stolen.columnsWith(seats.getFirst().ticket())).contains("dispatch.script.ticket");
        assertThat(stolen.columnsWith(node.sealingKey().bytes())).containsExactly("node.node.sealing_key");
        for (var seat : seats) {
            assertThat(stolen.columnsWith(seat.idNumber().value())).isEmpty();
            assertThat(stolen.columnsWith(seat.name())).isEmpty();
        }
        for (var stem : stems) {
            assertThat(stolen.columnsWith(stem)).as(stem).isEmpty();
        }
    }

    /** Of all papers that are sat there. */
    private List<String> stemsOf(UUID site) {
        return jdbc.sql("""
                        select f.paper_id, f.form from dispatch.sealed_paper f
                        join dispatch.bundle_session s on s.session_id = f.session_id where s.site_id = :site
                        """)
                .param("site", site)
                .query((row, n) -> DispatchDesk.stem(row.getObject("paper_id", UUID.class), row.getString("form")))
                .list();
    }
}
