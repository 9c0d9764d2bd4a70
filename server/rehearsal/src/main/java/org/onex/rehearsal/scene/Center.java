package org.onex.rehearsal.scene;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import tools.jackson.databind.JsonNode;

/** The national application as people reach it: everybody in a browser of their own, signed in once. */
public final class Center {

    public static final String OPERATOR = "operator";
    public static final String PASSWORD = "onex-demo-1";

    private final URI address;
    private final Traffic traffic;
    private final Map<String, Http> signedIn = new ConcurrentHashMap<>();

    public Center(URI address, Traffic traffic) {
        this.address = address;
        this.traffic = traffic;
    }

    /** Business time and whether it can be moved. */
    public record Clock(OffsetDateTime now, boolean movable, String mode) {}

    public URI address() {
        return address;
    }

    public Traffic traffic() {
        return traffic;
    }

    /** Somebody who is not signed in. */
    public Http nobody() {
        return new Http(address, traffic);
    }

    public Http operator() {
        return as(OPERATOR);
    }

    /**
     * @throws Unexpected if that account cannot sign in
     */
    public Http as(String login) {
        return signedIn.computeIfAbsent(login, this::signIn);
    }

    private Http signIn(String login) {
        var browser = nobody();
        var credentials = Json.object().put("login", login).put("password", PASSWORD);
        var answer = browser.send("POST", "/api/access/session", credentials);
        if (!answer.isFine()) {
            throw new Unexpected(login + " cannot sign in at " + address + ": " + answer
                    + "; a rehearsal needs a centre with the accounts of the demonstration");
        }
        return browser;
    }

    public Clock clock() {
        var clock = nobody().get("/api/clock").orFail();
        return new Clock(
                OffsetDateTime.parse(Json.text(clock, "now")),
                clock.path("movable").asBoolean(false),
                Json.text(clock, "mode"));
    }

    /** Moves business time to that moment, unless it has come already. */
    public void advanceTo(OffsetDateTime moment) {
        if (!clock().now().isBefore(moment)) {
            return;
        }
        var answer = operator().send("POST", "/api/clock/advance", Json.object().put("to", moment.toString()));
        if (!answer.isProblem(409, "clock.backwards")) {
            answer.orFail();
        }
    }

    /** Every item of a list, page by page. */
    public List<JsonNode> all(Http browser, String path) {
        var items = new ArrayList<JsonNode>();
        var query = path + (path.contains("?") ? "&" : "?") + "limit=20";
        var after = "";
        do {
            var page = browser.get(after.isEmpty() ? query : query + "&after=" + encoded(after))
                    .orFail();
            Json.each(page.path("items")).forEach(items::add);
            after = Json.text(page, "next");
        } while (!after.isEmpty());
        return items;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
