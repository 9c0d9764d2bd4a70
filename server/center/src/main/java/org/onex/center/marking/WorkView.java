package org.onex.center.marking;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;

/**
 * A work in a list, without its text (阅卷任务).
 *
 * @param points    null until it is marked
 * @param marker    who holds it or has marked it
 * @param heldUntil null unless somebody holds it
 * @param markedAt  null until it is marked
 */
record WorkView(
        WorkReference work,
        Level level,
        Subject subject,
        State state,
        @Nullable Integer points,
        int full,
        @Nullable WorkMarker marker,
        @Nullable OffsetDateTime heldUntil,
        @Nullable OffsetDateTime markedAt) {

    /** Where a work stands. */
    enum State {
        WAITING,
        HELD,
        MARKED
    }

    /**
     * Which work it is.
     *
     * @param version changes with everything that happens to it
     */
    record WorkReference(UUID script, String item, int version) {}

    record WorkMarker(String login, String name) {}

    /**
     * A work on a marker's desk: the text, what was asked, and what to look for. Nothing of it says whose the text is.
     *
     * @param title     of the paper
     * @param stem      as candidates read it
     * @param maxLength how many characters the text may have; null if the paper does not say
     * @param heldUntil until when nobody else gets it; null once it is marked
     * @param points    what the marker has given, by criterion; null until then
     * @param remark    likewise
     */
    record DeskWork(
            WorkReference work,
            Subject subject,
            Level level,
            String title,
            String stem,
            @Nullable Integer maxLength,
            String text,
            List<RubricCriterion> rubric,
            int full,
            @Nullable OffsetDateTime heldUntil,
            @Nullable Map<String, Integer> points,
            @Nullable String remark) {}

    /**
     * What to look for, and what it is worth (评分标准).
     *
     * @param levels what earns all, some or none of the points; may be empty
     */
    record RubricCriterion(String id, String criterion, int points, List<String> levels) {

        RubricCriterion {
            levels = List.copyOf(levels);
        }
    }
}
