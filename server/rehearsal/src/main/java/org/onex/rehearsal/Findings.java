package org.onex.rehearsal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How often each claim was checked, and where it was found broken. */
final class Findings {

    private static final int EXAMPLES = 5;

    /** The state of one claim. */
    static final class Finding {

        private final Claim claim;
        private final List<String> examples = new ArrayList<>();
        private long checked;
        private long broken;

        private Finding(Claim claim) {
            this.claim = claim;
        }

        Claim claim() {
            return claim;
        }

        long checked() {
            return checked;
        }

        long broken() {
            return broken;
        }

        /** The first few. */
        List<String> examples() {
            return List.copyOf(examples);
        }
    }

    private final Map<Claim, Finding> findings = new EnumMap<>(Claim.class);

    Findings() {
        Arrays.stream(Claim.values()).forEach(claim -> findings.put(claim, new Finding(claim)));
    }

    /**
     * @param example what was found instead; asked for only when the claim is broken
     */
    synchronized void check(Claim claim, boolean holds, Supplier<String> example) {
        var finding = findings.computeIfAbsent(claim, Finding::new);
        finding.checked++;
        if (!holds) {
            finding.broken++;
            if (finding.examples.size() < EXAMPLES) {
                finding.examples.add(example.get());
            }
        }
    }

    synchronized List<Finding> all() {
        return List.copyOf(findings.values());
    }

    synchronized boolean anyBroken() {
        return findings.values().stream().anyMatch(finding -> finding.broken > 0);
    }
}
