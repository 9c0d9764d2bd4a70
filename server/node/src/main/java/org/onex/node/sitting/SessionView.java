package org.onex.node.sitting;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Window;

/**
 * A session as candidates and invigilators see it.
 *
 * @param after    the session whose hand-in opens this one; null if it opens by the clock
 * @param practice a mock exam, never scored
 * @param minutes  how long one candidate has
 */
public record SessionView(
        UUID id,
        @Nullable UUID after,
        String title,
        String qualification,
        String level,
        String subject,
        boolean practice,
        OffsetDateTime entryOpensAt,
        OffsetDateTime opensAt,
        OffsetDateTime lateUntil,
        OffsetDateTime closesAt,
        int minutes) {

    static SessionView of(ExamSession session) {
        var exam = session.exam();
        var hours = session.hours();
        return new SessionView(
                session.id(),
                session.after(),
                exam.title(),
                exam.qualification(),
                exam.level(),
                exam.subject(),
                exam.practice(),
                Window.inBeijing(hours.entryOpensAt()),
                Window.inBeijing(hours.opensAt()),
                Window.inBeijing(hours.lateUntil()),
                Window.inBeijing(hours.closesAt()),
                hours.minutes());
    }
}
