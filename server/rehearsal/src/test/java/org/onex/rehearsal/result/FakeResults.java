package org.onex.rehearsal.result;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;
import org.onex.rehearsal.scene.FakeCenter.Request;
import org.onex.rehearsal.scene.Graduates;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The results of a centre: six people, of whom one has cheated and one was wronged by a marker; kept well, or with one fault. */
final class FakeResults {

    static final String CHEAT = "t6";
    static final String WRONGED = "t3";
    private static final String AWAY = "t5";
    private static final int MORE = 10;
    private static final String ADDRESS = "/api/result/plans/" + Graduates.PLAN;
    private static final String REVIEWS = "/api/result/reviews";
    private static final String FIRST = "hongke";
    private static final String SECOND = "hongke2";
    private static final Map<String, String> COLLEGES = Map.of("college01", "90001", "college02", "90002");

    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final FakeCenter center;
    private final ExamBooks.Incident incident;
    private final List<String> approvals = new ArrayList<>();
    private final Map<String, ObjectNode> reviews = new LinkedHashMap<>();
    private final Map<String, Integer> corrected = new HashMap<>();
    private final Set<String> inReview = new HashSet<>();
    private int version;
    private String finding = "";
    private boolean stale;
    private ObjectNode points = Json.object().put("a", 0);

    FakeResults(FakeCenter center, Scene scene) {
        this.center = center;
        incident = new ExamBooks.Incident("i1", Graduates.attempt(CHEAT, 1), "site", "CHEATING", "座位上有小抄", "承认", "JK2");
        scene.books().add(incident);
        scene.books().caught(incident.attempt());
        scene.books()
                .add(new ExamBooks.Slip(
                        "hongke-marker1",
                        Graduates.attempt(WRONGED, 1),
                        "W01",
                        Json.object().put("a", MORE)));
        // Who never came is absent also where a server that nobody waits for any more was to say so.
        scene.books().stayedAway(AWAY);
        scene.books().lose(AWAY, "THEORY");
        sheet();
        rulings();
        marker();
        reviews();
        center.answers("POST", "/api/result/inquiries", this::inquire);
    }

    FakeResults with(Fault fault) {
        faults.add(fault);
        return this;
    }

    private boolean has(Fault fault) {
        return faults.contains(fault);
    }

    private boolean isPast(String moment) {
        return !center.now().isBefore(OffsetDateTime.parse(moment));
    }

    private boolean isApproved() {
        return approvals.size() > 1;
    }

    private String closes() {
        return has(Fault.CLOSES_A_DAY_EARLY) ? "2024-05-31T00:00:00+08:00" : "2024-06-01T00:00:00+08:00";
    }

    private boolean isOpen() {
        return isApproved() && isPast("2024-05-29T00:00:00+08:00");
    }

    private boolean isShown() {
        return isOpen() || has(Fault.SHOWS_EARLY);
    }

    private boolean isSettled(String ticket) {
        return isApproved() && isPast(closes()) && !inReview.contains(ticket);
    }

    private String state() {
        if (version == 0) {
            return "OPEN";
        }
        if (!isApproved()) {
            return approvals.isEmpty() ? "DRAWN" : "HALF_APPROVED";
        }
        if (Graduates.ALL.stream().allMatch(this::isSettled)) {
            return "FINISHED";
        }
        return isOpen() ? "PUBLICITY" : "APPROVED";
    }

    private int problems() {
        return finding.isEmpty() && !has(Fault.LISTS_NO_PROBLEM) ? 1 : 0;
    }

    private void sheet() {
        for (var login : List.of(FIRST, SECOND)) {
            center.answersTo(login, "GET", ADDRESS, request -> Reply.ok(shown()));
            center.answersTo(login, "POST", ADDRESS + "/approvals", this::approve);
            center.answersTo(login, "POST", ADDRESS + "/sheet", this::draw);
            center.answersTo(login, "GET", "/api/job/jobs/j1", Reply.ok("{\"state\": \"DONE\"}"));
            center.answersTo(login, "GET", ADDRESS + "/results", request -> Reply.list(rows(Graduates.ALL)));
        }
        var unknown = Reply.problem(404, "result.plan-unknown");
        for (var college : FakeCenter.DEMO.colleges()) {
            var login = FakeCenter.DEMO.officerOf(college);
            center.answersTo(
                    login,
                    "GET",
                    ADDRESS,
                    request -> COLLEGES.containsKey(login)
                            ? Reply.ok("{\"people\": null, \"passed\": null, \"digest\": null}")
                            : unknown);
            center.answersTo(
                    login,
                    "GET",
                    ADDRESS + "/results",
                    request -> Reply.list(isShown() ? rows(seenBy(login)) : Stream.empty()));
        }
        var stranger = FakeCenter.DEMO.strangerTo(FakeCenter.DEMO.notice("003"));
        for (var path : List.of("", "/results", "/problems", "/incidents")) {
            center.answersTo(stranger, "GET", ADDRESS + path, unknown);
        }
    }

    private List<String> seenBy(String login) {
        return has(Fault.SHOWS_OTHERS)
                ? Graduates.ALL
                : Graduates.ALL.stream()
                        .filter(ticket -> Graduates.college(ticket).equals(COLLEGES.get(login)))
                        .toList();
    }

    private String shown() {
        var sheet = Json.object()
                .put("state", state())
                .put("version", version)
                .put("digest", "d" + version)
                .put("problems", problems())
                .put("stale", stale)
                .put("people", Graduates.ALL.size())
                .put("opens", isApproved() ? "2024-05-29T00:00:00+08:00" : null)
                .put("closes", isApproved() ? closes() : null);
        sheet.put("passed", count(ticket -> Json.text(row(ticket), "outcome").equals("PASSED")))
                .put("failed", count(ticket -> Json.text(row(ticket), "outcome").equals("FAILED")))
                .put("absent", count("ABSENT"))
                .put("voided", count("VOID"))
                .put("lost", 0);
        var signed = sheet.putArray("approvals");
        approvals.forEach(login -> signed.addObject().put("login", login));
        return sheet.toString();
    }

    private static long count(Predicate<String> who) {
        return Graduates.ALL.stream().filter(who).count();
    }

    private long count(String status) {
        return Graduates.ALL.stream()
                .flatMap(ticket -> Json.each(row(ticket).path("entries")))
                .filter(entry -> Json.text(entry, "status").equals(status))
                .count();
    }

    private Stream<String> rows(List<String> tickets) {
        return tickets.stream().map(ticket -> row(ticket).toString());
    }

    private ObjectNode row(String ticket) {
        var row = Json.object()
                .put("ticket", ticket)
                .put("name", Graduates.name(ticket))
                .put("idNumber", Graduates.maskedNumber(ticket))
                .put("settled", isSettled(ticket));
        var entries = row.putArray("entries");
        Graduates.entries(ticket)
                .map(entry -> entry(ticket, (ObjectNode) entry))
                .forEach(entries::add);
        var passed = Json.each(entries).allMatch(entry -> entry.path("score").asInt(-1) >= 60);
        if (has(Fault.PASSES_WITH_59) && ticket.equals("t4")) {
            passed = true;
        }
        if (has(Fault.FAILS_WITH_60) && ticket.equals("t1")) {
            passed = false;
        }
        return row.put("outcome", passed ? "PASSED" : "FAILED");
    }

    private ObjectNode entry(String ticket, ObjectNode entry) {
        var isPractical = Json.text(entry, "subject").equals("PRACTICAL");
        if (ticket.equals(CHEAT) && isPractical && finding.endsWith("VOID") && !has(Fault.SCORES_WHAT_IS_VOID)) {
            return entry.put("status", "VOID").putNull("score");
        }
        if (Json.text(entry, "status").equals("ABSENT") && has(Fault.CALLS_ABSENT_ZERO)) {
            return entry.put("status", "SCORED").put("score", 0);
        }
        if (ticket.equals(AWAY) && !isPractical && has(Fault.LOSES_WHO_STAYED_AWAY)) {
            return entry.put("status", "LOST");
        }
        if (isPractical && corrected.containsKey(ticket)) {
            entry.put("score", corrected.get(ticket));
        }
        if (isPractical && ticket.equals("t2") && has(Fault.ADDS_A_POINT)) {
            entry.put("score", 76);
        }
        var isMovable = has(Fault.CHANGES_WHAT_IS_FINAL) && state().equals("FINISHED");
        if (isPractical && ticket.equals(WRONGED) && isMovable) {
            entry.put("score", entry.path("score").asInt() - version++);
        }
        return entry;
    }

    private Reply draw(Request request) {
        if (isApproved()) {
            return Reply.problem(409, "result.already-public");
        }
        if (!approvals.isEmpty()) {
            return Reply.problem(422, "result.reason-missing");
        }
        version++;
        stale = false;
        return new Reply(202, "{\"job\": \"j1\"}");
    }

    private Reply approve(Request request) {
        if (version == 0) {
            return Reply.problem(409, "result.not-drawn");
        }
        if (stale) {
            return Reply.problem(409, "result.stale");
        }
        if (finding.isEmpty() && !has(Fault.APPROVES_WITH_PROBLEMS)) {
            return Reply.problem(409, "result.problems");
        }
        if (finding.isEmpty()) {
            return Reply.ok(shown());
        }
        if (!Json.text(FakeCenter.json(request.body()), "digest").equals("d" + version)) {
            return Reply.problem(409, "result.changed");
        }
        if (approvals.contains(request.login()) && !has(Fault.ONE_APPROVES)) {
            return Reply.problem(409, "result.second-person");
        }
        approvals.add(request.login());
        return Reply.ok(shown());
    }

    private void rulings() {
        center.answersTo(
                FIRST,
                "GET",
                ADDRESS + "/problems",
                request -> Reply.list(
                        problems() == 0
                                ? Stream.empty()
                                : Stream.of("{\"kind\": \"NOT_RULED\", \"script\": \"" + incident.attempt() + "\"}")));
        center.answersTo(FIRST, "GET", ADDRESS + "/incidents", request -> Reply.list(Stream.of(incident())));
        center.answersTo(FIRST, "PUT", ADDRESS + "/incidents/i9/ruling", Reply.problem(404, "result.incident-unknown"));
        center.answersTo(FIRST, "PUT", ADDRESS + "/incidents/i1/ruling", request -> {
            var ruling = FakeCenter.json(request.body());
            if (Json.text(ruling, "reason").isBlank()) {
                return Reply.problem(422, "result.invalid");
            }
            if (isApproved()) {
                return Reply.problem(409, "result.already-approved");
            }
            finding = Json.text(ruling, "finding");
            stale = true;
            return Reply.ok("{}");
        });
        center.answersTo(
                FIRST,
                "POST",
                ADDRESS + "/losses",
                request -> request.body().contains("t9-")
                        ? Reply.problem(404, "result.script-unknown")
                        : Reply.problem(409, "result.something-came"));
    }

    private String incident() {
        var shown = Json.object()
                .put("incident", "i1")
                .put("script", incident.attempt())
                .put("ticket", CHEAT)
                .put("subject", "PRACTICAL")
                .put("kind", incident.kind())
                .put("facts", incident.facts());
        if (!finding.isEmpty()) {
            shown.putObject("ruling").put("finding", finding);
        }
        return shown.toString();
    }

    private void marker() {
        var work = "/api/marking/scripts/" + Graduates.attempt(WRONGED, 1) + "/works/W01";
        center.answersTo("hongke-marker1", "GET", work, request -> {
            var shown = Json.object();
            shown.putObject("work").put("version", 1);
            shown.set("points", points);
            return Reply.ok(shown.toString());
        });
        center.answersTo("hongke-marker1", "PUT", work, request -> {
            points = (ObjectNode) FakeCenter.json(request.body()).path("points");
            return Reply.ok("{}");
        });
    }

    private void reviews() {
        for (var college : FakeCenter.DEMO.colleges()) {
            var login = FakeCenter.DEMO.officerOf(college);
            center.answersTo(login, "POST", REVIEWS, this::askFor);
            center.answersTo(
                    login,
                    "GET",
                    REVIEWS,
                    request -> Reply.list(reviews.values().stream()
                            .filter(review ->
                                    Json.text(review.path("college"), "code").equals(COLLEGES.get(login)))
                            .map(JsonNode::toString)));
        }
        center.answersTo(
                FIRST,
                "GET",
                REVIEWS,
                request -> Reply.list(reviews.values().stream().map(JsonNode::toString)));
    }

    private Reply askFor(Request request) {
        var wish = FakeCenter.json(request.body());
        var ticket = Json.text(wish, "candidate").substring("c-".length());
        if (!Graduates.college(ticket).equals(COLLEGES.get(request.login()))) {
            return Reply.problem(404, "result.result-unknown");
        }
        if (!state().equals("PUBLICITY") || isPast(closes())) {
            return has(Fault.REVIEWS_ANY_TIME) ? Reply.ok("{}") : Reply.problem(409, "result.not-public");
        }
        if (inReview.contains(ticket)) {
            return Reply.problem(409, "result.review-pending");
        }
        inReview.add(ticket);
        return new Reply(201, opened(ticket, Json.text(wish, "subject")).toString());
    }

    private ObjectNode opened(String ticket, String subject) {
        var row = row(ticket);
        var review = Json.object()
                .put("state", "OPEN")
                .put("version", 1)
                .put("passedBefore", Json.text(row, "outcome").equals("PASSED"));
        review.set("before", Json.pick(ResultCheck.entry(row, subject), "status", "score"));
        review.putObject("key").put("candidate", "c-" + ticket).put("id", "r-" + ticket);
        review.putObject("college").put("code", Graduates.college(ticket));
        reviews.put(ticket, review);
        var address = REVIEWS + "/c-" + ticket + "/r-" + ticket;
        center.answersTo(FIRST, "POST", address + "/proposal", request -> propose(ticket, request));
        center.answersTo(
                FIRST,
                "POST",
                address + "/confirmation",
                request -> has(Fault.CORRECTS_ALONE)
                        ? Reply.ok(review.toString())
                        : Reply.problem(409, "result.second-person"));
        center.answersTo(SECOND, "POST", address + "/confirmation", request -> {
            corrected.put(ticket, review.path("after").path("score").asInt());
            return Reply.ok(decided(ticket, "CORRECTED"));
        });
        for (var login : COLLEGES.keySet()) {
            center.answersTo(
                    login,
                    "POST",
                    address + "/withdrawal",
                    request -> Json.text(review, "state").equals("OPEN")
                            ? Reply.ok(decided(ticket, "WITHDRAWN"))
                            : Reply.problem(409, "result.review-state"));
        }
        return review;
    }

    private Reply propose(String ticket, Request request) {
        var review = reviews.getOrDefault(ticket, Json.object());
        var hasChanged = ticket.equals(WRONGED) && points.path("a").asInt() == MORE;
        if (Json.text(FakeCenter.json(request.body()), "outcome").equals("UPHELD")) {
            if (hasChanged) {
                return Reply.problem(409, "result.marks-differ");
            }
            review.set("after", review.path("before"));
            review.set("passedAfter", review.path("passedBefore"));
            return Reply.ok(decided(ticket, "UPHELD"));
        }
        if (!hasChanged) {
            return Reply.problem(409, "result.nothing-changed");
        }
        var more = has(Fault.KEEPS_THE_OLD_SCORE) ? 0 : MORE;
        var before = review.path("before");
        review.put("state", "PROPOSED").put("passedAfter", true);
        review.putObject("after")
                .put("status", "SCORED")
                .put("score", before.path("score").asInt() + more);
        return Reply.ok(review.toString());
    }

    private String decided(String ticket, String state) {
        inReview.remove(ticket);
        return reviews.getOrDefault(ticket, Json.object()).put("state", state).toString();
    }

    private Reply inquire(Request request) {
        var proof = FakeCenter.json(request.body());
        var ticket = Json.text(proof, "ticket");
        var isTold = Graduates.ALL.contains(ticket) && (isMeant(ticket, proof) || has(Fault.TELLS_WHO_MIXES_UP));
        if (!isTold) {
            return Reply.problem(404, "result.not-found");
        }
        if (!isShown()) {
            return Reply.ok("{\"state\": \"NOT_YET\", \"entries\": null, \"outcome\": null}");
        }
        var told = row(ticket).put("eachAtLeast", 60).put("state", isSettled(ticket) ? "FINAL" : "PUBLICITY");
        told.remove("idNumber");
        return Reply.ok(told.toString());
    }

    private static boolean isMeant(String ticket, JsonNode proof) {
        return Json.text(proof, "name").equals(Graduates.name(ticket))
                && Json.text(proof, "idNumber").equals(Graduates.idNumber(ticket));
    }
}
