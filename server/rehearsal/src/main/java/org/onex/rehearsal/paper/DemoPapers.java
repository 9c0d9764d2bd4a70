package org.onex.rehearsal.paper;

import java.util.List;
import java.util.function.Consumer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.ItemBankFile;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** What a newcomer finds of papers in the demonstration: one for each subject of each bank, read and sealed, so that exams can be packed. */
public final class DemoPapers {

    private final Scene scene;
    private final Consumer<String> progress;

    public DemoPapers(Scene scene, Consumer<String> progress) {
        this.scene = scene;
        this.progress = progress;
    }

    /** A body that has sealed a paper is left alone. */
    public void load() {
        var writers = scene.data().writersOf(scene.notice()).stream()
                .map(login -> new Writer(scene, login))
                .toList();
        var first = writers.getFirst();
        if (first.papers("SEALED").isEmpty()) {
            for (var bank : scene.data().banksOf(scene.notice())) {
                seal(bank, writers);
            }
        }
        progress.accept("sealed papers: " + first.papers("SEALED").size());
    }

    private static void seal(ItemBankFile bank, List<Writer> writers) {
        var assembler = writers.getFirst();
        var id = Json.text(assembler.load(bank, bank.content()).orFail(), "id");
        for (var subject : bank.subjects()) {
            var paper = assembler.assemble(id, subject).orFail();
            for (var reader : writers.subList(1, 3)) {
                paper = reader.proof(Json.text(paper, "id"), version(paper), true, "")
                        .orFail();
            }
            assembler.seal(Json.text(paper, "id"), version(paper)).orFail();
        }
    }

    private static int version(JsonNode paper) {
        return paper.path("version").asInt(0);
    }
}
