package org.onex.node.sitting;

import org.onex.foundation.clock.TimeRunning;
import org.springframework.stereotype.Component;

/** Somebody's time runs as long as somebody writes. */
@Component
class ExamTimeRunning implements TimeRunning {

    private final Attempts attempts;

    ExamTimeRunning(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public boolean isRunning() {
        return attempts.isAnyRunning();
    }
}
