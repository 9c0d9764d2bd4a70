package org.onex.center.script;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.file.FileStore;
import org.onex.contract.bundle.ScriptFile;
import org.springframework.stereotype.Service;

/** Makes answers from the sealed files, whenever somebody asks, and proves them anew; nowhere else are any. */
@Service
class ReadScripts implements ScriptDirectory {

    private final CountingScripts scripts;
    private final Rulings rulings;
    private final Records records;
    private final AwaitedNodes awaited;
    private final ReturnKeys keys;
    private final FileStore files;

    ReadScripts(
            CountingScripts scripts,
            Rulings rulings,
            Records records,
            AwaitedNodes awaited,
            ReturnKeys keys,
            FileStore files) {
        this.scripts = scripts;
        this.rulings = rulings;
        this.records = records;
        this.awaited = awaited;
        this.keys = keys;
        this.files = files;
    }

    @Override
    public Map<UUID, Outcome> outcomes(Collection<UUID> wanted) {
        var found = new HashMap<UUID, Outcome>();
        scripts.find(wanted)
                .forEach(known ->
                        found.put(known.script(), known.counting() == null ? Outcome.UNDECIDED : Outcome.COUNTS));
        awaited.withoutScripts(wanted).forEach(found::putIfAbsent);
        return found;
    }

    @Override
    public List<Incident> incidents(Collection<UUID> wanted) {
        return records.incidents(wanted);
    }

    @Override
    public List<Incident> incidents(String plan, @Nullable UUID after, int limit) {
        return records.incidents(plan, after, limit);
    }

    @Override
    public Optional<Incident> incident(String plan, UUID id) {
        return records.incident(plan, id);
    }

    @Override
    public Set<UUID> graveIncidents(String plan) {
        return records.graveIncidents(plan);
    }

    @Override
    public int countIncidents(String plan) {
        return records.countIncidents(plan);
    }

    @Override
    public List<ReturnedScript> counting(Collection<UUID> wanted) {
        return scripts.find(wanted).stream()
                .filter(known -> known.counting() != null)
                .map(ReadScripts::returned)
                .toList();
    }

    private static ReturnedScript returned(CountingScripts.Known known) {
        var run = known.run();
        var counting = Objects.requireNonNull(known.counting());
        return new ReturnedScript(
                known.script(),
                known.plan(),
                run.qualification(),
                run.level(),
                run.subject(),
                run.paper(),
                run.form(),
                counting.answered(),
                counting.hash());
    }

    @Override
    public Map<String, String> answers(UUID script) {
        var known = scripts.find(script).orElseThrow(() -> new IllegalArgumentException("no script " + script));
        var choice = rulings.of(script)
                .choice()
                .orElseThrow(() -> new IllegalArgumentException("nothing counts of script " + script));
        return answers(known, choice);
    }

    /**
     * Of any of its revisions.
     *
     * @throws IllegalStateException if they have another hash than when they came
     */
    Map<String, String> answers(CountingScripts.Known known, Ruling.Choice choice) {
        var sealed = new SealedReturn(files.read(choice.copy().file()), ScriptFile.PURPOSE + known.script());
        var file = sealed.readAgain(keys.of(known.awardingBody()), ScriptFile.class);
        var receipt = file.receipts().get(choice.revision().number() - 1);
        var script = ScriptProof.fold(file, receipt);
        if (!script.hash().equals(choice.revision().hash())) {
            throw new IllegalStateException("the file of script " + known.script() + " holds something else");
        }
        return script.answers().entrySet().stream()
                .filter(answer -> !answer.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
