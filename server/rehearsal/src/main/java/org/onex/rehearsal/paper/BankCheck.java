package org.onex.rehearsal.paper;

import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ItemBankFile;
import org.onex.rehearsal.scene.Scene;

/** Loads a bank, first with a mistake, and sees that it is listed as it was sent and shown to nobody else. */
final class BankCheck {

    private static final String RIGHT = "difficulty: ";
    private static final String WRONG = "difficulty: 9";

    private final Scene scene;
    private final Writer writer;

    BankCheck(Scene scene, Writer writer) {
        this.scene = scene;
        this.writer = writer;
    }

    /** The id of the bank. */
    String load(ItemBankFile bank) {
        refuseMistake(bank);
        var loaded = writer.load(bank, bank.content()).orFail();
        var id = Json.text(loaded, "id");
        var listed = scene.all(writer.login(), Writer.BANKS + "/" + id + "/items");
        scene.check(
                Claim.NOTHING_LOST,
                listed.size() == bank.questions().size(),
                () -> bank.file() + " has " + bank.questions().size() + " questions, listed are " + listed.size());
        refuseOthers(bank, id);
        return id;
    }

    /** The first question of the file gets a difficulty that there is not. */
    private void refuseMistake(ItemBankFile bank) {
        var lines = bank.content().lines().toList();
        var line = 0;
        while (!lines.get(line).strip().startsWith(RIGHT)) {
            line++;
        }
        var wrong = bank.content().replaceFirst(RIGHT + "\\d", WRONG);
        var answer = writer.load(bank, wrong);
        var expected = line + 1;
        var isNamed = Json.each(answer.body().path("facts").path("problems"))
                .anyMatch(problem -> problem.path("line").asInt(0) == expected
                        && Json.text(problem, "file").equals(bank.file())
                        && Json.text(problem, "field").equals("items[0].difficulty")
                        && Json.text(problem, "rule").equals("CHOICE"));
        scene.check(
                Claim.BAD_BANKS_SAY_WHY,
                answer.isProblem(422, "paper.bank-invalid") && isNamed,
                () -> bank.file() + " with a mistake in line " + expected + ": " + answer + " " + answer.body());
    }

    /** Officers, colleges and the operator see no bank, and load none. */
    private void refuseOthers(ItemBankFile bank, String id) {
        for (var login : outsiders(scene)) {
            var outsider = new Writer(scene, login);
            refused(login, outsider.browser().get(Writer.BANKS));
            refused(login, outsider.browser().get(Writer.BANKS + "/" + id));
            refused(login, outsider.browser().get(Writer.BANKS + "/" + id + "/items"));
            refused(login, outsider.load(bank, bank.content()));
            refused(login, outsider.assemble(id, "THEORY"));
        }
    }

    private void refused(String login, Answer answer) {
        scene.check(
                Claim.ITEMS_ARE_SECRET,
                answer.isProblem(403, "access.not-permitted"),
                () -> login + " must be refused, " + answer);
    }

    /** Those who work on the same exam, or on another one, and never see what is asked. */
    static List<String> outsiders(Scene scene) {
        var data = scene.data();
        return List.of(
                data.officerOf(scene.notice()),
                data.strangerTo(scene.notice()),
                data.collegeOfficer(),
                Center.OPERATOR);
    }
}
