package org.onex.center.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.onex.center.dispatch.DispatchDesk.PLAN;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.ExamServer;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.onex.center.audit.AuditTrail;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.center.dispatch.DispatchDesk.Guest;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobRun;
import org.onex.center.node.EnrolledNode;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.seating.Slot;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.clock.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Packing: interrupted, twice at once, while something breaks, from seats that were taken back; in a real database. */
@CenterTest
@Import(DispatchDesk.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackBundlesModuleTests {

    private static final Actor OFFICER =
            new Actor("hongke", "考务", new Organization(OrganizationKind.AWARDING_BODY, "990000004", "鸿科经纬"));
    private static final List<Guest> BOTH_LEVELS = List.of(
            Guest.of("王㛃", Level.ELEMENTARY), Guest.of("𠮷田", Level.ELEMENTARY), Guest.of("李晓燕", Level.INTERMEDIATE));

    @LocalServerPort
    private int port;

    @Autowired
    private DispatchDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PackBundles pack;

    @Autowired
    private Bundles bundles;

    @Autowired
    private StoreBundle store;

    @Autowired
    private Letters letters;

    @Autowired
    private ListDeliveries deliveries;

    @Autowired
    private ReleaseKeys keys;

    @Autowired
    private KeyReleases releases;

    @Autowired
    private BundleSessions sessions;

    @Autowired
    private FixedPapers fixed;

    @Autowired
    private FileStore files;

    @Autowired
    private OpaqueIds ids;

    @Autowired
    private PlanDirectory plans;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Clock clock;

    @BeforeAll
    void publish() {
        Parties.enter(port);
        try (var officer = Staff.signedIn(port, "hongke")) {
            var loaded = officer.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003());
            var id = loaded.body().path("id").asString();
            assertThat(officer.post("/api/plan/notices/" + id + "/publication", Map.of())
                            .status())
                    .isEqualTo(200);
        }
        for (var level : List.of(Level.ELEMENTARY, Level.INTERMEDIATE)) {
            ExamDay.BOTH.forEach(subject -> desk.sealPaper(level, subject, true));
        }
    }

    @BeforeEach
    void nobodySitsAnywhere() {
        desk.arrangedSites(PLAN).forEach(desk::withdraw);
    }

    private UUID site() {
        return desk.site("90001", "考点" + UUID.randomUUID());
    }

    private Bundle bundle(UUID site, int slot) {
        return bundles.find(new BundlePlace(site, PLAN, slot)).orElseThrow();
    }

    private Bundle.Packed packed(UUID site, int slot) {
        return Objects.requireNonNull(bundle(site, slot).packed());
    }

    private Map<String, Object> pack() {
        return pack.run(run(done -> {}));
    }

    private static JobRun run(LongConsumer seen) {
        return new JobRun() {
            @Override
            public String subject() {
                return PLAN;
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

    @Test
    void eachSiteGetsABundleForEachSlot() {
        var one = site();
        var two = site();
        desk.arrange(one, 1, BOTH_LEVELS);
        desk.arrange(two, 1, BOTH_LEVELS.subList(0, 1));
        assertThat(pack()).containsEntry("packed", 3).containsEntry("blocked", 0);
        assertThat(Stream.of(packed(one, 1), packed(one, 2), packed(two, 2)).map(Bundle.Packed::id))
                .doesNotHaveDuplicates();
        assertThat(packed(one, 2).people()).isEqualTo(2);
        assertThat(bundles.find(new BundlePlace(two, PLAN, 1))).isEmpty();
        assertThat(bundle(one, 1).warnings())
                .extracting(PackingFinding::code)
                .contains(PackingFinding.Code.PAPER_IS_DRILL, PackingFinding.Code.NO_INVIGILATOR);
    }

    @Test
    void allSitesHaveTheSameSealedPapers() {
        var one = site();
        var two = site();
        desk.arrange(one, 1, BOTH_LEVELS);
        desk.arrange(two, 1, BOTH_LEVELS);
        pack();
        var sealed = jdbc.sql("""
                        select count(distinct f.sha256) from dispatch.sealed_paper f
                        join dispatch.bundle_session s on s.session_id = f.session_id where s.site_id in (:one, :two)
                        """)
                .param("one", one)
                .param("two", two)
                .query(Integer.class)
                .single();
        assertThat(sealed).as("two levels, two subjects, two forms").isEqualTo(8);
    }

    @Test
    void whatWasInterruptedGoesOnAndPacksNothingTwice() {
        var sites = List.of(site(), site(), site());
        sites.forEach(site -> desk.arrange(site, 1, BOTH_LEVELS));
        assertThatIllegalStateException()
                .isThrownBy(() -> pack.run(run(done -> {
                    if (done == 2) {
                        throw new IllegalStateException("killed");
                    }
                })));
        assertThat(pack()).containsEntry("packed", 2).containsEntry("unchanged", 4);
        assertThat(sites)
                .allMatch(site ->
                        packed(site, 1).version() == 1 && packed(site, 2).version() == 1);
    }

    @Test
    void twoRunsAtOnceMakeOneVersion() {
        var site = site();
        desk.arrange(site, 1, BOTH_LEVELS);
        Stream.generate(() -> CompletableFuture.supplyAsync(this::pack))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(packed(site, 2).version()).isEqualTo(1);
        assertThat(bundle(site, 2).problems()).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'dispatch.pack-bundle' and subject = :id")
                        .param("id", packed(site, 2).id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSlotThatBreaksKeepsNoOtherWaitingAndIsPackedOnceItIsRepaired() {
        var site = site();
        var lost = new Guest("李晓燕", Level.INTERMEDIATE, List.of(), true);
        desk.arrange(site, 1, List.of(BOTH_LEVELS.getFirst(), lost));
        assertThat(pack()).containsEntry("packed", 1).containsEntry("blocked", 1);
        assertThat(bundle(site, 1).problems()).containsExactly(PackingFinding.unexpected());
        assertThat(bundle(site, 1).packed()).isNull();
        desk.arrange(site, 2, BOTH_LEVELS);
        assertThat(pack()).containsEntry("packed", 2);
        assertThat(bundle(site, 1).problems()).isEmpty();
    }

    @Test
    void aPhotoThatCannotBeReadIsLeftOutAndSaidWhoseItIs() {
        var site = site();
        var faceless = desk.arrange(site, 1, BOTH_LEVELS).getLast();
        desk.losePhoto(faceless.registration().candidate(), true);
        assertThat(pack()).containsEntry("packed", 2).containsEntry("blocked", 0);
        var slot = faceless.level() == Level.INTERMEDIATE ? 1 : 2;
        assertThat(bundle(site, slot).warnings()).contains(PackingFinding.photoUnreadable(List.of(faceless.ticket())));
        desk.losePhoto(faceless.registration().candidate(), false);
        assertThat(pack()).containsEntry("packed", 1).containsEntry("unchanged", 1);
        assertThat(bundle(site, slot).warnings())
                .extracting(PackingFinding::code)
                .doesNotContain(PackingFinding.Code.PHOTO_UNREADABLE, PackingFinding.Code.NO_PHOTO);
    }

    @Test
    void nothingIsMadeForAnExamThatIsOver() {
        var site = site();
        desk.arrange(site, 1, BOTH_LEVELS);
        closed(site, Duration.ofSeconds(1));
        assertThat(pack()).containsEntry("blocked", 2);
        assertThat(bundle(site, 2).problems())
                .extracting(PackingFinding::code)
                .containsExactly(PackingFinding.Code.OVER);
        assertThat(jdbc.sql("select count(*) from dispatch.bundle_key where site_id = :site")
                        .param("site", site)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Its hours ended so long ago. */
    private void closed(UUID site, Duration since) {
        var closes = clock.instant().minus(since);
        jdbc.sql("update dispatch.bundle set opens = :opens, closes = :closes where site_id = :site")
                .param("opens", Timestamp.from(closes.minus(Duration.ofHours(2))))
                .param("closes", Timestamp.from(closes))
                .param("site", site)
                .update();
    }

    @Test
    void whatWasFoundEarlierDoesNotCoverWhatWasPackedSince() {
        var site = site();
        desk.arrange(site, 1, BOTH_LEVELS);
        var seen = bundle(site, 1);
        pack();
        store.block(seen, List.of(PackingFinding.unexpected()));
        assertThat(bundle(site, 1).problems()).isEmpty();
        store.block(bundle(site, 1), List.of(PackingFinding.unexpected()));
        assertThat(bundle(site, 1).problems()).containsExactly(PackingFinding.unexpected());
    }

    @Test
    void sessionsThatNobodySitsAnyMoreAreNotCounted() {
        var site = site();
        desk.arrange(site, 1, BOTH_LEVELS);
        pack();
        var bundle = packed(site, 2).id();
        var node = node(site);
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
        pack();
        assertThat(sessions.counts(List.of(site))).containsEntry(bundle, 1);
        assertThat(releases.counts(List.of(site))).containsEntry(holder, 1);
    }

    private EnrolledNode approvedNode(UUID site) {
        desk.approve(site);
        return node(site);
    }

    private List<Integer> listed(EnrolledNode node) {
        return deliveries.of(node).stream()
                .map(DeliveryController.DeliveryItem::version)
                .toList();
    }

    @Test
    void anOlderVersionDoesNotServeSeatsThatWereGivenAnew() {
        var site = site();
        var node = approvedNode(site);
        var seats = desk.arrange(site, 1, BOTH_LEVELS);
        pack();
        assertThat(listed(node)).containsExactly(1, 1);
        desk.withdraw(site);
        assertThat(listed(node)).isEmpty();
        desk.arrange(site, 3, BOTH_LEVELS);
        assertThat(listed(node)).as("not packed anew yet").isEmpty();
        pack();
        assertThat(listed(node)).containsExactly(2, 2);
        desk.withdraw(site);
        desk.arrange(site, 5, BOTH_LEVELS);
        desk.move(site, 6, seats);
        pack();
        assertThat(listed(node)).containsExactly(3, 3);
        desk.withdraw(site);
        desk.move(site, 8, seats);
        assertThat(listed(node)).isEmpty();
        assertThat(pack()).containsEntry("unchanged", 2);
        assertThat(listed(node)).as("the same people on the same seats").containsExactly(3, 3);
    }

    @Test
    void aLetterThatCannotBeReadKeepsNoOtherWaiting() {
        var site = site();
        var node = approvedNode(site);
        desk.arrange(site, 1, BOTH_LEVELS);
        pack();
        jdbc.sql("update dispatch.bundle_version set signed = :lost where site_id = :site and bundle_id = :bundle")
                .param("lost", "0".repeat(64))
                .param("site", site)
                .param("bundle", packed(site, 1).id())
                .update();
        assertThat(deliveries.of(node))
                .extracting(DeliveryController.DeliveryItem::bundle)
                .containsExactly(packed(site, 2).id());
    }

    @Test
    void aMachineThatDiesInExtraTimeIsReplaced() {
        var site = site();
        var node = approvedNode(site);
        desk.arrange(site, 1, BOTH_LEVELS);
        pack();
        closed(site, Duration.ofHours(6).minusMinutes(1));
        assertThat(listed(node)).hasSize(2);
        closed(site, Duration.ofHours(6).plusMinutes(1));
        assertThat(listed(node)).isEmpty();
    }

    @Test
    void keysAndDeliveriesAreForApprovedSitesWhoseSeatsStand() {
        var site = site();
        var node = approvedNode(site);
        desk.arrange(site, 1, BOTH_LEVELS);
        pack();
        var session = jdbc.sql(
                        "select min(cast(session_id as text)) from dispatch.bundle_session where site_id = :site")
                .param("site", site)
                .query(String.class)
                .single();
        assertThat(refusal(session, node)).isEqualTo("dispatch.not-released-yet");
        desk.withdraw(site);
        assertThat(refusal(session, node)).isEqualTo("dispatch.session-unknown");
        desk.arrange(site, 2, BOTH_LEVELS);
        pack();
        assertThat(refusal(session, node)).isEqualTo("dispatch.not-released-yet");
        assertThat(listed(node)).hasSize(2);
        desk.approve(site());
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
    void aSiteThatCannotBeReadKeepsNoOtherWaiting() {
        var broken = site();
        var whole = site();
        desk.arrange(broken, 1, BOTH_LEVELS);
        desk.arrange(whole, 1, BOTH_LEVELS);
        desk.breakSeating(broken);
        try {
            assertThat(pack()).containsEntry("packed", 2).containsEntry("blocked", 2);
        } finally {
            desk.breakSeating(null);
        }
        assertThat(bundle(broken, 1).problems()).containsExactly(PackingFinding.unexpected());
        assertThat(packed(whole, 1).version()).isEqualTo(1);
    }

    @Test
    void whoGatheredOlderSeatsDoesNotReplaceNewerOnes() {
        var site = site();
        var seats = desk.arrange(site, 2, BOTH_LEVELS);
        pack();
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
        assertThat(packed(site, 2).version()).isEqualTo(1);
        assertThat(packed(site, 2).source().seating()).isEqualTo(2);
    }

    @Test
    void inProductionADrillIsNoPaper() {
        var plan = plans.published(PLAN).orElseThrow();
        var sessions = ExamSession.of(plan, Slot.of(plan).getLast(), Duration.ofMinutes(10), ids);
        var strict = new FixPapers(fixed, desk, files, Mode.PRODUCTION, transaction, trail, clock);
        assertThat(strict.settle(PLAN, sessions, OFFICER).problems()).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(PackingFinding.Code.PAPER_IS_DRILL);
            assertThat(problem.facts()).containsEntry("level", "ELEMENTARY");
        });
    }

    /** 高级 on some day of June; nobody else here sits it. */
    private static ExamSession advanced(int number, int day) {
        var opens = Instant.parse("2024-06-%02dT01:00:00Z".formatted(day));
        var closes = opens.plus(Duration.ofHours(2));
        return new ExamSession(
                UUID.randomUUID(),
                null,
                new QualificationName("WDYY", "网店运营推广"),
                Level.ADVANCED,
                number,
                Subject.THEORY,
                new SiteBundle.Hours(
                        opens.minus(Duration.ofMinutes(30)),
                        opens,
                        opens.plus(Duration.ofMinutes(30)),
                        closes,
                        120,
                        30),
                opens);
    }

    private FixPapers.Settlement settle(Mode wanted, ExamSession... sessions) {
        return new FixPapers(fixed, desk, files, wanted, transaction, trail, clock)
                .settle(PLAN, List.of(sessions), OFFICER);
    }

    private UUID paper(ExamSession session) {
        return fixed.find(session.id()).orElseThrow().paper();
    }

    @Test
    void aPaperIsSatOnceAndInTheVerySameHoursByAll() {
        var older = desk.sealPaper(Level.ADVANCED, Subject.THEORY, false);
        var newer = desk.sealPaper(Level.ADVANCED, Subject.THEORY, false);
        var saturday = advanced(1, 1);
        assertThat(settle(Mode.PRODUCTION, saturday).problems()).isEmpty();
        var atTheSameTime = advanced(2, 1);
        settle(Mode.PRODUCTION, atTheSameTime);
        assertThat(List.of(paper(saturday), paper(atTheSameTime))).containsOnly(newer.id());
        var sunday = advanced(3, 2);
        assertThat(settle(Mode.PRODUCTION, sunday).warnings()).isEmpty();
        assertThat(paper(sunday)).isEqualTo(older.id());

        var monday = advanced(4, 3);
        var refused = settle(Mode.PRODUCTION, monday).problems();
        assertThat(refused).extracting(PackingFinding::code).containsExactly(PackingFinding.Code.PAPER_ALREADY_SAT);
        assertThat(refused.getFirst().facts())
                .containsEntry("plan", PLAN)
                .containsEntry("level", "ADVANCED")
                .containsEntry("subject", "THEORY");
        assertThat(fixed.find(monday.id())).isEmpty();
        assertThat(settle(Mode.REHEARSAL, monday).problems())
                .as("what is no drill is sat once in a rehearsal, too")
                .hasSize(1);

        var drill = desk.sealPaper(Level.ADVANCED, Subject.THEORY, true);
        assertThat(settle(Mode.PRODUCTION, monday).problems())
                .as("a drill is no paper there")
                .hasSize(1);
        assertThat(settle(Mode.REHEARSAL, monday).warnings()).isEmpty();
        var tuesday = advanced(5, 4);
        assertThat(settle(Mode.REHEARSAL, tuesday).warnings())
                .extracting(PackingFinding::code)
                .containsExactly(PackingFinding.Code.PAPER_ALREADY_SAT);
        assertThat(List.of(paper(monday), paper(tuesday))).containsOnly(drill.id());

        desk.sealPaper(Level.ADVANCED, Subject.THEORY, false);
        var days = IntStream.range(0, 4).mapToObj(i -> advanced(10 + i, 10 + i)).toList();
        var blocked = days.stream()
                .map(day -> CompletableFuture.supplyAsync(() -> settle(Mode.PRODUCTION, day)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(settled -> !settled.problems().isEmpty());
        assertThat(blocked).as("of four at once one gets the last paper").hasSize(3);

        desk.sealPaper(Level.ADVANCED, Subject.THEORY, false);
        var one = advanced(20, 20);
        var other = advanced(21, 21);
        assertThat(settle(Mode.PRODUCTION, one, other).problems()).hasSize(1);
        assertThat(fixed.find(one.id())).as("all or none").isEmpty();
    }

    @Test
    void aDrillGivesWayToANewerPaperUntilItsKeyIsDueAndAPaperDoesNot() {
        var drill = desk.sealPaper(Level.ADVANCED, Subject.PRACTICAL, true);
        var later = practical(1, 20);
        var due = practical(2, 1);
        settle(Mode.REHEARSAL, later);
        settle(Mode.REHEARSAL, due);
        assertThat(settle(Mode.REHEARSAL, later).warnings())
                .extracting(PackingFinding::code)
                .doesNotContain(PackingFinding.Code.PAPER_SUPERSEDED);
        var before = fixed.key(later.id());
        jdbc.sql("update dispatch.session set key_from = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", due.id())
                .update();
        var paper = desk.sealPaper(Level.ADVANCED, Subject.PRACTICAL, false);
        assertThat(settle(Mode.REHEARSAL, due).warnings())
                .extracting(PackingFinding::code)
                .contains(PackingFinding.Code.PAPER_SUPERSEDED);
        assertThat(paper(due)).isEqualTo(drill.id());
        var settled = settle(Mode.PRODUCTION, later);
        assertThat(settled.problems()).isEmpty();
        assertThat(paper(later)).isEqualTo(paper.id());
        assertThat(fixed.find(later.id()).orElseThrow().forms()).hasSize(2);
        assertThat(fixed.key(later.id()).bytes())
                .as("a server may still have the drill")
                .isEqualTo(before.bytes());
        desk.sealPaper(Level.ADVANCED, Subject.PRACTICAL, false);
        assertThat(settle(Mode.PRODUCTION, later).warnings())
                .extracting(PackingFinding::code)
                .containsExactly(PackingFinding.Code.PAPER_SUPERSEDED);
        assertThat(paper(later)).isEqualTo(paper.id());
        assertThat(settle(Mode.PRODUCTION, due).problems())
                .extracting(PackingFinding::code)
                .containsExactly(PackingFinding.Code.PAPER_IS_DRILL);
    }

    private static ExamSession practical(int number, int day) {
        var theory = advanced(number, day);
        return new ExamSession(
                theory.id(),
                null,
                theory.qualification(),
                theory.level(),
                number,
                Subject.PRACTICAL,
                theory.hours(),
                theory.keyFrom());
    }

    @Test
    void whatWasPackedFromSeatsThatWereTakenBackIsNotHandedOutUntilTheyAreGivenAnew() {
        var site = site();
        var node = node(site);
        desk.arrange(site, 1, BOTH_LEVELS);
        pack();
        var before = packed(site, 2);
        assertThat(bundles.handedOut(node.site(), clock.instant())).hasSize(2);
        desk.withdraw(site);
        assertThat(bundles.handedOut(node.site(), clock.instant())).isEmpty();
        assertThat(bundle(site, 2).state(null, clock.instant())).isEqualTo(BundleView.State.STALE);
        desk.arrange(site, 3, BOTH_LEVELS.subList(0, 1));
        pack();
        var after = packed(site, 2);
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(bundles.handedOut(node.site(), clock.instant()))
                .extracting(one -> one.place().slot())
                .containsExactly(2);
    }

    private EnrolledNode node(UUID site) {
        try (var machine = new ExamServer(port)) {
            var id = desk.enrol(site, "服务器", machine);
            return new EnrolledNode(
                    id,
                    site,
                    "服务器",
                    machine.signingKey().verifyingKey(),
                    machine.openingKey().sealingKey());
        }
    }

    @Test
    void aLetterIsSealedOnceHoweverManyAskAtOnce() {
        var site = site();
        var node = node(site);
        desk.arrange(site, 1, BOTH_LEVELS);
        pack();
        var sealed = Stream.generate(() -> CompletableFuture.supplyAsync(() -> letters.of(packed(site, 1), node)))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();
        assertThat(sealed).hasSize(1);
        assertThat(letters.isFor(node, sealed.getFirst().sha256())).isTrue();
        assertThat(letters.isFor(node(site), sealed.getFirst().sha256()))
                .as("another server of the same site has letters of its own")
                .isFalse();
    }

    @Test
    void whoMovesToAnotherSiteKeepsTheirScript() {
        var one = site();
        var two = site();
        var seats = desk.arrange(one, 1, BOTH_LEVELS);
        pack();
        var before = scripts(one);
        desk.withdraw(one);
        desk.move(two, 1, seats);
        pack();
        assertThat(scripts(two)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(scripts(one)).isEmpty();
    }

    private List<UUID> scripts(UUID site) {
        return jdbc.sql("select script_id from dispatch.script where site_id = :site")
                .param("site", site)
                .query(UUID.class)
                .list();
    }

    @Test
    void noIdNumberAndNoPaperIsReadableInTheDatabase() {
        var site = site();
        var seats = desk.arrange(site, 1, BOTH_LEVELS);
        pack();
        var tables = jdbc.sql("select table_name from information_schema.tables where table_schema = 'dispatch'")
                .query(String.class)
                .list();
        assertThat(tables).hasSizeGreaterThan(8);
        for (var table : tables) {
            var rows = String.join(
                    "\n",
                    jdbc.sql("select cast(t as text) from dispatch." + table + " t")
                            .query(String.class)
                            .list());
            assertThat(seats)
                    .as(table)
                    .noneMatch(seat -> rows.contains(seat.idNumber().value()));
            assertThat(rows).as(table).doesNotContain("题干", seats.getFirst().name());
        }
    }
}
