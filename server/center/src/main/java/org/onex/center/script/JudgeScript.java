package org.onex.center.script;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Settles what counts of a script after something of it has come or was decided, and what there is to doubt about it. */
@Component
class JudgeScript {

    private final Rulings rulings;
    private final CountingScripts scripts;
    private final Doubts doubts;

    JudgeScript(Rulings rulings, CountingScripts scripts, Doubts doubts) {
        this.rulings = rulings;
        this.scripts = scripts;
        this.doubts = doubts;
    }

    /**
     * @param known as it is held by this transaction
     * @return whether other answers count than before, or of another paper
     */
    boolean judge(CountingScripts.Known known) {
        var ruling = rulings.of(known.script());
        var choice = ruling.choice().orElse(null);
        scripts.settle(known.script(), choice);
        doubts.replace(known.about(), known.run(), found(known, ruling, choice), ruling.isOpen());
        return !isSame(known, choice);
    }

    private static boolean isSame(CountingScripts.Known known, Ruling.@Nullable Choice choice) {
        var before = known.counting();
        if (before == null || choice == null) {
            return before == null && choice == null;
        }
        return before.hash().equals(choice.revision().hash())
                && known.run().paper().equals(choice.copy().paper());
    }

    private Map<Doubts.Doubt, Map<String, Object>> found(
            CountingScripts.Known known, Ruling ruling, Ruling.@Nullable Choice choice) {
        var found = new EnumMap<Doubts.Doubt, Map<String, Object>>(Doubts.Doubt.class);
        if (choice != null && choice.revision().answered() == 0) {
            found.put(Doubts.Doubt.EMPTY, Map.of());
        }
        if (ruling.hasLateRevisions()) {
            var revisions = ruling.copies().stream()
                    .mapToInt(copy -> copy.revisions().size())
                    .max()
                    .orElse(0);
            found.put(
                    Doubts.Doubt.LATE,
                    choice == null
                            ? Map.of("revisions", revisions)
                            : Map.of(
                                    "revisions",
                                    revisions,
                                    "counts",
                                    choice.revision().number()));
        }
        if (ruling.isMoved()) {
            found.put(Doubts.Doubt.MOVED, Map.of("nodes", copies(known, ruling)));
        }
        if (ruling.isContradictory()) {
            found.put(Doubts.Doubt.TWO_SCRIPTS, Map.of("nodes", copies(known, ruling)));
        }
        return found;
    }

    private List<Map<String, Object>> copies(CountingScripts.Known known, Ruling ruling) {
        var names = doubts.senderNames(known.script());
        return ruling.copies().stream()
                .map(copy -> Map.<String, Object>of(
                        "id",
                        copy.node().toString(),
                        "name",
                        names.getOrDefault(copy.node(), ""),
                        "revisions",
                        copy.revisions().size()))
                .toList();
    }
}
