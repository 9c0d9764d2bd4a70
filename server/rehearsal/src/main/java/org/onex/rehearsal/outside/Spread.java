package org.onex.rehearsal.outside;

import java.util.List;
import java.util.Locale;

/**
 * Several measurements of one thing: what lies in the middle, and how far apart they are.
 *
 * @param median the upper one of two in the middle
 */
public record Spread(double min, double median, double max) {

    /**
     * @throws IllegalArgumentException if nothing was measured
     */
    public static Spread of(List<Double> measured) {
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        var sorted = measured.stream().sorted().toList();
        return new Spread(sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
    }

    /** "3.5 (3.3–3.9)". */
    public String text(int digits) {
        var form = "%." + digits + "f";
        return String.format(Locale.ROOT, form + " (" + form + "–" + form + ")", median, min, max);
    }
}
