package org.onex.rehearsal.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people did on the day of the exam (考试底账), as they know it themselves, for whoever looks at what became of it. */
public final class ExamBooks {

    /**
     * A seat's run at a subject that nobody began.
     *
     * @param here whether its candidate was seen by the invigilators
     */
    public record Unsat(String attempt, String site, int slot, boolean here) {}

    /**
     * What invigilators wrote down about a candidate.
     *
     * @param second the colleague's number; empty if nobody was needed
     */
    public record Incident(
            String id, String attempt, String site, String kind, String facts, String statement, String second) {}

    private final Map<String, SatScript> scripts = new LinkedHashMap<>();
    private final Map<String, Unsat> unsat = new LinkedHashMap<>();
    private final List<Incident> incidents = new ArrayList<>();

    public synchronized void add(SatScript script) {
        scripts.put(script.attempt(), script);
    }

    public synchronized void add(Unsat run) {
        unsat.put(run.attempt(), run);
    }

    public synchronized void add(Incident incident) {
        incidents.add(incident);
    }

    /** In the order in which they were handed over. */
    public synchronized List<SatScript> scripts() {
        return List.copyOf(scripts.values());
    }

    public synchronized Optional<SatScript> script(String attempt) {
        return Optional.ofNullable(scripts.get(attempt));
    }

    /** Somebody else's in the same slot at the same site. */
    public synchronized Optional<SatScript> neighbour(SatScript script) {
        var run = script.run();
        return scripts.values().stream()
                .filter(other ->
                        other.run().site().equals(run.site()) && other.run().slot() == run.slot())
                .filter(other -> !other.run().ticket().equals(run.ticket()))
                .findFirst();
    }

    public synchronized List<Unsat> unsat() {
        return List.copyOf(unsat.values());
    }

    public synchronized List<Incident> incidents() {
        return List.copyOf(incidents);
    }
}
