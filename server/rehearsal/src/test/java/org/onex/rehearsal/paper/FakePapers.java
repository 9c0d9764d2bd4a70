package org.onex.rehearsal.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;
import org.onex.rehearsal.scene.FakeCenter.Request;
import org.onex.rehearsal.scene.ItemBankFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps banks and papers at a fake centre as a real one should; tests bend single answers. */
final class FakePapers {

    private static final Reply DENIED = FakeCenter.NOT_PERMITTED;

    private final FakeCenter center;
    private final List<String> writers;
    private final Map<String, ItemBankFile> banks = new HashMap<>();
    private final Map<String, ObjectNode> papers = new HashMap<>();
    private final Map<String, List<String>> readers = new HashMap<>();

    FakePapers(FakeCenter center) {
        this.center = center;
        this.writers = FakeCenter.DEMO.writersOf(FakeCenter.DEMO.notice("003"));
        center.answers("POST", Writer.BANKS, request -> writing(request, this::load));
        center.answers("GET", Writer.BANKS, request -> writing(request, r -> Reply.list(banks.keySet().stream())));
        center.answers("POST", Writer.PAPERS, request -> writing(request, this::assemble));
        center.answers("GET", Writer.PAPERS, this::list);
    }

    /** The small bank with which tests are quick: the demo's elementary one. */
    static ItemBankFile bank() {
        DemoData demo = FakeCenter.DEMO;
        return demo.banks().getFirst();
    }

    private Reply writing(Request request, Function<Request, Reply> work) {
        return writers.contains(request.login()) ? work.apply(request) : DENIED;
    }

    private Reply load(Request request) {
        var bank = FakeCenter.DEMO.banks().stream()
                .filter(known -> request.query().contains(known.file()))
                .findFirst()
                .orElseThrow();
        var lines = request.body().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("difficulty: 9")) {
                return new Reply(
                        422,
                        "{\"code\": \"paper.bank-invalid\", \"facts\": {\"problems\": [{\"file\": \"%s\", \"line\": %d,"
                                        .formatted(bank.file(), i + 1)
                                + " \"field\": \"items[0].difficulty\", \"rule\": \"CHOICE\"}]}}");
            }
        }
        var id = bank.code();
        banks.put(id, bank);
        center.answers("GET", Writer.BANKS + "/" + id, r -> writing(r, x -> Reply.ok("{}")));
        center.answers(
                "GET",
                Writer.BANKS + "/" + id + "/items",
                r -> writing(r, x -> Reply.list(bank.questions().stream().map(JsonNode::toString))));
        return Reply.ok("{\"id\": \"" + id + "\"}");
    }

    private Reply assemble(Request request) {
        var wanted = FakeCenter.json(request.body());
        var id = "p" + papers.size();
        var paper = Json.object()
                .put("id", id)
                .put("title", "试卷" + id)
                .put("state", "DRAFT")
                .put("version", 1)
                .put("by", request.login());
        papers.put(id, paper);
        readers.put(id, new ArrayList<>());
        var path = Writer.PAPERS + "/" + id;
        center.answers("GET", path, r -> writing(r, x -> Reply.ok(paper.toString())));
        var bank = banks.get(Json.text(wanted, "bank"));
        for (var form : List.of("A", "B")) {
            var content = form(bank, Json.text(wanted, "subject"), form.equals("A"));
            center.answers("GET", path + "/forms/" + form, r -> writing(r, x -> Reply.ok(content)));
        }
        center.answers("POST", path + "/proofs", r -> writing(r, x -> proof(paper, x)));
        center.answers("POST", path + "/sealing", r -> writing(r, x -> seal(paper, x)));
        return Reply.ok(paper.toString());
    }

    /** Neighbours in difficulty go to different forms, the harder one to the form that was easier so far. */
    private static String form(ItemBankFile bank, String subject, boolean first) {
        var form = Json.object().put("title", subject);
        var sections = form.putArray("sections");
        Json.each(bank.tree().path("blueprints").path(subject).path("sections")).forEach(section -> {
            var questions = sections.addObject().putArray("questions");
            var sorted = bank.questions().stream()
                    .filter(question -> Json.text(question, "type").equals(Json.text(section, "type")))
                    .sorted(Comparator.comparing(FakePapers::difficulty))
                    .toList();
            var ahead = 0;
            for (int i = 0; i < Integer.parseInt(Json.text(section, "count")); i++) {
                var easy = sorted.get(2 * i);
                var hard = sorted.get(2 * i + 1);
                var firstGetsHard = ahead <= 0;
                ahead += (firstGetsHard ? 1 : -1) * (difficulty(hard) - difficulty(easy));
                questions.addObject().put("id", Json.text(first == firstGetsHard ? hard : easy, "id"));
            }
        });
        return form.toString();
    }

    private static int difficulty(JsonNode question) {
        return Integer.parseInt(Json.text(question, "difficulty"));
    }

    private Reply proof(ObjectNode paper, Request request) {
        var sent = FakeCenter.json(request.body());
        var read = readers.get(Json.text(paper, "id"));
        if (Json.text(paper, "state").equals("SEALED")) {
            return Reply.problem(409, "paper.wrong-state");
        }
        if (sent.path("version").asInt() != paper.path("version").asInt()) {
            return Reply.problem(409, "paper.changed");
        }
        if (request.login().equals(Json.text(paper, "by"))) {
            return Reply.problem(409, "paper.proof-by-assembler");
        }
        if (!sent.path("passed").asBoolean()) {
            return Reply.problem(422, "paper.opinion-missing");
        }
        if (read.contains(request.login())) {
            return Reply.problem(409, "paper.already-proof-read");
        }
        read.add(request.login());
        return changed(paper, read.size() == 1 ? "PROOF" : "READY");
    }

    private static Reply seal(ObjectNode paper, Request request) {
        if (Json.text(paper, "state").equals("SEALED")) {
            return Reply.ok(paper.toString());
        }
        if (FakeCenter.json(request.body()).path("version").asInt()
                != paper.path("version").asInt()) {
            return Reply.problem(409, "paper.changed");
        }
        if (!Json.text(paper, "state").equals("READY")) {
            return Reply.problem(409, "paper.not-ready");
        }
        var forms = paper.putArray("forms");
        forms.addObject().put("sha256", "a".repeat(64));
        forms.addObject().put("sha256", "b".repeat(64));
        return changed(paper, "SEALED");
    }

    private static Reply changed(ObjectNode paper, String state) {
        paper.put("state", state).put("version", paper.path("version").asInt() + 1);
        return Reply.ok(paper.toString());
    }

    private Reply list(Request request) {
        return Reply.list(papers.values().stream()
                .filter(paper -> request.query().contains("state=" + Json.text(paper, "state")))
                .map(JsonNode::toString));
    }
}
