package org.onex.rehearsal.outside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * How often each claim was checked, and where it was found broken.
 *
 * @param <C> the claims, each of which reads as its words
 */
public final class Findings<C extends Enum<C>> {

    private static final int EXAMPLES = 5;

    /** The state of one claim. */
    public static final class Finding<C extends Enum<C>> {

        private final C claim;
        private final List<String> examples = new ArrayList<>();
        private long checked;
        private long broken;

        private Finding(C claim) {
            this.claim = claim;
        }

        public C claim() {
            return claim;
        }

        public long checked() {
            return checked;
        }

        public long broken() {
            return broken;
        }

        /** The first few. */
        public List<String> examples() {
            return List.copyOf(examples);
        }

        private List<String> lines() {
            var lines = new ArrayList<String>();
            lines.add("%-8s %s: checked %d times%s"
                    .formatted(verdict(), claim, checked, broken == 0 ? "" : ", broken " + broken));
            examples.forEach(example -> lines.add("         " + example));
            return lines;
        }

        private String verdict() {
            if (broken > 0) {
                return "BROKEN";
            }
            return checked == 0 ? "-" : "holds";
        }

        private JsonNode json() {
            return Json.object()
                    .put("name", claim.toString())
                    .put("checked", checked)
                    .put("broken", broken)
                    .set("examples", Json.tree(examples));
        }
    }

    private final Map<C, Finding<C>> findings;

    public Findings(Class<C> claims) {
        findings = new EnumMap<>(claims);
        Arrays.stream(Objects.requireNonNull(claims.getEnumConstants()))
                .forEach(claim -> findings.put(claim, new Finding<>(claim)));
    }

    /**
     * @param example what was found instead; asked for only when the claim is broken
     */
    public synchronized void check(C claim, boolean holds, Supplier<String> example) {
        var finding = of(claim);
        finding.checked++;
        if (!holds) {
            finding.broken++;
            if (finding.examples.size() < EXAMPLES) {
                finding.examples.add(example.get());
            }
        }
    }

    /** Counts everything that was found about other claims to this one. */
    public synchronized void add(C claim, Findings<?> others) {
        var finding = of(claim);
        for (var other : others.all()) {
            finding.checked += other.checked();
            finding.broken += other.broken();
            other.examples().stream()
                    .limit(Math.max(0, EXAMPLES - finding.examples.size()))
                    .forEach(example -> finding.examples.add(other.claim() + ": " + example));
        }
    }

    /** What was found about one claim. */
    public synchronized Finding<C> of(C claim) {
        return findings.computeIfAbsent(claim, Finding::new);
    }

    public synchronized List<Finding<C>> all() {
        return List.copyOf(findings.values());
    }

    public synchronized boolean anyBroken() {
        return findings.values().stream().anyMatch(finding -> finding.broken > 0);
    }

    /** What a person reads at the end. */
    public synchronized List<String> lines() {
        return findings.values().stream()
                .flatMap(finding -> finding.lines().stream())
                .toList();
    }

    public synchronized JsonNode json() {
        var json = Json.MAPPER.createArrayNode();
        findings.values().forEach(finding -> json.add(finding.json()));
        return json;
    }
}
