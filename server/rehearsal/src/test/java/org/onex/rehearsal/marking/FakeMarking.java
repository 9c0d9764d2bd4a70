package org.onex.rehearsal.marking;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;
import org.onex.rehearsal.scene.FakeCenter.Request;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The marking of a centre: two scripts with one choice and one text each, done well or with one fault. */
final class FakeMarking {

    /** What is wrong with it. */
    enum Fault {
        SCORES_WRONGLY,
        ADDS_UP_WRONGLY,
        SHOWS_ANOTHER_TEXT,
        SAYS_WHOSE_IT_IS,
        GIVES_A_TEXT_TWICE,
        TAKES_ANY_POINTS,
        LETS_EVERYBODY_IN
    }

    static final int RUBRIC = 6;
    private static final String PLANS = "/api/marking/plans";

    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final Scene scene;
    private final List<String> scripts;
    private final List<String> markers;
    private final Map<String, String> holders = new LinkedHashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, JsonNode> given = new HashMap<>();

    FakeMarking(FakeCenter center, Scene scene) {
        this.scene = scene;
        scripts =
                scene.books().scripts().stream().map(script -> script.attempt()).toList();
        markers = scene.data().markersOf(scene.notice());
        var plan = PLANS + "/" + scene.plan().code();
        var officer = scene.data().officerOf(scene.notice());
        for (var login : Stream.concat(markers.stream(), Stream.of(officer)).toList()) {
            center.answersTo(login, "GET", PLANS, request -> FakeCenter.Reply.list(Stream.of(plan())));
        }
        center.answersTo(
                officer,
                "GET",
                plan + "/marks",
                request -> FakeCenter.Reply.list(
                        scripts.stream().map(script -> mark(script).toString())));
        var stranger = scene.data().strangerTo(scene.notice());
        center.answersTo(stranger, "GET", plan + "/marks", Reply.problem(404, "marking.plan-unknown"));
        for (var script : scripts) {
            center.answersTo(stranger, "GET", MarkLists.SCRIPTS + script, Reply.problem(404, "marking.script-unknown"));
            center.answersTo(officer, "GET", MarkLists.SCRIPTS + script, request -> Reply.ok(opened(script)));
            for (var marker : markers) {
                var work = MarkLists.SCRIPTS + script + "/works/W01";
                center.answersTo(marker, "GET", work, request -> Reply.ok(work(script)));
                center.answersTo(marker, "PUT", work, request -> put(script, request));
            }
        }
        markers.forEach(marker -> center.answersTo(marker, "POST", plan + "/works/next", this::next));
        center.answersTo(
                "operator",
                "GET",
                plan + "/marks",
                request -> has(Fault.LETS_EVERYBODY_IN) ? Reply.ok("{}") : FakeCenter.NOT_PERMITTED);
    }

    FakeMarking with(Fault fault) {
        faults.add(fault);
        return this;
    }

    private boolean has(Fault fault) {
        return faults.contains(fault);
    }

    private String plan() {
        var plan = Json.object()
                .put("scripts", scripts.size())
                .put("scored", scripts.size())
                .put("works", scripts.size())
                .put("marked", given.size());
        plan.putObject("plan").put("code", scene.plan().code());
        return plan.toString();
    }

    private Map<String, String> answers(String script) {
        return scene.books().script(script).orElseThrow().counting().answers();
    }

    private int objective(String script) {
        return "B".equals(answers(script).get("S001")) && !has(Fault.SCORES_WRONGLY) ? 4 : 0;
    }

    private static int sum(JsonNode points) {
        return points.values().stream().mapToInt(JsonNode::asInt).sum();
    }

    private ObjectNode mark(String script) {
        var written = sum(given.getOrDefault(script, Json.object()));
        return Json.object()
                .put("script", script)
                .put("state", "MARKED")
                .put("objective", objective(script))
                .put("written", written)
                .put("total", objective(script) + written + (has(Fault.ADDS_UP_WRONGLY) ? 1 : 0))
                .put("full", 4 + RUBRIC);
    }

    private String opened(String script) {
        var opened = Json.object();
        opened.set("mark", mark(script));
        var items = opened.putArray("items");
        items.addObject()
                .put("item", "S001")
                .put("points", objective(script))
                .put("full", 4)
                .put("by", "RULE")
                .put("answer", answers(script).get("S001"));
        items.addObject()
                .put("item", "W01")
                .put("points", sum(given.getOrDefault(script, Json.object())))
                .put("full", RUBRIC)
                .put("by", "PERSON")
                .put("answer", answers(script).get("W01"));
        return opened.toString();
    }

    private synchronized Reply next(Request request) {
        var held = holders.entrySet().stream()
                .filter(holder -> holder.getValue().equals(request.login()) && !given.containsKey(holder.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
        var free = scripts.stream()
                .filter(script -> !given.containsKey(script))
                .filter(script -> !holders.containsKey(script) || has(Fault.GIVES_A_TEXT_TWICE))
                .findFirst();
        if (held.isEmpty() && free.isEmpty()) {
            return new Reply(204, "");
        }
        var script = held.orElseGet(free::orElseThrow);
        holders.put(script, request.login());
        return Reply.ok(work(script));
    }

    private String work(String script) {
        var work = Json.object();
        work.putObject("work")
                .put("script", script)
                .put("item", "W01")
                .put("version", versions.getOrDefault(script, 1));
        work.put("title", has(Fault.SAYS_WHOSE_IT_IS) ? "王小明 的答卷" : "实操")
                .put("stem", "写一段文案")
                .put("full", RUBRIC)
                .put(
                        "text",
                        has(Fault.SHOWS_ANOTHER_TEXT) ? "别的" : answers(script).get("W01"));
        var rubric = work.putArray("rubric");
        rubric.addObject().put("id", "a").put("criterion", "准确").put("points", 4);
        rubric.addObject().put("id", "b").put("criterion", "通顺").put("points", 2);
        work.set("points", given.get(script));
        return work.toString();
    }

    private synchronized Reply put(String script, Request request) {
        var body = FakeCenter.json(request.body());
        var points = body.path("points");
        if (!request.login().equals(holders.get(script)) && !has(Fault.GIVES_A_TEXT_TWICE)) {
            return Reply.problem(409, "marking.not-yours");
        }
        if (body.path("version").asInt() != versions.getOrDefault(script, 1)) {
            return Reply.problem(409, "marking.stale");
        }
        var wrong = has(Fault.TAKES_ANY_POINTS) ? "" : wrong(points);
        if (!wrong.isEmpty()) {
            return new Reply(
                    422,
                    "{\"code\": \"marking.points-invalid\", \"facts\": {\"criterion\": \"%s\", \"from\": 0, \"to\": 4}}"
                            .formatted(wrong));
        }
        if (points.has("zz")) {
            return Reply.problem(422, "marking.invalid");
        }
        given.put(script, points);
        versions.merge(script, 2, Integer::sum);
        return Reply.ok("{\"state\": \"MARKED\", \"points\": %d}".formatted(sum(points)));
    }

    private static String wrong(JsonNode points) {
        return Map.of("a", 4, "b", 2).entrySet().stream()
                .filter(criterion -> !points.path(criterion.getKey()).isInt()
                        || points.path(criterion.getKey()).asInt() < 0
                        || points.path(criterion.getKey()).asInt() > criterion.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining());
    }
}
