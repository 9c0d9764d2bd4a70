package org.onex.node.sitting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.SiteBundle;

/**
 * A session (场次) of one subject as it is installed on this node.
 *
 * @param after the session whose hand-in opens this one
 */
record ExamSession(UUID id, @Nullable UUID after, Exam exam, SiteBundle.Hours hours) {

    /**
     * What is examined.
     *
     * @param practice a mock exam (模拟考试)
     */
    record Exam(String title, String qualification, String level, String subject, boolean practice) {}
}
