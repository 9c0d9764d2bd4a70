package org.onex.rehearsal.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.SatScript;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;
import org.onex.rehearsal.seating.SeatLists;
import tools.jackson.databind.JsonNode;

/**
 * What everybody must have got (应得成绩), worked out anew: from seats, from what was handed in and what markers gave for it, and from what was
 * ruled on. Passed has who has sixty points in either subject (000 and 002: 理论和实操同时达到60分（含）以上为合格).
 */
public final class Standing {

    static final int ENOUGH = 60;
    static final int FULL = 100;
    /** As the API calls them, by what people call them. */
    static final Map<String, String> SUBJECTS = Map.of("理论", "THEORY", "实操", "PRACTICAL");

    private final Scene scene;
    private final List<Place> places;
    /** By ticket and subject. */
    private final Map<String, SatScript> scripts = new HashMap<>();
    /** Tickets with a subject, or with none if it is both. */
    private final Set<String> struck = new HashSet<>();

    /**
     * An entry (成绩记录).
     *
     * @param subject as the API calls it
     * @param score   -1 unless it was scored
     */
    public record Line(String subject, String status, int score) {}

    private Standing(Scene scene) {
        this.scene = scene;
        places = new SeatLists(scene).places();
        scene.books().scripts().forEach(script -> scripts.put(key(script), script));
    }

    /** With what is ruled on by now. */
    public static Standing now(Scene scene) {
        var standing = new Standing(scene);
        new ResultDesk(scene).incidents().forEach(standing::strike);
        return standing;
    }

    private void strike(JsonNode incident) {
        var ticket = Json.text(incident, "ticket");
        switch (Json.text(incident.path("ruling"), "finding")) {
            case "SUBJECT_VOID" -> struck.add(ticket + " " + Json.text(incident, "subject"));
            case "ALL_VOID" -> struck.add(ticket);
            default -> {}
        }
    }

    private static String key(SatScript script) {
        return script.run().ticket() + " " + SUBJECTS.get(script.run().subject());
    }

    /** Everybody who has a seat: registered people, each once. */
    public List<Place> places() {
        return places;
    }

    /** Of both subjects, theory first. */
    public List<Line> lines(Place place) {
        var lines = new ArrayList<Line>();
        for (var subject : List.of("THEORY", "PRACTICAL")) {
            lines.add(line(place.guest().ticket(), subject));
        }
        return lines;
    }

    private Line line(String ticket, String subject) {
        if (struck.contains(ticket) || struck.contains(ticket + " " + subject)) {
            return new Line(subject, "VOID", -1);
        }
        var script = scripts.get(ticket + " " + subject);
        if (script == null) {
            // Of who never came the product may not say that nobody knows.
            var isLost = !scene.books().isAway(ticket) && scene.books().isLost(ticket, subject);
            return new Line(subject, isLost ? "LOST" : "ABSENT", -1);
        }
        return new Line(
                subject, "SCORED", scene.books().points(script.attempt()).orElse(-1));
    }

    public boolean isPassed(Place place) {
        return lines(place).stream().allMatch(line -> line.score() >= ENOUGH);
    }

    /** The script of one subject; null if they wrote none. */
    @Nullable SatScript script(Place place, String subject) {
        return scripts.get(place.guest().ticket() + " " + subject);
    }
}
