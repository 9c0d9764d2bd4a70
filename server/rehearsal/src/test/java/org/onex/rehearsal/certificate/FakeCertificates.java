package org.onex.rehearsal.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;
import org.onex.rehearsal.scene.FakeCenter.Request;
import org.onex.rehearsal.scene.Graduates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The certificates of a centre: two colleges, of which the first owes a cent; kept well, or with one fault. */
final class FakeCertificates {

    /** What is wrong with it. */
    enum Fault {
        DRAWS_TOO_EARLY,
        ISSUES_TO_WHO_FAILED,
        FORGETS_WHO_PASSED,
        ISSUES_AFTER_ONE_SIGNATURE,
        NAMES_ONE_SIGNER,
        LEAVES_A_GAP,
        HANDS_OUT_UNCLEARED,
        WITHHOLDS_AFTER_PAYMENT,
        HANDS_OUT_ANOTHER_FILE,
        SHOWS_ISSUES_TO_OTHERS,
        GENUINE_AFTER_REVOCATION,
        GENUINE_UNDER_ANY_NAME,
        HANDS_OUT_REVOKED
    }

    private static final String ROOT = "/api/certificate";
    private static final String BODY = "hongke";
    private static final List<String> PASSED = List.of("t1", "t2", "t3", "t6");
    private static final Map<String, String> COLLEGES = Map.of("90001", "college01", "90002", "college02");

    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final FakeCenter center;
    /** Who has signed, by issue, which bears its college's code. */
    private final Map<String, List<String>> signed = new LinkedHashMap<>();

    private boolean paid;
    private String revoked = "";

    FakeCertificates(FakeCenter center) {
        this.center = center;
        bills();
        center.answersTo(
                BODY,
                "GET",
                ROOT + "/issues",
                request -> Reply.list(
                        isDrawn()
                                ? Stream.of("90001", "90002")
                                        .map(code -> issue(code).toString())
                                : Stream.empty()));
        center.answersTo(
                BODY,
                "GET",
                ROOT + "/certificates",
                request -> Reply.list(certificates().map(JsonNode::toString)));
        for (var college : COLLEGES.keySet()) {
            issuePages(college);
        }
        for (var ticket : Graduates.ALL) {
            file(ticket);
        }
        center.answers("POST", ROOT + "/inquiries", this::inquire);
        center.answers("POST", ROOT + "/downloads", this::download);
        center.answers("POST", ROOT + "/verifications", this::verify);
    }

    FakeCertificates with(Fault fault) {
        faults.add(fault);
        return this;
    }

    private boolean has(Fault fault) {
        return faults.contains(fault);
    }

    private boolean isDrawn() {
        return has(Fault.DRAWS_TOO_EARLY) || center.now().toString().compareTo("2024-06-01") >= 0;
    }

    private List<String> holders(String college) {
        return Graduates.ALL.stream()
                .filter(ticket -> Graduates.college(ticket).equals(college))
                .filter(ticket -> PASSED.contains(ticket) || (has(Fault.ISSUES_TO_WHO_FAILED) && ticket.equals("t4")))
                .filter(ticket -> !has(Fault.FORGETS_WHO_PASSED) || !ticket.equals("t6"))
                .toList();
    }

    private boolean isCleared(String college) {
        return paid || college.equals("90002");
    }

    private boolean isIssued(String college) {
        return signed.getOrDefault(college, List.of()).size() > (has(Fault.ISSUES_AFTER_ONE_SIGNATURE) ? 0 : 1);
    }

    private ObjectNode issue(String college) {
        var issue = Json.object()
                .put("id", "issue-" + college)
                .put("digest", "d" + college)
                .put("people", holders(college).size() + (has(Fault.FORGETS_WHO_PASSED) ? 1 : 0))
                .put("cleared", isCleared(college))
                .put("state", isIssued(college) ? "ISSUED" : "DRAWN");
        issue.putObject("college").put("code", college).put("name", collegeName(college));
        issue.putObject("problems").put("noPhoto", 0).put("noGlyph", 0);
        var signatures = issue.putArray("signatures");
        signed.getOrDefault(college, List.of()).stream()
                .limit(has(Fault.NAMES_ONE_SIGNER) ? 1 : 2)
                .forEach(login -> signatures
                        .addObject()
                        .put("organization", login.equals(BODY) ? "北京鸿科经纬科技有限公司" : collegeName(college)));
        return issue;
    }

    private static String collegeName(String college) {
        return FakeCenter.DEMO.colleges().stream()
                .filter(one -> one.code().equals(college))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private void issuePages(String college) {
        var address = ROOT + "/issues/issue-" + college;
        var unknown = Reply.problem(404, "certificate.issue-unknown");
        for (var login : List.of(
                "college01",
                "college02",
                "college03",
                "college04",
                "college05",
                "college06",
                FakeCenter.DEMO.strangerTo(FakeCenter.DEMO.notice("003")))) {
            center.answersTo(
                    login,
                    "GET",
                    address,
                    request -> has(Fault.SHOWS_ISSUES_TO_OTHERS)
                            ? Reply.ok(issue(college).toString())
                            : unknown);
            center.answersTo(login, "GET", address + "/people", unknown);
            center.answersTo(login, "POST", address + "/signature", unknown);
        }
        center.answersTo(
                BODY,
                "GET",
                address + "/people",
                request -> Reply.list(holders(college).stream()
                        .map(ticket -> Json.object().put("ticket", ticket).toString())));
        for (var login : List.of(BODY, COLLEGES.getOrDefault(college, ""))) {
            center.answersTo(
                    login, "GET", address, request -> Reply.ok(issue(college).toString()));
            center.answersTo(login, "POST", address + "/signature", request -> sign(college, request));
            center.answersTo(login, "GET", address + "/files", request -> {
                if (!isIssued(college)) {
                    return Reply.problem(409, "certificate.not-issued");
                }
                return mayFetch(college)
                        ? Reply.file(archive(college))
                        : Reply.problem(409, "certificate.fee-not-cleared");
            });
        }
    }

    private Reply sign(String college, Request request) {
        var own = signed.computeIfAbsent(college, key -> new ArrayList<>());
        if (!Json.text(FakeCenter.json(request.body()), "digest").equals("d" + college)) {
            return Reply.problem(409, "certificate.changed");
        }
        if (own.contains(request.login())) {
            return Reply.problem(409, "certificate.already-signed");
        }
        own.add(request.login());
        return Reply.ok(issue(college).toString());
    }

    private boolean mayFetch(String college) {
        return isCleared(college) || has(Fault.HANDS_OUT_UNCLEARED);
    }

    private Stream<ObjectNode> certificates() {
        return COLLEGES.keySet().stream()
                .sorted()
                .filter(this::isIssued)
                .flatMap(college -> holders(college).stream())
                .map(this::certificate);
    }

    private static String number(String ticket) {
        return "99000000420241000000" + ticket.substring(1);
    }

    private String shownNumber(String ticket) {
        // Numbers count those who passed: 1, 2, 3 and then the last.
        return number(
                switch (ticket) {
                    case "t4" -> "t5";
                    case "t6" -> has(Fault.LEAVES_A_GAP) ? "t7" : "t4";
                    default -> ticket;
                });
    }

    private ObjectNode certificate(String ticket) {
        var certificate = Json.object()
                .put("number", shownNumber(ticket))
                .put("name", Graduates.name(ticket))
                .put("idNumber", Graduates.maskedNumber(ticket))
                .put("level", "ELEMENTARY")
                .put("issuedOn", "2024-06-01")
                .put("issue", "issue-" + Graduates.college(ticket))
                .put("version", 1);
        certificate.putObject("key").put("candidate", "c-" + ticket).put("id", "id-" + ticket);
        certificate
                .putObject("college")
                .put("code", Graduates.college(ticket))
                .put("name", collegeName(Graduates.college(ticket)));
        certificate.putObject("qualification").put("code", "WDYY").put("name", "网店运营推广职业技能等级证书");
        return certificate;
    }

    private void file(String ticket) {
        var address = ROOT + "/certificates/c-" + ticket + "/id-" + ticket;
        var college = Graduates.college(ticket);
        center.answers("GET", address + "/file", Reply.problem(404, "certificate.unknown"));
        for (var login : List.of(BODY, COLLEGES.getOrDefault(college, ""))) {
            center.answersTo(login, "GET", address + "/file", request -> {
                if (ticket.equals(revoked) && !has(Fault.HANDS_OUT_REVOKED)) {
                    return Reply.problem(409, "certificate.revoked");
                }
                return mayFetch(college) ? pdf(ticket) : Reply.problem(409, "certificate.fee-not-cleared");
            });
        }
        center.answersTo("aopai", "POST", address + "/revocation", Reply.problem(404, "certificate.unknown"));
        center.answersTo("lianchuang", "POST", address + "/revocation", Reply.problem(404, "certificate.unknown"));
        center.answersTo("zhongjiao", "POST", address + "/revocation", Reply.problem(404, "certificate.unknown"));
        center.answersTo(BODY, "POST", address + "/revocation", request -> revoke(ticket, request));
    }

    private static Reply pdf(String ticket) {
        return Reply.file(("%PDF " + ticket).getBytes(StandardCharsets.UTF_8));
    }

    private Reply revoke(String ticket, Request request) {
        var order = FakeCenter.json(request.body());
        if (Json.text(order, "reason").isBlank()) {
            return Reply.problem(422, "certificate.reason-missing");
        }
        if (order.path("version").asInt() != 1) {
            return Reply.problem(409, "certificate.changed");
        }
        revoked = ticket;
        return Reply.ok(certificate(ticket).toString());
    }

    private byte[] archive(String college) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var ticket : holders(college)) {
                zip.putNextEntry(new ZipEntry(shownNumber(ticket) + ".pdf"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Empty if they mix up people or have none. */
    private String holder(Request request) {
        var proof = FakeCenter.json(request.body());
        var ticket = Json.text(proof, "ticket");
        return Json.text(proof, "name").equals(Graduates.name(ticket))
                        && Json.text(proof, "idNumber").equals(Graduates.idNumber(ticket))
                        && isIssued(Graduates.college(ticket))
                        && holders(Graduates.college(ticket)).contains(ticket)
                ? ticket
                : "";
    }

    private Reply inquire(Request request) {
        var ticket = holder(request);
        if (ticket.isEmpty()) {
            return Reply.problem(404, "certificate.none");
        }
        var told = Json.object()
                .put("number", shownNumber(ticket))
                .put("state", ticket.equals(revoked) ? "REVOKED" : "GENUINE");
        var may =
                isCleared(Graduates.college(ticket)) && !ticket.equals(revoked) && !has(Fault.WITHHOLDS_AFTER_PAYMENT);
        return Reply.ok(told.put("downloadable", may)
                .put("reason", may ? null : "FEE_NOT_CLEARED")
                .toString());
    }

    private Reply download(Request request) {
        var ticket = holder(request);
        if (ticket.isEmpty()) {
            return Reply.problem(404, "certificate.none");
        }
        if (ticket.equals(revoked)) {
            return Reply.problem(409, "certificate.revoked");
        }
        return mayFetch(Graduates.college(ticket))
                ? pdf(has(Fault.HANDS_OUT_ANOTHER_FILE) ? "t9" : ticket)
                : Reply.problem(409, "certificate.fee-not-cleared");
    }

    private Reply verify(Request request) {
        var asked = FakeCenter.json(request.body());
        var key = Json.text(asked, "key");
        return certificates()
                .filter(one -> key.isEmpty()
                        ? Json.text(one, "number").equals(Json.text(asked, "number"))
                                && (has(Fault.GENUINE_UNDER_ANY_NAME)
                                        || Json.text(one, "name").equals(Json.text(asked, "name")))
                        : key.equals("key-" + Json.text(one, "number")))
                .findFirst()
                .map(one -> Reply.ok(verified(one, !key.isEmpty())))
                .orElse(Reply.problem(404, "certificate.no-such"));
    }

    private String verified(ObjectNode certificate, boolean withPhoto) {
        var isRevoked = Json.text(certificate.path("key"), "id").equals("id-" + revoked)
                && !has(Fault.GENUINE_AFTER_REVOCATION);
        var told = Json.pick(certificate, "number", "name", "idNumber", "level", "issuedOn")
                .put("college", Json.text(certificate.path("college"), "name"))
                .put("qualification", Json.text(certificate.path("qualification"), "name"))
                .put("state", isRevoked ? "REVOKED" : "GENUINE")
                .put("photo", withPhoto ? "data:image/jpeg;base64,AA" : null);
        if (isRevoked) {
            told.putObject("revoked").put("reason", "演练：查实由他人代考");
        }
        return told.toString();
    }

    /** The first college has paid a cent too little. */
    private void bills() {
        center.answers(
                "GET",
                "/api/plan/plans/" + Graduates.PLAN,
                Reply.ok("{\"fees\": [{\"qualification\": {\"code\": \"WDYY\"},"
                        + " \"level\": \"ELEMENTARY\", \"amount\": \"100.00\"}]}"));
        center.answers("GET", "/api/registration/registrations", Reply.list(Stream.empty()));
        center.answers("GET", "/api/fee/bills", Reply.list(Stream.empty()));
        COLLEGES.forEach((college, login) -> {
            center.answersTo(
                    login,
                    "GET",
                    "/api/registration/registrations",
                    Reply.list(Graduates.ALL.stream()
                            .filter(ticket -> Graduates.college(ticket).equals(college))
                            .map(ticket -> "{\"qualification\": {\"code\": \"WDYY\"}, \"level\": \"ELEMENTARY\"}")));
            center.answersTo(login, "GET", "/api/fee/bills", Reply.list(Stream.of("{\"id\": \"" + college + "\"}")));
            center.answers("GET", "/api/fee/bills/" + college, request -> Reply.ok(bill(college)));
        });
        center.answersTo(BODY, "POST", "/api/fee/bills/90001/payments", request -> {
            paid = true;
            return Reply.ok(bill("90001"));
        });
    }

    private String bill(String college) {
        var isPaid = isCleared(college);
        var bill = Json.object()
                .put("id", college)
                .put("number", "B" + college)
                .put("total", "300.00")
                .put("paid", isPaid ? "300.00" : "299.99")
                .put("owed", isPaid ? "0.00" : "0.01")
                .put("state", isPaid ? "PAID" : "PARTIAL")
                .put("cleared", isPaid)
                .put("complete", true)
                .put("people", 3);
        bill.putObject("college").put("code", college);
        bill.putArray("payments");
        var line = bill.putArray("lines")
                .addObject()
                .put("level", "ELEMENTARY")
                .put("people", 3)
                .put("amount", "300.00");
        line.putObject("qualification").put("code", "WDYY");
        return bill.toString();
    }
}
