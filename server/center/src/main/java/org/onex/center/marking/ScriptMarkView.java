package org.onex.center.marking;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;

/**
 * The mark of a script, which nobody here knows the owner of (答卷得分).
 *
 * @param problem   why it cannot be scored
 * @param objective points by rule; null until it is scored
 * @param written   points by people, as far as they have come; null until it is scored
 * @param total     null until it is complete
 * @param full      of the whole paper; null until it is scored
 */
record ScriptMarkView(
        UUID script,
        QualificationName qualification,
        Level level,
        Subject subject,
        Score.State state,
        Score.@Nullable Problem problem,
        @Nullable Integer objective,
        @Nullable Integer written,
        @Nullable Integer total,
        @Nullable Integer full) {

    /**
     * A mark item by item.
     *
     * @param items in the order of the paper; none until it is scored
     */
    record OpenedScript(ScriptMarkView mark, String plan, List<ItemMark> items) {}

    /**
     * What was given for one item.
     *
     * @param type   of the bank
     * @param points null as long as nobody has marked it
     * @param by     null as long as nobody has marked it
     * @param answer null if there is none
     */
    record ItemMark(
            String item,
            QuestionKind type,
            @Nullable Integer points,
            int full,
            @Nullable MarkedBy by,
            @Nullable String answer) {}

    /** Who gave the points (评分方式): the answer key or a marker. */
    enum MarkedBy {
        RULE,
        PERSON
    }
}
