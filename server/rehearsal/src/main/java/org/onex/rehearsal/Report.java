package org.onex.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Latencies;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a rehearsal did and found: stage by stage, claim by claim, and how it ended. */
final class Report {

    static final int FINE = 0;
    static final int BROKEN = 1;
    static final int MISUSED = 2;
    static final int NOT_BUILT = 3;

    /** One stage that was played. */
    record Played(Stage.Step step, Map<String, Long> counts, Duration time, Latencies requests) {

        String line() {
            var counted = counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey())
                    .collect(Collectors.joining(", "));
            return String.format(
                    Locale.ROOT,
                    "%-14s %s; %.1f s, %d requests, p50 %s ms, p95 %s ms, p99 %s ms",
                    step,
                    counted,
                    seconds(time),
                    requests.count(),
                    requests.percentile(50),
                    requests.percentile(95),
                    requests.percentile(99));
        }

        private JsonNode json() {
            var json = Json.object().put("name", step.toString());
            json.set("counts", Json.tree(counts));
            return json.put("seconds", seconds(time))
                    .put("requests", requests.count())
                    .put("p50", requests.percentile(50))
                    .put("p95", requests.percentile(95))
                    .put("p99", requests.percentile(99));
        }
    }

    private final ObjectNode choice;
    private final Findings<Claim> findings;
    private final List<Played> stages = new ArrayList<>();
    private List<ExamBooks.Certificate> certificates = List.of();
    private Stage.@Nullable Step missing;
    private @Nullable String failure;

    /**
     * @param choice what was asked for, as it is to stand in the report
     */
    Report(ObjectNode choice, Findings<Claim> findings) {
        this.choice = choice;
        this.findings = findings;
    }

    void add(Played stage) {
        stages.add(stage);
    }

    /** The run ended here because nobody has built it yet. */
    void stopAt(Stage.Step step) {
        missing = step;
    }

    /** What anybody can verify, of which the last one is revoked. */
    void issued(List<ExamBooks.Certificate> read) {
        certificates = List.copyOf(read);
    }

    /** The run ended because the product did not do its part. */
    void fail(String message) {
        failure = message;
    }

    /** What nobody has checked though it has to be; nothing where a failure cut everything short. */
    private List<String> unchecked() {
        return failure == null ? Required.unchecked(stages, findings) : List.of();
    }

    /** A broken claim outweighs a stage that is not built, and so does one that nobody has checked. */
    int exitCode() {
        if (failure != null || findings.anyBroken() || !unchecked().isEmpty()) {
            return BROKEN;
        }
        return missing == null ? FINE : NOT_BUILT;
    }

    /** What a person reads at the end. */
    List<String> lines() {
        var lines = new ArrayList<>(findings.lines());
        unchecked().forEach(line -> lines.add("NOT SEEN " + line));
        if (failure != null) {
            lines.add("failed: " + failure);
        }
        if (missing != null) {
            lines.add("not built yet: " + missing);
        }
        return lines;
    }

    JsonNode json() {
        var json = choice.deepCopy();
        var played = json.putArray("stages");
        stages.forEach(stage -> played.add(stage.json()));
        json.set("invariants", findings.json());
        var verifiable = json.putArray("certificates");
        certificates.forEach(certificate -> verifiable
                .addObject()
                .put("number", certificate.number())
                .put("name", certificate.name())
                .put("state", certificate.equals(certificates.getLast()) ? "REVOKED" : "GENUINE"));
        json.set("unchecked", Json.tree(unchecked()));
        return json.put("notBuilt", missing == null ? null : missing.toString())
                .put("failure", failure)
                .put("exitCode", exitCode());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
