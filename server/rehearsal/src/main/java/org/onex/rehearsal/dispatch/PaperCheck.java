package org.onex.rehearsal.dispatch;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ItemBankFile;
import org.onex.rehearsal.sitting.SealedPaper;
import tools.jackson.databind.JsonNode;

/** Reads an opened paper beside the bank from which it was drawn: it asks what stands there and tells no answer. */
final class PaperCheck {

    private final Findings<Claim> findings;

    PaperCheck(Findings<Claim> findings) {
        this.findings = findings;
    }

    /**
     * @param bank from which it was drawn
     */
    void check(String name, JsonNode paper, ItemBankFile bank) {
        var items = SealedPaper.items(paper);
        var questions = bank.questions().stream()
                .collect(Collectors.toMap(question -> Json.text(question, "id"), Function.identity()));
        findings.check(
                Claim.PAPERS_ARE_OF_THE_BANK,
                !items.isEmpty() && items.stream().allMatch(item -> isAsked(item, questions)),
                () -> name + " asks what " + bank.file() + " does not have: "
                        + items.stream()
                                .filter(item -> !isAsked(item, questions))
                                .map(item -> Json.text(item, "id"))
                                .toList());
        var told = SealedPaper.hints(paper);
        findings.check(Claim.NO_ANSWER_KEY_OUTSIDE, told.isEmpty(), () -> name + " tells " + told);
    }

    /** A step of a task is {@code D01-1}. */
    private static boolean isAsked(JsonNode item, Map<String, JsonNode> questions) {
        var id = Json.text(item, "id");
        var question = questions.get(id.contains("-") ? id.substring(0, id.indexOf('-')) : id);
        if (question == null) {
            return false;
        }
        var stem = Json.text(item, "stem");
        return asked(question, id).stream().allMatch(text -> stem.contains(text.strip()));
    }

    /** What of a question must stand in the stem. */
    private static List<String> asked(JsonNode question, String id) {
        if (question.has("stem")) {
            return List.of(Json.text(question, "stem"));
        }
        return question.has("ask")
                ? List.of(Json.text(question, "ask"))
                : Json.each(question.path("steps"))
                        .filter(step -> id.endsWith("-" + Json.text(step, "id")))
                        .map(step -> Json.text(step, "ask"))
                        .toList();
    }
}
