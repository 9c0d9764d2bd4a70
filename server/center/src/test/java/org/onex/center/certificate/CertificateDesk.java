package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.certificate.CertificateFixtures.COLLEGE;
import static org.onex.center.certificate.CertificateFixtures.IN_TIME;
import static org.onex.center.certificate.CertificateFixtures.PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.onex.center.audit.AuditTrail;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.catalog.Level;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobRun;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.photo.PhotoDemand;
import org.onex.center.photo.PhotoDirectory;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.result.PassedResult;
import org.onex.center.result.ResultsFinal;
import org.onex.center.signature.SignPdf;
import org.onex.center.typesetting.TypeCases;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The module over a real database, with results, photos and fees in memory and a clock that is set by hand. */
@Scope("prototype")
final class CertificateDesk {

    final ResultsOnPaper results = new ResultsOnPaper();
    final Map<EnrolmentKey, String> photos = new ConcurrentHashMap<>();
    final Set<String> owing = ConcurrentHashMap.newKeySet();
    final AtomicReference<Instant> time = new AtomicReference<>(IN_TIME);
    final DrawingOnPaper drawing;
    final DrawUpIssues drawUp;
    final SignIssue sign;
    final IssueCertificates issue;
    final HandOutCertificates handOut;
    final RevokeCertificate revoke;
    final VerifyCertificate verify;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Issues issues;
    private final Certificates certificates;

    CertificateDesk(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Issues issues,
            Certificates certificates,
            CertificateNumbers numbers,
            FinishedPlans finished,
            PlanDirectory plans,
            OrganizationDirectory organizations,
            TypeCases types,
            SignPdf signPdf,
            FileStore files,
            BeginMaking making,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.issues = issues;
        this.certificates = certificates;
        this.drawing = new DrawingOnPaper(types, signPdf);
        var fill = new FillIssues(
                results,
                plans,
                organizations,
                new PhotosOnPaper(photos),
                finished,
                issues,
                certificates,
                drawing,
                transaction);
        this.drawUp = new DrawUpIssues(results, plans, finished, issues, fill, transaction, clock());
        this.sign = new SignIssue(issues, finished, fill, making, trail, clock());
        this.issue = new IssueCertificates(issues, certificates, numbers, drawing, files, transaction, trail, clock());
        this.handOut = new HandOutCertificates(
                certificates,
                issues,
                (college, plan) -> !owing.contains(college + plan),
                results,
                files,
                transaction,
                trail);
        this.revoke = new RevokeCertificate(certificates, trail, clock());
        this.verify = new VerifyCertificate(certificates);
    }

    /** Publishes 003. */
    void publish(int port) {
        Parties.enter(port);
        jdbc.sql("""
                insert into organization.college (code, name, province, pilot) values ('90002', '示范二职业技术学院', '江苏', true)
                """).update();
        try (var officer = Staff.signedIn(port, "hongke")) {
            var loaded = officer.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003());
            assertThat(loaded.status()).as(loaded.toString()).isEqualTo(201);
            var id = loaded.body().path("id").asString();
            assertThat(officer.post("/api/plan/notices/" + id + "/publication", Map.of())
                            .status())
                    .isEqualTo(200);
        }
    }

    void rename(String college, String name) {
        jdbc.sql("update organization.college set name = :name where code = :code")
                .param("name", name)
                .param("code", college)
                .update();
    }

    /** Somebody's row cannot be read any more. */
    void spoil(PassedResult passed) {
        jdbc.sql("update certificate.certificate set number_sealed = :sealed where candidate_id = :candidate")
                .param("sealed", new byte[40])
                .param("candidate", ResultsOnPaper.candidate(passed))
                .update();
    }

    void clear() {
        for (var table :
                List.of("verification_key", "number", "sequence", "certificate", "signature", "issue", "plan")) {
            jdbc.sql("delete from certificate." + table).update();
        }
        results.clear();
        photos.clear();
        owing.clear();
        drawing.missing = DrawingOnPaper.PRIVATE_USE;
        drawing.broken = null;
        time.set(IN_TIME);
    }

    /** Somebody else's results become final. */
    void becomeFinal() {
        transaction.executeWithoutResult(status -> drawUp.on(new ResultsFinal(PLAN)));
    }

    void photograph(Collection<PassedResult> people) {
        photograph(people, "b".repeat(64));
    }

    void photograph(Collection<PassedResult> people, String photo) {
        people.forEach(
                passed -> photos.put(new EnrolmentKey(passed.registration().candidate(), passed.enrolment()), photo));
    }

    List<Issue> issues() {
        return jdbc
                .sql("select id from certificate.issue order by plan, college, number")
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> issues.find(id).orElseThrow())
                .toList();
    }

    /** The only issue of our college. */
    Issue only() {
        assertThat(issues()).hasSize(1);
        return issues().getFirst();
    }

    List<Certificate> people(Issue some) {
        return certificates.of(some.id());
    }

    Certificate certificate(PassedResult passed) {
        return certificates
                .ofRegistration(
                        passed.registration().candidate(), passed.registration().id())
                .orElseThrow();
    }

    Issue sign(Issue some, Actor actor) {
        return inTransaction(() -> sign.sign(some.id(), some.digest(), "https://onex.example/verify", actor));
    }

    /** Both have signed, and no job runs by itself: the test does the work. */
    Issue signedWithoutJob() {
        return signWithoutJob(only());
    }

    Issue signWithoutJob(Issue drawn) {
        return inTransaction(() -> {
            var signed = drawn;
            for (var party : List.of(Party.COLLEGE, Party.AWARDING_BODY)) {
                if (drawn.signatures().stream().noneMatch(given -> given.party() == party)) {
                    var given = signature(party, drawn);
                    signed = signed.signed(given);
                    issues.add(drawn.id(), given);
                }
            }
            var inWork = signed.inWork(UUID.randomUUID(), "https://onex.example/verify");
            issues.change(inWork);
            return inWork;
        });
    }

    private Signature signature(Party party, Issue some) {
        return new Signature(party, "", "", "", time.get(), some.digest());
    }

    /** Passes, is drawn up, signed, numbered and made. */
    PassedResult holder(String name) {
        var passed = results.pass(name, COLLEGE, Level.INTERMEDIATE);
        becomeFinal();
        drawUp.run();
        issue.run(run(signWithoutJob(issues().getLast()), done -> {}));
        return passed;
    }

    /** With nobody's tries counted yet. */
    VerifyCertificate newVerify() {
        return new VerifyCertificate(certificates);
    }

    List<String> numbers() {
        return jdbc.sql("select number from certificate.number order by number")
                .query(String.class)
                .list();
    }

    int keys() {
        return jdbc.sql("select count(*) from certificate.verification_key")
                .query(Integer.class)
                .single();
    }

    <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(act)
                .satisfies(e -> assertThat(e.code()).isEqualTo("certificate." + code));
    }

    static JobRun run(Issue subject, LongConsumer seen) {
        return new JobRun() {
            @Override
            public String subject() {
                return subject.id().toString();
            }

            @Override
            public Actor actor() {
                return CertificateFixtures.officer();
            }

            @Override
            public void progress(long done, long total) {
                seen.accept(done);
            }
        };
    }

    /** Photos that a test has taken. */
    private record PhotosOnPaper(Map<EnrolmentKey, String> taken) implements PhotoDirectory {

        @Override
        public Set<EnrolmentKey> fitting(Collection<EnrolmentKey> people, PhotoDemand demand) {
            return Set.copyOf(people);
        }

        @Override
        public Map<EnrolmentKey, String> files(Collection<EnrolmentKey> people) {
            var found = new HashMap<>(taken);
            found.keySet().retainAll(people);
            return found;
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time.get();
            }
        };
    }
}
