package org.onex.center.dispatch;

import static org.onex.center.dispatch.DispatchDesk.PLAN;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.onex.center.ExamServer;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.onex.center.catalog.Level;
import org.onex.center.dispatch.DispatchDesk.Guest;
import org.onex.center.job.JobRun;
import org.onex.center.node.EnrolledNode;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where 003's body has its plans packed, and where tests look up what has become of a site's bundles. */
final class PackingOffice {

    static final Actor OFFICER =
            new Actor("hongke", "考务", new Organization(OrganizationKind.AWARDING_BODY, "990000004", "鸿科经纬"));
    static final List<Guest> BOTH_LEVELS = List.of(
            Guest.of("王㛃", Level.ELEMENTARY), Guest.of("𠮷田", Level.ELEMENTARY), Guest.of("李晓燕", Level.INTERMEDIATE));

    private final DispatchDesk desk;
    private final PackBundles pack;
    private final Bundles bundles;
    private final JdbcClient jdbc;
    private final Clock clock;
    private int port;

    PackingOffice(DispatchDesk desk, PackBundles pack, Bundles bundles, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.pack = pack;
        this.bundles = bundles;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The notice is published, and 初级 and 中级 have drill papers. */
    void open(int center) {
        port = center;
        Parties.enter(port);
        try (var officer = Staff.signedIn(port, "hongke")) {
            var loaded = officer.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003());
            var id = loaded.body().path("id").asString();
            var published = officer.post("/api/plan/notices/" + id + "/publication", Map.of());
            if (published.status() != 200) {
                throw new IllegalStateException(published.toString());
            }
        }
        for (var level : List.of(Level.ELEMENTARY, Level.INTERMEDIATE)) {
            ExamDay.BOTH.forEach(subject -> desk.sealPaper(level, subject, true));
        }
    }

    UUID site() {
        return desk.site("90001", "考点" + UUID.randomUUID());
    }

    /** Of the first plan. */
    Bundle bundle(UUID site, int slot) {
        return bundle(site, PLAN, slot);
    }

    Bundle bundle(UUID site, String plan, int slot) {
        return bundles.find(new BundlePlace(site, plan, slot)).orElseThrow();
    }

    Bundle.Packed packed(UUID site, int slot) {
        return Objects.requireNonNull(bundle(site, slot).packed());
    }

    /** The first plan. */
    Map<String, Object> pack() {
        return pack(PLAN);
    }

    Map<String, Object> pack(String plan) {
        return pack(plan, done -> {});
    }

    /** Tells how many sites are done before it begins with the next one. */
    Map<String, Object> pack(String plan, LongConsumer seen) {
        return pack.run(new JobRun() {
            @Override
            public String subject() {
                return plan;
            }

            @Override
            public Actor actor() {
                return OFFICER;
            }

            @Override
            public void progress(long done, long total) {
                seen.accept(done);
            }
        });
    }

    /** The hours of all its slots ended so long ago. */
    void close(UUID site, Duration since) {
        var closes = clock.instant().minus(since);
        jdbc.sql("update dispatch.bundle set opens = :opens, closes = :closes where site_id = :site")
                .param("opens", Timestamp.from(closes.minus(Duration.ofHours(2))))
                .param("closes", Timestamp.from(closes))
                .param("site", site)
                .update();
    }

    /** An exam server of the site. */
    EnrolledNode node(UUID site) {
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

    /** The same of a site that may hold exams. */
    EnrolledNode approvedNode(UUID site) {
        desk.approve(site);
        return node(site);
    }
}
