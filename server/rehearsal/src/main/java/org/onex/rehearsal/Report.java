package org.onex.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a rehearsal did and found: stage by stage, claim by claim, and how it ended. */
final class Report {

    static final int FINE = 0;
    static final int BROKEN = 1;
    static final int MISUSED = 2;
    static final int NOT_BUILT = 3;

    /** One stage that was played. */
    record Played(Stage.Step step, Map<String, Long> counts, Duration time, Traffic.Latencies requests) {

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
    private final Findings findings;
    private final List<Played> stages = new ArrayList<>();
    private Stage.@Nullable Step missing;
    private @Nullable String failure;

    /**
     * @param choice what was asked for, as it is to stand in the report
     */
    Report(ObjectNode choice, Findings findings) {
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

    /** The run ended because the product did not do its part. */
    void fail(String message) {
        failure = message;
    }

    /** A broken claim outweighs a stage that is not built. */
    int exitCode() {
        if (failure != null || findings.anyBroken()) {
            return BROKEN;
        }
        return missing == null ? FINE : NOT_BUILT;
    }

    /** What a person reads at the end. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var finding : findings.all()) {
            lines.add("%-8s %s: checked %d times%s"
                    .formatted(
                            verdict(finding),
                            finding.claim(),
                            finding.checked(),
                            finding.broken() == 0 ? "" : ", broken " + finding.broken()));
            finding.examples().forEach(example -> lines.add("         " + example));
        }
        if (failure != null) {
            lines.add("failed: " + failure);
        }
        if (missing != null) {
            lines.add("not built yet: " + missing);
        }
        return lines;
    }

    private static String verdict(Findings.Finding finding) {
        if (finding.broken() > 0) {
            return "BROKEN";
        }
        return finding.checked() == 0 ? "-" : "holds";
    }

    JsonNode json() {
        var json = choice.deepCopy();
        var played = json.putArray("stages");
        stages.forEach(stage -> played.add(stage.json()));
        var claims = json.putArray("invariants");
        for (var finding : findings.all()) {
            claims.addObject()
                    .put("name", finding.claim().toString())
                    .put("checked", finding.checked())
                    .put("broken", finding.broken())
                    .set("examples", Json.tree(finding.examples()));
        }
        return json.put("notBuilt", missing == null ? null : missing.toString())
                .put("failure", failure)
                .put("exitCode", exitCode());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
