package org.onex.center.result;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Subject;

/**
 * What came of one subject of a registration (成绩记录), the "2倍记录" of 004: a score, or why there is none.
 *
 * @param script the run that was packed for it; null if none was
 * @param score  null unless it was scored
 * @param full   points of the whole subject by the plan's scheme
 */
record Entry(
        Subject subject,
        @Nullable UUID script,
        Status status,
        @Nullable Integer score,
        int full) {

    /** What it is. */
    enum Status {
        SCORED,
        /** 缺考. */
        ABSENT,
        /** 违纪: by a ruling. */
        VOID,
        /** 无成绩: nothing came back, or nothing can be made of it, and the awarding body has said so. */
        LOST
    }

    boolean isVoid() {
        return status == Status.VOID;
    }

    Entry {
        if ((status == Status.SCORED) != (score != null)) {
            throw new IllegalArgumentException("a score belongs to what was scored, and to nothing else: " + status);
        }
    }
}
