package org.onex.center.script;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has come back of one slot of a plan from a site.
 *
 * @param runs       all that were packed
 * @param scripts    arrived and proven
 * @param absent     who never signed in (缺考)
 * @param notStarted who signed in and never began
 * @param nodes      exam servers that have it or have sent something of it
 */
record SiteReturnView(
        ReturnSite site,
        int slot,
        OffsetDateTime opens,
        OffsetDateTime closes,
        int runs,
        int scripts,
        int absent,
        int notStarted,
        int incidents,
        State state,
        List<ReturnProblem> problems,
        List<ReturnNode> nodes) {

    SiteReturnView {
        problems = List.copyOf(problems);
        nodes = List.copyOf(nodes);
    }

    /** Where it was sat. */
    record ReturnSite(UUID id, String name, ReturnCollege college) {}

    /** Whose site that is. */
    record ReturnCollege(String code, String name) {}

    /** How far it is. */
    enum State {
        /** Nothing was announced. */
        AWAITED,
        COMING,
        /** Every exam server that has the exam has sent everything, and it could be taken. */
        COMPLETE
    }

    /** What keeps it from being complete, or should be known. */
    enum ReturnProblemCode {
        /** Facts {@code node}, {@code name}, {@code files}, {@code reasons}: files that cannot be taken. */
        REFUSED,
        /** Facts {@code node}, {@code name}: it has the exam, which is over, and has announced nothing. */
        SILENT,
        /** Facts {@code node}, {@code name}, {@code version}, {@code newest}: it sat an older version. */
        OLDER_VERSION
    }

    record ReturnProblem(ReturnProblemCode code, Map<String, Object> facts) {

        ReturnProblem {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * An exam server.
     *
     * @param firstAt when it announced something first; null if it never did
     * @param files   on its list, the record among them
     * @param record  number of the newest record that arrived, 0 before the first
     */
    record ReturnNode(
            UUID id,
            String name,
            @Nullable OffsetDateTime firstAt,
            @Nullable OffsetDateTime lastAt,
            int files,
            int arrived,
            int refused,
            int record) {}
}
