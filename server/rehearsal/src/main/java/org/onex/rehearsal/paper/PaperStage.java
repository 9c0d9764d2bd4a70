package org.onex.rehearsal.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;

/** Item writers load the banks of the notice's body, assemble every subject of them, read each other's papers and seal them. */
public final class PaperStage implements Stage {

    private static final int WRITERS = 3;

    @Override
    public Step step() {
        return Step.PAPER;
    }

    /** A body without a bank in the demonstration has no papers. */
    @Override
    public Map<String, Long> play(Scene scene) {
        var counts = new LinkedHashMap<String, Long>();
        List.of("banks", "questions", "sealed papers").forEach(counted -> counts.put(counted, 0L));
        var banks = scene.data().banksOf(scene.notice());
        if (banks.isEmpty()) {
            return counts;
        }
        var writers = writers(scene);
        for (var bank : banks) {
            var id = new BankCheck(scene, writers.getFirst()).load(bank);
            counts.merge("banks", 1L, Long::sum);
            counts.merge("questions", (long) bank.questions().size(), Long::sum);
            for (var subject : bank.subjects()) {
                new ProofRound(scene, writers).play(bank, id, subject);
                counts.merge("sealed papers", 1L, Long::sum);
            }
        }
        return counts;
    }

    private static List<Writer> writers(Scene scene) {
        var logins = scene.data().writersOf(scene.notice());
        if (logins.size() < WRITERS) {
            throw new Unexpected("a paper needs one who assembles it and two who read it; item writers are " + logins);
        }
        return logins.stream()
                .limit(WRITERS)
                .map(login -> new Writer(scene, login))
                .toList();
    }
}
