package org.onex.rehearsal.paper;

import java.util.List;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ItemBankFile;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** One paper's way from being assembled to being sealed, with everybody who tries to shorten it. */
final class ProofRound {

    private static final String STALE = "paper.changed";

    private final Scene scene;
    private final Writer assembler;
    private final Writer second;
    private final Writer third;
    private final Writer officer;

    /**
     * @param writers three different people; the first assembles
     */
    ProofRound(Scene scene, List<Writer> writers) {
        this.scene = scene;
        this.assembler = writers.get(0);
        this.second = writers.get(1);
        this.third = writers.get(2);
        this.officer = new Writer(scene, scene.data().officerOf(scene.notice()));
    }

    /** The sealed paper. */
    JsonNode play(ItemBankFile bank, String bankId, String subject) {
        var draft = assembler.assemble(bankId, subject).orFail();
        var id = Json.text(draft, "id");
        new FormCheck(scene, bank, subject)
                .check(second.form(id, "A").orFail(), second.form(id, "B").orFail());
        refuseOutsiders(id);
        read(id);
        var sealed = seal(id);
        checkFinal(id, sealed);
        checkOfficersList(bank, id, sealed);
        return sealed;
    }

    private void refuseOutsiders(String id) {
        for (var login : BankCheck.outsiders(scene)) {
            var outsider = new Writer(scene, login);
            for (var answer : List.of(
                    outsider.look(id), outsider.form(id, "A"), outsider.proof(id, 1, true, ""), outsider.seal(id, 1))) {
                expect(Claim.ITEMS_ARE_SECRET, answer, 403, "access.not-permitted");
            }
        }
    }

    private void read(String id) {
        expect(Claim.READ_BY_TWO_OTHERS, assembler.proof(id, 1, true, ""), 409, "paper.proof-by-assembler");
        unsealed(id, 1);
        expect(Claim.READ_BY_TWO_OTHERS, second.proof(id, 1, false, ""), 422, "paper.opinion-missing");
        state(second.proof(id, 1, true, ""), "PROOF");
        expect(Claim.READ_BY_TWO_OTHERS, second.proof(id, 2, true, ""), 409, "paper.already-proof-read");
        expect(Claim.READ_BY_TWO_OTHERS, assembler.proof(id, 2, true, ""), 409, "paper.proof-by-assembler");
        expect(Claim.READ_BY_TWO_OTHERS, third.proof(id, 1, true, ""), 409, STALE);
        unsealed(id, 2);
        state(third.proof(id, 2, true, ""), "READY");
        checkListed(id, false);
    }

    /** Before two have read it nobody seals it, and nobody takes it for sealed. */
    private void unsealed(String id, int version) {
        expect(Claim.SEALED_IS_FINAL, assembler.seal(id, version), 409, "paper.not-ready");
        checkListed(id, false);
    }

    private JsonNode seal(String id) {
        expect(Claim.SEALED_IS_FINAL, assembler.seal(id, 2), 409, STALE);
        var sealed = assembler.seal(id, 3).orFail();
        var hashes = Json.each(sealed.path("forms"))
                .map(form -> Json.text(form, "sha256"))
                .distinct()
                .toList();
        scene.check(
                Claim.SEALED_IS_FINAL,
                Json.text(sealed, "state").equals("SEALED")
                        && hashes.size() == 2
                        && hashes.stream().allMatch(hash -> hash.matches("[0-9a-f]{64}")),
                () -> id + " is sealed as " + sealed);
        return sealed;
    }

    private void checkFinal(String id, JsonNode sealed) {
        expect(Claim.SEALED_IS_FINAL, second.proof(id, 4, false, "封卷后又发现问题"), 409, "paper.wrong-state");
        expect(Claim.SEALED_IS_FINAL, third.proof(id, 4, true, ""), 409, "paper.wrong-state");
        var again = second.seal(id, 4);
        scene.check(
                Claim.SEALED_IS_FINAL,
                again.isFine() && again.body().equals(sealed),
                () -> "sealing " + id + " again changes it: " + again + " " + again.body());
        var after = third.look(id).orFail();
        scene.check(Claim.SEALED_IS_FINAL, after.equals(sealed), () -> id + " was " + sealed + " and is " + after);
        checkListed(id, true);
    }

    private void checkListed(String id, boolean asSealed) {
        var listed = officer.papers("SEALED").stream()
                .anyMatch(paper -> Json.text(paper, "id").equals(id));
        scene.check(
                Claim.SEALED_IS_FINAL,
                listed == asSealed,
                () -> id + (listed ? " is listed as sealed and is not" : " is sealed and not listed so"));
    }

    /** The officer plans with titles and states; nothing that is asked is among them. */
    private void checkOfficersList(ItemBankFile bank, String id, JsonNode sealed) {
        var row = officer.papers("SEALED").stream()
                .filter(paper -> Json.text(paper, "id").equals(id))
                .findFirst()
                .map(JsonNode::toString)
                .orElse("");
        scene.check(
                Claim.NOTHING_LOST,
                row.contains(Json.text(sealed, "title")),
                () -> "the officer's list lacks " + Json.text(sealed, "title"));
        var told = bank.questions().stream()
                .flatMap(question -> Stream.of("id", "stem", "title", "why").map(field -> Json.text(question, field)))
                .filter(text -> !text.isEmpty() && row.contains("\"" + text))
                .toList();
        scene.check(Claim.ITEMS_ARE_SECRET, told.isEmpty(), () -> "the officer's list tells " + told);
    }

    private void state(Answer answer, String wanted) {
        var state = Json.text(answer.orFail(), "state");
        scene.check(
                Claim.READ_BY_TWO_OTHERS,
                state.equals(wanted),
                () -> answer + " is " + state + " instead of " + wanted);
    }

    private void expect(Claim claim, Answer answer, int status, String code) {
        scene.check(claim, answer.isProblem(status, code), () -> answer + " instead of " + code);
    }
}
