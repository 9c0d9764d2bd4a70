package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.dispatch.DispatchDesk.PLAN;
import static org.onex.center.script.ReturnedFiles.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.dispatch.DispatchDesk;
import org.onex.center.dispatch.DispatchDesk.Guest;
import org.onex.center.dispatch.DispatchDirectory;
import org.onex.center.node.CenterSignature;
import org.onex.center.script.ReturnedFiles;
import org.onex.contract.bundle.ScriptFile;
import org.onex.contract.bundle.SiteBundle;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Where an exam comes back: two colleges have sites, 003's first plan is packed for them, and whoever looks at what returns is signed in. */
final class ReturnDesk implements AutoCloseable {

    static final String PLANS = "/api/script/plans";
    static final String RETURNS = PLANS + "/" + PLAN + "/returns";
    static final String SECRET = "机密作答内容";

    /** All of 初级: two sit both subjects and one sits one. */
    static final List<Guest> FIVE_RUNS = List.of(
            Guest.of("王㛃", Level.ELEMENTARY),
            Guest.of("𠮷田", Level.ELEMENTARY),
            new Guest("欧阳䶮", Level.ELEMENTARY, List.of(Subject.PRACTICAL), false));

    private final DispatchDesk desk;
    private final DispatchDirectory dispatch;
    private final CenterSignature center;
    private final JdbcClient jdbc;
    private final Map<String, Staff> staff = new HashMap<>();
    private final List<ReturningServer> servers = new ArrayList<>();
    private int port;

    ReturnDesk(DispatchDesk desk, DispatchDirectory dispatch, CenterSignature center, JdbcClient jdbc) {
        this.desk = desk;
        this.dispatch = dispatch;
        this.center = center;
        this.jdbc = jdbc;
    }

    /** The notice is published, and 初级 and 中级 have drill papers. */
    void open(int centre) {
        port = centre;
        Parties.enter(port);
        Parties.enterCollege(port, "90002", "示范二职业技术学院", true);
        var notice = body().postYaml("/api/plan/notices?file=x.yaml", Parties.notice003());
        body().post("/api/plan/notices/" + notice.body().path("id").asString() + "/publication", Map.of());
        for (var level : List.of(Level.ELEMENTARY, Level.INTERMEDIATE)) {
            List.of(Subject.THEORY, Subject.PRACTICAL).forEach(subject -> desk.sealPaper(level, subject, true));
        }
    }

    Staff body() {
        return signedIn("hongke");
    }

    Staff otherBody() {
        return signedIn("aopai");
    }

    /** Of the college whose site is the first. */
    Staff host() {
        return signedIn("college01");
    }

    Staff otherHost() {
        return signedIn("college90002");
    }

    Staff operator() {
        return signedIn("operator");
    }

    private Staff signedIn(String login) {
        return staff.computeIfAbsent(login, one -> Staff.signedIn(port, one));
    }

    /** A college's site that may hold exams. */
    UUID site(String college, String name) {
        var site = desk.site(college, name);
        desk.approve(site);
        return site;
    }

    /** Every bundle that there is something new of. */
    void pack(int expected) {
        var started = body().post("/api/dispatch/plans/" + PLAN + "/packing", Map.of());
        var job = body().whenJobEnded(started.body().path("job").asString());
        assertThat(job.path("facts").path("packed").asInt()).as(job.toString()).isEqualTo(expected);
    }

    /** What was packed first for a site's slot. */
    SiteBundle bundle(UUID site, int slot) {
        var id = body().get(RETURNS)
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("site").path("id").asString().equals(site.toString()))
                .filter(one -> one.path("slot").asInt() == slot)
                .map(one -> UUID.fromString(one.path("bundle").asString()))
                .findFirst()
                .orElseThrow();
        return dispatch.sent(site, id, 1).orElseThrow().content();
    }

    static List<SiteBundle.Run> runs(SiteBundle bundle) {
        return bundle.seatings().stream()
                .flatMap(seating -> seating.runs().stream())
                .toList();
    }

    /** A server of a site that speaks about a bundle, be it its own or not. */
    ReturningServer server(UUID site, String name, SiteBundle bundle) {
        var machine = new ExamServer(port);
        var server = new ReturningServer(machine, desk.enrol(site, name, machine), bundle);
        servers.add(server);
        return server;
    }

    /** A server at which somebody may sit. */
    ReturningServer installed(UUID site, String name, SiteBundle bundle) {
        var server = server(site, name, bundle);
        server.install();
        return server;
    }

    /** The evening of the first plan's day. */
    void over() {
        operator().post("/api/clock/advance", Map.of("to", "2024-05-18T20:00:00+08:00"));
    }

    JsonNode returned(Staff by, SiteBundle bundle) {
        return by.get(RETURNS)
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("bundle").asString().equals(bundle.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    /** Of how many bundles nothing is awaited any more. */
    int complete() {
        return body().get(PLANS).body().path("items").path(0).path("complete").asInt();
    }

    JsonNode doubts() {
        return body().get(PLANS + "/" + PLAN + "/doubts").body().path("items");
    }

    /** What is doubted, and whether it waits for a person. */
    List<String> kinds() {
        return doubts().valueStream()
                .map(doubt ->
                        doubt.path("kind").asString() + " " + doubt.path("open").asBoolean())
                .toList();
    }

    /** The body says which revision counts, and of which server. */
    Staff.Answer decide(UUID script, @Nullable UUID by, int revision, String reason) {
        var request = new HashMap<String, Object>(Map.of("revision", revision, "reason", reason));
        if (by != null) {
            request.put("node", by);
        }
        return body().post("/api/script/scripts/" + script + "/decision", request);
    }

    /** What the trail says was done to it. */
    List<String> acts(UUID subject) {
        return jdbc.sql("select act from audit.entry where subject = :subject order by number")
                .param("subject", subject.toString())
                .query((row, n) -> row.getString("act"))
                .list();
    }

    /** Somebody has written more than fits into two pieces, and nothing of it repeats. */
    static ScriptFile large(SiteBundle bundle, SiteBundle.Run run) {
        var chance = new Random(20241116);
        var journal = new ArrayList<ScriptFile.Entry>();
        for (int seq = 1; seq <= 11; seq++) {
            var text = new StringBuilder(SECRET);
            chance.ints(19_000, 0x4E00, 0x9FA5).forEach(text::appendCodePoint);
            journal.add(entry(seq, "W0" + seq % 3, text.toString()));
        }
        journal.add(entry(12, "S01", "B"));
        return ReturnedFiles.script(bundle, run, journal);
    }

    /** The centre has signed that it has the newest revision of it. */
    void requireReceipt(JsonNode receipt, ScriptFile file) {
        var newest = file.receipts().getLast();
        assertThat(receipt.path("attempt").asString()).isEqualTo(file.attempt().toString());
        assertThat(receipt.path("revision").asInt()).isEqualTo(newest.revision());
        assertThat(receipt.path("hash").asString()).isEqualTo(newest.hash());
        var text = "onex-return-receipt-v1\n" + file.attempt() + " " + newest.revision() + " " + newest.hash() + " "
                + receipt.path("receivedAt").asString() + "\n";
        assertThat(center.verifyingKey()
                        .verifies(
                                text.getBytes(StandardCharsets.US_ASCII),
                                Base64.getDecoder()
                                        .decode(receipt.path("signature").asString())))
                .isTrue();
    }

    @Override
    public void close() {
        staff.values().forEach(Staff::close);
        servers.forEach(ReturningServer::close);
    }
}
