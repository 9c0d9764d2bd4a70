package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.printing.PrintingDesk;
import org.onex.center.printing.PrintingDesk.Guest;
import org.onex.center.seating.Seat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A college prints what its site needs, a guest's college its tickets, and nobody sees what is not theirs. */
@CenterTest
@Import(PrintingDesk.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintingJourneyTests {

    private static final String PRINTS = "/api/printing/prints";
    private static final List<String> EVERYTHING = List.of("TICKET", "SIGN_IN_SHEET", "DESK_LABEL", "DOOR_NOTICE");

    @LocalServerPort
    private int port;

    @Autowired
    private PrintingDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private Staff host;
    private Staff guest;
    private Staff body;
    private Staff otherBody;
    private UUID site;
    private List<Seat> seats;

    @BeforeAll
    void everybodyHasASeat() {
        Parties.enter(port);
        Parties.enterCollege(port, "90002", "示范二职业技术学院", true);
        Parties.enterCollege(port, "90003", "示范三职业技术学院", true);
        host = Staff.signedIn(port, "college01");
        guest = Staff.signedIn(port, "college90002");
        body = Staff.signedIn(port, "hongke");
        otherBody = Staff.signedIn(port, "aopai");
        var loaded = body.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003());
        body.post("/api/plan/notices/" + loaded.body().path("id").asString() + "/publication", Map.of());
        site = desk.site("90001", "示范一考核站点");
        seats = desk.arrange(
                site, 1, List.of(new Guest("王㛃", "90001"), new Guest("𠮷田", "90002"), new Guest("欧阳䶮", "90001")));
    }

    @AfterAll
    void everybodyGoesHome() {
        List.of(host, guest, body, otherBody).forEach(Staff::close);
    }

    @Test
    void everythingForASiteIsPrintedInTheBackgroundAndHandedOut() throws IOException {
        var print = printed(host, site, EVERYTHING);
        assertThat(print.path("state").asString()).as(print.toString()).isEqualTo("READY");
        assertThat(print.path("stale").asBoolean()).isFalse();
        assertThat(print.path("files")).hasSize(10);
        assertThat(print.path("at").asString()).endsWith("+08:00");

        var name = "准考证-时段2-第1考场.pdf";
        var path = PRINTS + "/" + print.path("id").asString() + "/files/" + encoded(name);
        var answer = host.get(path);
        assertThat(answer.headers().get("cache-control")).containsExactly("no-store");
        assertThat(answer.headers().get("content-type")).containsExactly("application/pdf");
        assertThat(answer.headers().get("content-disposition").getFirst()).contains("attachment", encoded(name));
        assertThat(text(host.bytes(path)))
                .contains("王㛃", "𠮷田", seats.getFirst().idNumber().value());

        var archive = PRINTS + "/" + print.path("id").asString() + "/archive";
        assertThat(host.bytes(archive)).isEqualTo(host.bytes(archive));
        var unpacked = unpacked(host.bytes(archive));
        assertThat(unpacked).hasSize(10);
        assertThat(unpacked.get(name)).isEqualTo(host.bytes(path));
        assertThat(host.get(archive).headers().get("cache-control")).containsExactly("no-store");
        assertThat(acts(print.path("id").asString()))
                .contains("printing.order-print", "printing.hand-out-file", "printing.hand-out-archive");
    }

    @Test
    void aSitesPapersAreItsCollegesAndTheBodysBusiness() {
        var print = printed(host, site, List.of("DOOR_NOTICE"));
        var path = PRINTS + "/" + print.path("id").asString();
        assertThat(body.get(path).status()).isEqualTo(200);
        for (var stranger : List.of(guest, otherBody)) {
            assertThat(stranger.get(path).code()).isEqualTo("printing.unknown");
            assertThat(stranger.get(path + "/archive").code()).isEqualTo("printing.unknown");
            assertThat(stranger.get(path + "/files/" + encoded("门贴-时段2-第1考场.pdf"))
                            .code())
                    .isEqualTo("printing.unknown");
            assertThat(ids(stranger)).doesNotContain(print.path("id").asString());
            assertThat(ordered(stranger, site, EVERYTHING).code()).isEqualTo("printing.site-unknown");
        }
        assertThat(ids(body)).contains(print.path("id").asString());
        assertThat(host.get(path + "/files/nothing.pdf").code()).isEqualTo("printing.unknown");
    }

    @Test
    void whoAsksTwiceGetsTheSamePrintAndSomebodyElseTheirOwn() {
        var kinds = List.of("DESK_LABEL", "DOOR_NOTICE");
        var first = ordered(host, site, kinds).body();
        assertThat(ordered(host, site, kinds).body()).isEqualTo(first);
        var others = ordered(body, site, kinds).body();
        assertThat(others.path("id")).as("its job is the body's to look at").isNotEqualTo(first.path("id"));
        assertThat(body.get("/api/job/jobs/" + others.path("job").asString()).status())
                .isEqualTo(200);
        assertThat(acts(first.path("id").asString())).containsExactly("printing.order-print");
    }

    @Test
    void aCollegePrintsTheTicketsOfItsOwnPeopleForItself() throws IOException {
        var print = printed(guest, null, List.of("TICKET"));
        assertThat(print.path("site").isNull()).isTrue();
        assertThat(print.path("files")).hasSize(1);
        var path = PRINTS + "/" + print.path("id").asString();
        var name = print.path("files").path(0).path("name").asString();
        assertThat(text(guest.bytes(path + "/files/" + encoded(name))))
                .contains("𠮷田")
                .doesNotContain("王㛃");
        for (var stranger : List.of(host, body)) {
            assertThat(stranger.get(path).code()).isEqualTo("printing.unknown");
            assertThat(ids(stranger)).doesNotContain(print.path("id").asString());
        }
    }

    @Test
    void aLostTicketIsPrintedAgainForWhomItConcerns() throws IOException {
        var theirs = seats.get(1);
        var path = "/api/printing/tickets/" + theirs.ticket();
        for (var staff : List.of(host, guest, body)) {
            assertThat(text(staff.bytes(path))).contains("𠮷田").doesNotContain("王㛃");
        }
        assertThat(otherBody.get(path).code()).isEqualTo("printing.ticket-unknown");
        var others = "/api/printing/tickets/" + seats.getFirst().ticket();
        assertThat(guest.get(others).code()).isEqualTo("printing.ticket-unknown");
        assertThat(host.get("/api/printing/tickets/0").code()).isEqualTo("printing.ticket-unknown");
        assertThat(acts(theirs.ticket())).hasSize(3).containsOnly("printing.hand-out-ticket");
    }

    @Test
    void whatCannotBePrintedIsRefusedWithAReason() {
        assertThat(ordered(host, site, List.of()).code()).isEqualTo("printing.invalid");
        assertThat(ordered(guest, null, EVERYTHING).code()).isEqualTo("printing.invalid");
        assertThat(ordered(body, null, List.of("TICKET")).code()).isEqualTo("printing.invalid");
        assertThat(ordered(host, UUID.randomUUID(), EVERYTHING).code()).isEqualTo("printing.site-unknown");
        assertThat(ordered(host, desk.site("90001", "空考点"), EVERYTHING).code()).isEqualTo("printing.not-arranged");
        assertThat(host.post(PRINTS, request("NOPE", site, EVERYTHING)).code()).isEqualTo("printing.plan-unknown");
        try (var nobody = Staff.signedIn(port, "college90003")) {
            assertThat(ordered(nobody, null, List.of("TICKET")).code()).isEqualTo("printing.nobody-seated");
        }
    }

    @Test
    void theAuditTrailNamesNobodysIdNumber() {
        printed(host, site, EVERYTHING);
        var trail = String.join(
                "\n",
                jdbc.sql("select subject || facts from audit.entry where act like 'printing.%'")
                        .query(String.class)
                        .list());
        assertThat(trail).isNotEmpty();
        assertThat(seats)
                .allSatisfy(
                        seat -> assertThat(trail).doesNotContain(seat.idNumber().value()));
    }

    private static Staff.Answer ordered(Staff staff, @Nullable UUID site, List<String> kinds) {
        return staff.post(PRINTS, request(PrintingDesk.PLAN, site, kinds));
    }

    private static Map<String, Object> request(String plan, @Nullable UUID site, List<String> kinds) {
        var request = new HashMap<String, Object>();
        request.put("plan", plan);
        request.put("site", site);
        request.put("kinds", kinds);
        return request;
    }

    /** Asks for it and looks at it until it is no longer being drawn. */
    private static JsonNode printed(Staff staff, @Nullable UUID site, List<String> kinds) {
        var begun = ordered(staff, site, kinds);
        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < limit) {
            var view =
                    staff.get(PRINTS + "/" + begun.body().path("id").asString()).body();
            if (!view.path("state").asString().equals("WAITING")) {
                return view;
            }
        }
        throw new AssertionError("not drawn: " + begun);
    }

    private static List<String> ids(Staff staff) {
        var ids = new ArrayList<String>();
        staff.get(PRINTS + "?plan=" + PrintingDesk.PLAN)
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private List<String> acts(String subject) {
        return jdbc.sql("select act from audit.entry where subject = :subject order by number")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
