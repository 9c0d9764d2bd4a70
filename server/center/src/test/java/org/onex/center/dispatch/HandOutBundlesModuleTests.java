package org.onex.center.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.dispatch.DispatchDesk.THIRD_PLAN;
import static org.onex.center.dispatch.PackingOffice.BOTH_LEVELS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.onex.center.Staff;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.dispatch.DispatchDesk.Guest;
import org.onex.center.node.EnrolledNode;
import org.springframework.beans.factory.annotation.Autowired;

/** What an exam server may have of what was packed, and until when: letters, deliveries and keys; in a real database. */
class HandOutBundlesModuleTests extends AtThePackingOffice {

    @Autowired
    private Bundles bundles;

    @Autowired
    private BundleSessions sessions;

    @Autowired
    private KeyReleases releases;

    @Autowired
    private Letters letters;

    @Autowired
    private ListDeliveries deliveries;

    @Autowired
    private ReleaseKeys keys;

    @Autowired
    private Clock clock;

    @Test
    void whatWasPackedFromSeatsThatWereTakenBackIsNotHandedOutUntilTheyAreGivenAnew() {
        var site = office.site();
        var node = office.node(site);
        desk.arrange(site, 1, BOTH_LEVELS);
        office.pack();
        var before = office.packed(site, 2);
        assertThat(bundles.handedOut(node.site(), clock.instant())).hasSize(2);
        desk.withdraw(site);
        assertThat(bundles.handedOut(node.site(), clock.instant())).isEmpty();
        assertThat(office.bundle(site, 2).state(null, clock.instant())).isEqualTo(BundleView.State.STALE);
        desk.arrange(site, 3, BOTH_LEVELS.subList(0, 1));
        office.pack();
        var after = office.packed(site, 2);
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(bundles.handedOut(node.site(), clock.instant()))
                .extracting(one -> one.place().slot())
                .containsExactly(2);
    }

    @Test
    void anOlderVersionDoesNotServeSeatsThatWereGivenAnew() {
        var site = office.site();
        var node = office.approvedNode(site);
        var seats = desk.arrange(site, 1, BOTH_LEVELS);
        office.pack();
        assertThat(listed(node)).containsExactly(1, 1);
        desk.withdraw(site);
        assertThat(listed(node)).isEmpty();
        desk.arrange(site, 3, BOTH_LEVELS);
        assertThat(listed(node)).as("not packed anew yet").isEmpty();
        office.pack();
        assertThat(listed(node)).containsExactly(2, 2);
        desk.withdraw(site);
        desk.arrange(site, 5, BOTH_LEVELS);
        desk.move(site, 6, seats);
        office.pack();
        assertThat(listed(node)).containsExactly(3, 3);
        desk.withdraw(site);
        desk.move(site, 8, seats);
        assertThat(listed(node)).isEmpty();
        assertThat(office.pack()).containsEntry("unchanged", 2);
        assertThat(listed(node)).as("the same people on the same seats").containsExactly(3, 3);
    }

    private List<Integer> listed(EnrolledNode node) {
        return deliveries.of(node).stream()
                .map(DeliveryController.DeliveryItem::version)
                .toList();
    }

    @Test
    void aLetterIsSealedOnceHoweverManyAskAtOnce() {
        var site = office.site();
        var node = office.node(site);
        desk.arrange(site, 1, BOTH_LEVELS);
        office.pack();
        var sealed = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> letters.of(office.packed(site, 1), node)))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();
        assertThat(sealed).hasSize(1);
        assertThat(letters.isFor(node, sealed.getFirst().sha256())).isTrue();
        assertThat(letters.isFor(office.node(site), sealed.getFirst().sha256()))
                .as("another server of the same site has letters of its own")
                .isFalse();
    }

    @Test
    void aLetterThatCannotBeReadKeepsNoOtherWaiting() {
        var site = office.site();
        var node = office.approvedNode(site);
        desk.arrange(site, 1, BOTH_LEVELS);
        office.pack();
        jdbc.sql("update dispatch.bundle_version set signed = :lost where site_id = :site and bundle_id = :bundle")
                .param("lost", "0".repeat(64))
                .param("site", site)
                .param("bundle", office.packed(site, 1).id())
                .update();
        assertThat(deliveries.of(node))
                .extracting(DeliveryController.DeliveryItem::bundle)
                .containsExactly(office.packed(site, 2).id());
    }

    @Test
    void aLetterForWhichTheDiskHasNoRoomIsThereOnceItHas() {
        var site = office.site();
        var node = office.approvedNode(site);
        desk.arrange(site, 1, BOTH_LEVELS);
        office.pack();
        disk.whileFull(() -> assertThat(listed(node)).isEmpty());
        assertThat(listed(node)).containsExactly(1, 1);
    }

    @Test
    void whereOnlyTheLaterSessionOfASlotIsSatEntryAndKeysGoByItsHours() {
        ExamDay.BOTH.forEach(subject -> desk.sealPaper(Level.ADVANCED, subject, true));
        var both = List.of(Guest.of("王㛃", Level.ELEMENTARY), Guest.of("欧阳䶮", Level.ADVANCED));
        var all = office.site();
        var later = office.site();
        desk.holds(all, THIRD_PLAN);
        desk.holds(later, THIRD_PLAN);
        desk.arrange(all, 1, both);
        desk.arrange(later, 1, both.subList(0, 1));
        assertThat(List.of(keysFrom(all), keysFrom(later)))
                .as("not packed yet: those of the slot")
                .containsOnly("2024-06-16T13:20:00+08:00");
        assertThat(office.pack(THIRD_PLAN)).containsEntry("packed", 2);

        assertThat(keysFrom(all)).isEqualTo("2024-06-16T13:20:00+08:00");
        assertThat(entryOpens(all)).isEqualTo("2024-06-16T13:00+08:00");
        assertThat(keysFrom(later)).isEqualTo("2024-06-16T13:50:00+08:00");
        assertThat(entryOpens(later)).isEqualTo("2024-06-16T13:30+08:00");
        var entryOfTheOthers = Instant.parse("2024-06-16T05:00:00Z");
        assertThat(office.bundle(all, THIRD_PLAN, 2).isSettled(entryOfTheOthers))
                .isTrue();
        assertThat(office.bundle(later, THIRD_PLAN, 2).isSettled(entryOfTheOthers))
                .as("nobody is at a machine there")
                .isFalse();
        var node = office.approvedNode(later);
        assertThat(refusal(session(Level.ELEMENTARY), node)).isEqualTo("dispatch.not-released-yet");
        assertThat(refusal(session(Level.ADVANCED), node)).isEqualTo("dispatch.session-unknown");

        desk.arrange(all, 2, both.subList(0, 1));
        office.pack(THIRD_PLAN);
        assertThat(keysFrom(all))
                .as("the earlier session is in an older version only")
                .isEqualTo("2024-06-16T13:50:00+08:00");
        assertThat(entryOpens(all)).isEqualTo("2024-06-16T13:30+08:00");
    }

    /** As the body's officer sees it. */
    private String keysFrom(UUID site) {
        try (var officer = Staff.signedIn(port, "hongke")) {
            var bundles = officer.get("/api/dispatch/plans/" + THIRD_PLAN + "/bundles")
                    .body()
                    .path("items");
            return StreamSupport.stream(bundles.spliterator(), false)
                    .filter(bundle -> bundle.path("site").path("id").asString().equals(site.toString()))
                    .map(bundle -> bundle.path("keysFrom").asString())
                    .collect(Collectors.joining(" "));
        }
    }

    /** As its server is told. */
    private String entryOpens(UUID site) {
        return deliveries.of(office.approvedNode(site)).stream()
                .map(delivery -> delivery.entryOpensAt().toString())
                .collect(Collectors.joining(" "));
    }

    private String session(Level level) {
        return jdbc.sql("select id from dispatch.session where plan = :plan and level = :level and subject = 'THEORY'")
                .param("plan", THIRD_PLAN)
                .param("level", level.name())
                .query(UUID.class)
                .single()
                .toString();
    }

    @Test
    void aMachineThatDiesInExtraTimeIsReplaced() {
        var site = office.site();
        var node = office.approvedNode(site);
        desk.arrange(site, 1, BOTH_LEVELS);
        office.pack();
        office.close(site, Duration.ofHours(6).minusMinutes(1));
        assertThat(listed(node)).hasSize(2);
        office.close(site, Duration.ofHours(6).plusMinutes(1));
        assertThat(listed(node)).isEmpty();
    }

    @Test
    void keysAndDeliveriesAreForApprovedSitesWhoseSeatsStand() {
        var site = office.site();
        var node = office.approvedNode(site);
        desk.arrange(site, 1, BOTH_LEVELS);
        office.pack();
        var session = jdbc.sql(
                        "select min(cast(session_id as text)) from dispatch.bundle_session where site_id = :site")
                .param("site", site)
                .query(String.class)
                .single();
        assertThat(refusal(session, node)).isEqualTo("dispatch.not-released-yet");
        desk.withdraw(site);
        assertThat(refusal(session, node)).isEqualTo("dispatch.session-unknown");
        desk.arrange(site, 2, BOTH_LEVELS);
        office.pack();
        assertThat(refusal(session, node)).isEqualTo("dispatch.not-released-yet");
        assertThat(listed(node)).hasSize(2);
        desk.approve(office.site());
        assertThat(refusal(session, node)).as("suspended").isEqualTo("dispatch.session-unknown");
        assertThat(listed(node)).isEmpty();
    }

    private String refusal(String session, EnrolledNode node) {
        try {
            return keys.release(UUID.fromString(session), node);
        } catch (DispatchRefused refused) {
            return refused.code();
        }
    }

    @Test
    void sessionsThatNobodySitsAnyMoreAreNotCounted() {
        var site = office.site();
        desk.arrange(site, 1, BOTH_LEVELS);
        office.pack();
        var bundle = office.packed(site, 2).id();
        var node = office.node(site);
        for (var session : jdbc.sql("select session_id from dispatch.bundle_session where bundle_id = :bundle")
                .param("bundle", bundle)
                .query(UUID.class)
                .list()) {
            releases.add(session, node, clock.instant());
        }
        var holder = new KeyReleases.Holder(bundle, node.id());
        assertThat(sessions.counts(List.of(site))).containsEntry(bundle, 2);
        assertThat(releases.counts(List.of(site))).containsEntry(holder, 2);
        desk.arrange(site, 2, List.of(new Guest("王㛃", Level.ELEMENTARY, List.of(Subject.PRACTICAL), true)));
        office.pack();
        assertThat(sessions.counts(List.of(site))).containsEntry(bundle, 1);
        assertThat(releases.counts(List.of(site))).containsEntry(holder, 1);
    }
}
