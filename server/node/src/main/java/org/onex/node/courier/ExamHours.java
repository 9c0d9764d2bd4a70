package org.onex.node.courier;

import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.TimeRunning;
import org.springframework.stereotype.Component;

/**
 * Whether candidates need this machine just now (考试时段): somebody writes, or an exam is between its entry and its close. A mock exam, which
 * may be entered for a month, counts only while somebody writes in it.
 */
@Component
class ExamHours {

    private final Deliveries deliveries;
    private final TimeRunning writing;
    private final BusinessClock clock;

    ExamHours(Deliveries deliveries, TimeRunning writing, BusinessClock clock) {
        this.deliveries = deliveries;
        this.writing = writing;
        this.clock = clock;
    }

    boolean isExamOn() {
        var now = clock.instant();
        return deliveries.all().stream().anyMatch(delivery -> delivery.isSatAt(now)) || writing.isRunning();
    }
}
