package org.onex.rehearsal.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

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

    /**
     * A text for which a marker gave nothing by mistake (误判), and has not noticed.
     *
     * @param points that it deserves, by criterion
     */
    public record Slip(String marker, String attempt, String item, JsonNode points) {}

    /**
     * One that anybody can verify.
     *
     * @param number printed on it
     * @param name   of its holder, who is nobody real
     */
    public record Certificate(String number, String name) {}

    private final List<Certificate> certificates = new ArrayList<>();
    private final Map<String, SatScript> scripts = new LinkedHashMap<>();
    private final Map<String, Unsat> unsat = new LinkedHashMap<>();
    private final List<Incident> incidents = new ArrayList<>();
    /** By attempt. */
    private final Map<String, Integer> points = new HashMap<>();

    private final Set<String> caught = new HashSet<>();
    private final Set<String> lost = new HashSet<>();
    private final Set<String> away = new HashSet<>();
    private Optional<Slip> slip = Optional.empty();

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

    /** Somebody has cheated at this attempt, and admits it. */
    public synchronized void caught(String attempt) {
        caught.add(attempt);
    }

    public synchronized boolean isCaught(String attempt) {
        return caught.contains(attempt);
    }

    /** What a script gets, added up again, as its markers have it now. */
    public synchronized void mark(String attempt, int total) {
        points.put(attempt, total);
    }

    public synchronized Optional<Integer> points(String attempt) {
        return Optional.ofNullable(points.get(attempt));
    }

    /** Somebody never came, and the invigilators have said so. */
    public synchronized void stayedAway(String ticket) {
        away.add(ticket);
    }

    public synchronized boolean isAway(String ticket) {
        return away.contains(ticket);
    }

    /** The body has given up whatever might have been written there. */
    public synchronized void lose(String ticket, String subject) {
        lost.add(ticket + " " + subject);
    }

    public synchronized boolean isLost(String ticket, String subject) {
        return lost.contains(ticket + " " + subject);
    }

    /** Somebody has read it. */
    public synchronized void issued(Certificate certificate) {
        certificates.add(certificate);
    }

    /** That somebody has read; the last one was revoked, the others are genuine. */
    public synchronized List<Certificate> certificates() {
        return List.copyOf(certificates);
    }

    public synchronized void add(Slip made) {
        slip = Optional.of(made);
    }

    public synchronized Optional<Slip> slip() {
        return slip;
    }
}
