package org.onex.center.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.onex.center.candidate.CandidateDirectory;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobDirectory;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobState;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.ids.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Taking photos in when the product stops in between, or the same archive is worked on twice at once. */
@CenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakePhotosModuleTests {

    private static final int PEOPLE = 120;
    private static final Instant MORNING = Instant.parse("2024-04-22T01:00:00Z");
    private static final Actor OFFICER =
            new Actor("college01", "王老师", new Organization(OrganizationKind.COLLEGE, "90001", "示范一职业技术学院"));

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FileStore files;

    @Autowired
    private ArchiveImports imports;

    @Autowired
    private ArchiveResults results;

    @Autowired
    private CandidateDirectory candidates;

    @Autowired
    private JobDirectory jobs;

    @Autowired
    private TakePhotos take;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    void enterPeople() {
        Parties.enter(port);
        try (var college = Staff.signedIn(port, "college01")) {
            for (int n = 0; n < PEOPLE; n++) {
                var values = Map.of(
                        "NAME", "张三", "ID_NUMBER", PhotoFixtures.person(n).value(), "KIND", "社会考生");
                assertThat(college.post("/api/candidate/enrolments", Map.of("values", values))
                                .status())
                        .isEqualTo(201);
            }
        }
    }

    @BeforeEach
    void begin() {
        jdbc.sql("delete from photo.photo").update();
        jdbc.sql("update candidate.enrolment set has_photo = false").update();
    }

    @Test
    void whatWasInterruptedGoesOnWhereItWas() {
        var id = sent();
        assertThatIllegalStateException()
                .isThrownBy(() -> take.run(run(id, done -> {
                    if (done >= 50) {
                        throw new IllegalStateException("killed");
                    }
                })));
        assertThat(photos()).isEqualTo(50);
        var facts = take.run(run(id, done -> {}));
        assertThat(facts).isEqualTo(Map.of("kept", PEOPLE, "refused", 1));
        assertThat(photos()).isEqualTo(PEOPLE);
        assertThat(results.manifest(id)).hasSize(PEOPLE);
        assertThat(photographed()).isEqualTo(PEOPLE);
    }

    @Test
    void heavyPhotosAreKeptFewAtATime() {
        var heavy = Arrays.copyOf(PhotoFixtures.anAcceptablePhoto(), 4_800_000);
        var keptWhileAt = new TreeMap<Long, Integer>();
        var id = sent(archive(heavy, IntStream.rangeClosed(1, 6)));
        take.run(run(id, done -> keptWhileAt.put(done, photos())), alwaysDue());
        assertThat(keptWhileAt).isEqualTo(Map.of(0L, 0, 1L, 0, 2L, 0, 3L, 0, 4L, 4, 5L, 4));
        assertThat(photos()).isEqualTo(6);
    }

    @Test
    void betweenAnyTwoFilesItCanBeStoppedAndWhatIsFinishedCannot() {
        var id = sent(archive(PhotoFixtures.anAcceptablePhoto(), IntStream.rangeClosed(1, 3)));
        assertThatIllegalStateException().isThrownBy(() -> take.run(stopping(id, 2), alwaysDue()));
        assertThat(photos()).isZero();
        assertThat(take.run(stopping(id, 3), alwaysDue())).containsEntry("kept", 3);
    }

    private static JobRun stopping(UUID id, long from) {
        return run(id, done -> {
            if (done >= from) {
                throw new IllegalStateException("stopped");
            }
        });
    }

    private static Pace alwaysDue() {
        var clock = new AtomicLong();
        return new Pace(() -> clock.addAndGet(Duration.ofSeconds(1).toNanos()));
    }

    @Test
    void aSecondRunOfAFinishedArchiveDoesNothing() {
        var id = sent();
        take.run(run(id, done -> {}));
        assertThat(take.run(run(id, done -> {}))).isEmpty();
        assertThat(imports.find(id).orElseThrow().counts()).isEqualTo(new ArchiveImport.FileCounts(PEOPLE, 1, 0));
    }

    @Test
    void aRunThatWasTakenForDeadAddsNothingToWhatTheOtherOneDid() {
        var id = sent();
        var counts = take.run(run(id, done -> {
            if (done == 50) {
                take.run(run(id, none -> {}));
            }
        }));
        assertThat(counts).isEqualTo(Map.of("kept", PEOPLE, "refused", 1));
        assertThat(results.counts(id)).isEqualTo(new ArchiveImport.FileCounts(PEOPLE, 1, 0));
        assertThat(recorded(id)).isEqualTo(1);
    }

    @Test
    void twoRunsOfTheSameArchiveAtTheSameTimeDealWithEveryFileOnce() {
        var id = sent();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> take.run(run(id, done -> {}))),
                        CompletableFuture.runAsync(() -> take.run(run(id, done -> {}))))
                .join();
        assertThat(imports.find(id).orElseThrow().counts()).isEqualTo(new ArchiveImport.FileCounts(PEOPLE, 1, 0));
        assertThat(recorded(id)).isEqualTo(1);
    }

    @Test
    void whatIsRefusedAsAWholeHasFailedAndIsOnRecord() {
        var id = sent("no archive".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(PhotoRefused.class).isThrownBy(() -> take.run(run(id, done -> {})));
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(ArchiveImport.State.FAILED);
        assertThat(facts(id)).singleElement().asString().contains("\"ended\":false", "\"kept\":0");
    }

    @Test
    void whatWasCancelledIsOnRecordAndGoesOnWhenSomebodySaysSo() {
        var file = stored(archive(PhotoFixtures.anAcceptablePhoto(), IntStream.rangeClosed(0, PEOPLE)));
        try (var college = Staff.signedIn(port, "college01")) {
            var id = new AtomicReference<UUID>();
            transaction.executeWithoutResult(status -> {
                lockRoster();
                id.set(UUID.fromString(college.post("/api/photo/imports", Map.of("file", file))
                        .body()
                        .path("id")
                        .asString()));
                awaitSomebodyWaitingForMe();
                var job = imports.find(id.get()).orElseThrow().job();
                assertThat(college.post("/api/job/jobs/" + job + "/cancellation", Map.of())
                                .status())
                        .isEqualTo(202);
            });
            assertThat(endOfJob(id.get())).isEqualTo(JobState.CANCELLED);
            assertThat(photos()).isEqualTo(50);
            assertThat(facts(id.get())).singleElement().asString().contains("\"ended\":false", "\"kept\":50");
            var path = "/api/photo/imports/" + id.get() + "/resuming";
            assertThat(college.post(path, Map.of()).status()).isEqualTo(202);
            assertThat(college.post(path, Map.of()).code()).isEqualTo("photo.import-state");
            assertThat(endOfJob(id.get())).isEqualTo(JobState.DONE);
            assertThat(imports.find(id.get()).orElseThrow().counts())
                    .isEqualTo(new ArchiveImport.FileCounts(PEOPLE, 1, 0));
            assertThat(facts(id.get())).hasSize(2).last().asString().contains("\"ended\":true");
            assertThat(college.post(path, Map.of()).code()).isEqualTo("photo.import-state");
        }
    }

    private JobState endOfJob(UUID archive) {
        var job = imports.find(archive).orElseThrow().job();
        var give = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < give) {
            var state = jobs.job(job).orElseThrow().state();
            if (state.isEnded()) {
                return state;
            }
        }
        throw new AssertionError("did not end: " + job);
    }

    private void lockRoster() {
        jdbc.sql("select college from candidate.roster where college = '90001' for update")
                .query(String.class)
                .single();
    }

    private List<String> facts(UUID id) {
        return jdbc.sql(
                        "select facts from audit.entry where act = 'photo.take-photos' and subject = :id order by number")
                .param("id", id.toString())
                .query(String.class)
                .list();
    }

    private int recorded(UUID id) {
        return facts(id).size();
    }

    @Test
    void twoArchivesOfTheSamePeopleAtTheSameTimeLeaveEverybodyWithOnePhoto() {
        var one = sent();
        var other = sent();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> take.run(run(one, done -> {}))),
                        CompletableFuture.runAsync(() -> take.run(run(other, done -> {}))))
                .join();
        assertThat(photos()).isEqualTo(PEOPLE);
        assertThat(photographed()).isEqualTo(PEOPLE);
    }

    @Test
    void aSealedNameCannotBePassedOffAsAPicture() {
        var id = sent();
        take.run(run(id, done -> {}));
        assertThat(results.find(id, 1)).isPresent();
        jdbc.sql("update photo.archive_result set thumbnail_sealed = name_sealed where import_id = :id and number = 1")
                .param("id", id)
                .update();
        assertThatThrownBy(() -> results.find(id, 1)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void nothingIsWrittenBeforeTheRosterIsHeld() {
        take.run(run(sent(), done -> {}));
        var again = sent();
        var other = new AtomicReference<CompletableFuture<Void>>();
        transaction.executeWithoutResult(status -> {
            lockRoster();
            other.set(CompletableFuture.runAsync(() -> take.run(run(again, done -> {}))));
            awaitSomebodyWaitingForMe();
            assertThat(jdbc.sql("select count(*) from (select 1 from photo.photo for update skip locked) free")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(PEOPLE);
        });
        other.get().join();
    }

    private void awaitSomebodyWaitingForMe() {
        var give = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < give) {
            if (jdbc.sql("select count(*) from pg_locks where not granted"
                                    + " and cast(transactionid as text) = cast(pg_current_xact_id() as text)")
                            .query(Integer.class)
                            .single()
                    > 0) {
                return;
            }
        }
        throw new AssertionError("nobody waits");
    }

    @Test
    void archivesOfTheSamePeopleInOppositeOrderDoNotBlockEachOther() {
        var photo = PhotoFixtures.anAcceptablePhoto();
        for (int round = 0; round < 5; round++) {
            var one = sent(archive(photo, IntStream.range(0, 40)));
            var other = sent(archive(photo, IntStream.range(0, 40).map(n -> 39 - n)));
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> take.run(run(one, done -> {}))),
                            CompletableFuture.runAsync(() -> take.run(run(other, done -> {}))))
                    .join();
        }
        assertThat(photos()).isEqualTo(40);
    }

    private UUID sent() {
        return sent(archive(PhotoFixtures.anAcceptablePhoto(), IntStream.rangeClosed(0, PEOPLE)));
    }

    private UUID stored(byte[] archive) {
        var sha256 = files.keep(archive);
        var file = Ids.next();
        jdbc.sql("""
                insert into file.stored_file (id, name, bytes, sha256, owner_kind, owner_code, login, at)
                values (:id, '照片.zip', 1, :sha256, 'COLLEGE', '90001', 'college01', :at)
                """)
                .param("id", file)
                .param("sha256", sha256)
                .param("at", Timestamp.from(MORNING))
                .update();
        return file;
    }

    private UUID sent(byte[] archive) {
        var file = stored(archive);
        var id = Ids.next();
        imports.add(new ArchiveImport(
                id,
                "90001",
                file,
                "照片.zip",
                ArchiveImport.State.RUNNING,
                Ids.next(),
                "王老师",
                MORNING,
                ArchiveImport.FileCounts.NONE));
        return id;
    }

    /** All {@link #PEOPLE} are on the roster, the next is a stranger. */
    private static byte[] archive(byte[] photo, IntStream people) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int n : people.toArray()) {
                zip.putNextEntry(new ZipEntry(PhotoFixtures.person(n).value() + ".jpg"));
                zip.write(photo);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private int photos() {
        return jdbc.sql("select count(*) from photo.photo").query(Integer.class).single();
    }

    private long photographed() {
        var numbers = IntStream.range(0, PEOPLE).mapToObj(PhotoFixtures::person).toList();
        var keys = candidates.enrolled(numbers, "90001").values();
        assertThat(candidates.outlines(keys)).hasSize(PEOPLE);
        return jdbc.sql("select count(*) from candidate.enrolment where has_photo")
                .query(Long.class)
                .single();
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
