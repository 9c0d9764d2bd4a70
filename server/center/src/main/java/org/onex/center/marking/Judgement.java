package org.onex.center.marking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a marker gave for a text (评分), criterion by criterion. It is never changed; a later one takes its place.
 *
 * @param points by the criterion's id
 */
record Judgement(Map<String, Integer> points, String remark, WorkView.WorkMarker by, Instant at) {

    private static final int LONGEST_REMARK = 500;

    Judgement {
        points = Map.copyOf(points);
    }

    /** What was sent, whether right or not. */
    record Given(Map<String, BigDecimal> points, String remark) {}

    /**
     * @throws MarkingRefused unless there is a whole number from nothing to the criterion's worth for each, and no other
     */
    static Judgement of(Given given, List<WorkView.RubricCriterion> rubric, WorkView.WorkMarker by, Instant at) {
        var points = new TreeMap<String, Integer>();
        for (var criterion : rubric) {
            points.put(criterion.id(), whole(given.points().get(criterion.id()), criterion));
        }
        MarkingRefused.require(points.keySet().containsAll(given.points().keySet()), "points");
        var remark = given.remark().strip();
        MarkingRefused.require(remark.codePointCount(0, remark.length()) <= LONGEST_REMARK, "remark");
        return new Judgement(points, remark, by, at);
    }

    private static int whole(@Nullable BigDecimal given, WorkView.RubricCriterion criterion) {
        var most = BigDecimal.valueOf(criterion.points());
        if (given == null
                || given.signum() < 0
                || given.compareTo(most) > 0
                || given.stripTrailingZeros().scale() > 0) {
            throw MarkingRefused.points(criterion.id(), criterion.points());
        }
        return given.intValueExact();
    }

    int total() {
        return points.values().stream().mapToInt(Integer::intValue).sum();
    }
}
