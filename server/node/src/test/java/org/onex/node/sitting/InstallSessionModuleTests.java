package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.vault.DataKey;
import org.onex.node.NodeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NodeTest
class InstallSessionModuleTests {

    private static final String ROOM = SiteBundles.ROOM;

    @Autowired
    private InstallSession install;

    @Autowired
    private ExamSessions sessions;

    @Autowired
    private Attempts attempts;

    @Autowired
    private BundleDirectory bundles;

    @Autowired
    private PhotoDirectory photos;

    @Autowired
    private SignIn signIn;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate batches;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path disk;

    private SiteBundles opensIn(int minutes) {
        return new SiteBundles(
                Instant.ofEpochSecond(clock.instant().getEpochSecond()).plus(Duration.ofMinutes(minutes)));
    }

    private void install(SiteBundles site, int version) {
        install.install(site.version(version), site.files());
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(SittingRefused.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("sitting." + code));
    }

    @Test
    void installingAgainChangesNothing() {
        var site = opensIn(0).seat(1, ROOM, 1);
        install(site, 1);
        var attempt = site.run(1, site.theory);
        signIn.signIn(SiteBundles.ticket(1), SiteBundles.person(1).value(), null);
        install(site, 1);
        assertThat(attempts.find(attempt).orElseThrow().state()).isEqualTo(AttemptState.ENTERED);
    }

    @Test
    void aBundleThatDoesNotHoldTogetherIsNotInstalledAtAll() {
        var site = opensIn(0).seat(2, ROOM, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> install.install(site.version(1), BundleFiles.of(Map.of())));
        assertThat(bundles.find(site.bundle)).isEmpty();
        assertThat(sessions.find(site.theory)).isEmpty();
    }

    @Test
    void aNewerVersionTakesThePlaceOfAnOlderOneUntilEntryOpensAndAnOlderOneNever() {
        var site = opensIn(120).seat(3, ROOM, 1).seat(4, ROOM, 2);
        install(site, 1);
        install(site.emptied().seat(3, SiteBundles.OTHER_ROOM, 7).seat(5, ROOM, 1), 3);
        assertThat(bundles.find(site.bundle).orElseThrow().version()).isEqualTo(3);
        assertThat(attempts.find(site.run(3, site.theory)).orElseThrow().seat().place())
                .isEqualTo(new Place(SiteBundles.OTHER_ROOM, 7));
        assertThat(attempts.find(site.run(4, site.theory))).isEmpty();
        install(site, 2);
        assertThat(attempts.find(site.run(4, site.theory))).isEmpty();
    }

    @Test
    void whatEntryHasOpenedForIsNeverReplaced() {
        var site = opensIn(29).seat(6, ROOM, 1);
        install(site, 1);
        assertRefused("entry-open", () -> install(site, 2));
        assertThat(bundles.find(site.bundle).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void aSessionOfAnotherBundleIsNotTaken() {
        var site = opensIn(120).seat(8, ROOM, 1);
        install(site, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> install(site.underOtherIdentity(), 1))
                .withMessageContaining("belongs to another bundle");
    }

    @Test
    void onlyAKeyThatOpensThePapersIsReleased() {
        var site = opensIn(0).seat(9, ROOM, 1);
        install(site, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> install.release(site.theory, DataKey.random()));
        assertThat(sessions.key(site.theory)).isEmpty();
        install.release(site.theory, site.key);
        assertThat(sessions.key(site.theory).orElseThrow().bytes()).isEqualTo(site.key.bytes());
        assertThat(sessions.key(site.practice)).isEmpty();
        assertRefused("session-unknown", () -> install.release(Ids.next(), site.key));
    }

    @Test
    void aKeyIsStoredForOneSessionOrNotAtAll() {
        assertRefused("session-unknown", () -> sessions.store(Ids.next(), DataKey.random()));
    }

    @Test
    void theNewerVersionsPhotosAreThereAndThoseThatItDoesNotNameAreGone() throws Exception {
        var site = opensIn(120).seat(11, ROOM, 1).seat(12, ROOM, 2);
        install(site, 1);
        var changed = site.emptied().seat(12, ROOM, 1);
        install(changed, 2);
        assertThat(photos.of(changed.run(12, changed.theory)).picture().getContentAsByteArray())
                .asString()
                .isEqualTo("photo of 12");
        assertThat(jdbc.sql("select count(*) from sitting.photo where bundle = :bundle")
                        .param("bundle", site.bundle)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Somebody holds the seats, as an installation does: who comes too early is sent away without waiting for them. */
    @Test
    void whoComesBeforeEntryOpensDoesNotWaitForAnInstallation() {
        var site = opensIn(120).seat(13, ROOM, 1);
        install(site, 1);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            new Bundles(jdbc, batches).hasAnybodyEntered(site.bundle);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertRefused(
                            "entry-not-open",
                            () -> signIn.signIn(
                                    SiteBundles.ticket(13),
                                    SiteBundles.person(13).value(),
                                    null)));
        });
    }

    @Test
    void theFilesOfALargeSiteAreNeverInMemoryTogether() throws IOException {
        int seats = 6;
        var site = opensIn(0).photosOf(1_000_000);
        for (int seat = 1; seat <= seats; seat++) {
            site.seat(100 + seat, ROOM, seat);
        }
        for (var file : site.bytes().entrySet()) {
            Files.write(disk.resolve(file.getKey()), file.getValue());
        }
        site.bytes().clear();
        var handedOut = new ArrayList<WeakReference<byte[]>>();
        var held = new ArrayList<Integer>();
        install.install(site.version(1), sha256 -> {
            held.add(reachable(handedOut));
            var bytes = onDisk(sha256);
            handedOut.add(new WeakReference<>(bytes));
            return bytes;
        });
        assertThat(handedOut).hasSizeGreaterThanOrEqualTo(2 * seats);
        assertThat(held).allMatch(files -> files <= 2);
    }

    /** How many of them may still be in use; what nobody uses is there until it is collected. */
    private static int reachable(List<WeakReference<byte[]>> files) {
        if (files.stream().filter(one -> one.get() != null).count() > 2) {
            System.gc();
        }
        return (int) files.stream().filter(one -> one.get() != null).count();
    }

    private byte[] onDisk(String sha256) {
        try {
            return Files.readAllBytes(disk.resolve(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPhotoIsOpenedForWhoMaySeeIt() throws Exception {
        var site = opensIn(0).seat(10, ROOM, 1);
        install(site, 1);
        var photo = photos.of(site.run(10, site.practice));
        assertThat(photo.picture().getContentAsByteArray()).asString().isEqualTo("photo of 10");
        assertThat(photo.type()).isEqualTo("image/jpeg");
        assertRefused("photo-unknown", () -> photos.of(Ids.next()));
    }
}
