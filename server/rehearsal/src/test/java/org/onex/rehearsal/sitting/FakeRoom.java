package org.onex.rehearsal.sitting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of a node at which invigilators keep their record: well, or with one fault. */
final class FakeRoom implements AutoCloseable {

    /** What is wrong with it. */
    enum Fault {
        CALLS_ANYBODY_ABSENT,
        KEEPS_THE_FIRST_WORD,
        TAKES_CHEATING_FROM_ONE,
        TAKES_ANY_PIN,
        LETS_STRANGERS_BE_REPORTED,
        CHANGES_THE_FACTS
    }

    private final HttpServer server;
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    /** Attempt by ticket. */
    private final Map<String, String> seats = new LinkedHashMap<>();

    private final Set<String> here;
    private final Map<String, String> attendance = new LinkedHashMap<>();
    private final List<ObjectNode> incidents = new ArrayList<>();
    private boolean late;

    /**
     * @param seats attempt by ticket
     * @param here  attempts of those who have signed in
     */
    FakeRoom(Map<String, String> seats, Set<String> here) {
        this.seats.putAll(seats);
        this.here = here;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void with(Fault fault) {
        faults.add(fault);
    }

    /** From now on nobody may come any more. */
    void isLate() {
        late = true;
    }

    private boolean has(Fault fault) {
        return faults.contains(fault);
    }

    private record Reply(int status, String body) {

        static Reply problem(int status, String code) {
            return new Reply(
                    status,
                    "{\"code\": \"%s\", \"facts\": {\"until\": \"2024-05-18T14:00:00+08:00\"}}".formatted(code));
        }
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var reply = reply(exchange.getRequestURI().getPath(), exchange.getRequestMethod(), body);
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply reply(String path, String method, String body) {
        if (path.endsWith("/attendance")) {
            return attend(path.split("/")[4], Json.MAPPER.readTree(body));
        }
        if (path.endsWith("/incidents") && method.equals("POST")) {
            return report(path.split("/")[4], (ObjectNode) Json.MAPPER.readTree(body));
        }
        if (path.endsWith("/incidents")) {
            return new Reply(
                    200, Json.object().set("items", Json.tree(incidents)).toString());
        }
        if (path.endsWith("/rooms")) {
            return new Reply(200, "[" + sheet() + "]");
        }
        if (path.endsWith("/seats")) {
            var page = Json.object();
            var items = page.putArray("items");
            seats.forEach((ticket, attempt) -> items.addObject()
                    .put("ticket", ticket)
                    .put("attempt", attempt)
                    .put("attendance", attendance.get(attempt)));
            return new Reply(200, page.toString());
        }
        return Reply.problem(409, "sitting.not-started");
    }

    private Reply attend(String attempt, JsonNode seen) {
        if (!seats.containsValue(attempt)) {
            return Reply.problem(404, "invigilation.not-in-session");
        }
        var present = seen.path("present").asBoolean();
        if (!present && !has(Fault.CALLS_ANYBODY_ABSENT) && (here.contains(attempt) || !late)) {
            return here.contains(attempt)
                    ? Reply.problem(409, "invigilation.is-here")
                    : Reply.problem(409, "invigilation.may-still-come");
        }
        if (!has(Fault.KEEPS_THE_FIRST_WORD) || !attendance.containsKey(attempt)) {
            attendance.put(attempt, present ? "PRESENT" : "ABSENT");
        }
        return new Reply(204, "");
    }

    private Reply report(String attempt, ObjectNode told) {
        var second = told.path("second");
        if (!seats.containsValue(attempt) && !has(Fault.LETS_STRANGERS_BE_REPORTED)) {
            return Reply.problem(404, "invigilation.not-in-session");
        }
        if (Json.text(second, "pin").equals("000000x") && !has(Fault.TAKES_ANY_PIN)) {
            return Reply.problem(409, "invigilation.sign-in-wrong");
        }
        var alone = !second.isObject() || Json.text(second, "number").equals("JKC0000001");
        if (Json.text(told, "kind").equals("CHEATING") && alone && !has(Fault.TAKES_CHEATING_FROM_ONE)) {
            return Reply.problem(422, "invigilation.second-person");
        }
        var ticket = seats.entrySet().stream()
                .filter(seat -> seat.getValue().equals(attempt))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        var id = "incident" + incidents.size();
        incidents.add(told.deepCopy()
                .put("id", id)
                .put("attempt", attempt)
                .put("ticket", ticket)
                .put("facts", has(Fault.CHANGES_THE_FACTS) ? "无" : Json.text(told, "facts"))
                .put("second", second.isObject() ? Json.text(second, "number") : null));
        return new Reply(201, "{\"id\": \"%s\"}".formatted(id));
    }

    private String sheet() {
        return Json.object()
                .put("expected", seats.size())
                .put("present", count("PRESENT"))
                .put("absent", count("ABSENT"))
                .put("signedIn", here.size())
                .put("handedIn", here.size())
                .put("incidents", incidents.size())
                .toString();
    }

    private long count(String presence) {
        return attendance.values().stream().filter(presence::equals).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
