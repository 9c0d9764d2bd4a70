package org.onex.center.plan;

import java.time.Duration;

/**
 * What holds on the day of an exam where its notice does not say otherwise (考场规则): from when one may enter, how late one may come, from
 * when one may hand in. No notice so far prints them.
 *
 * @param entryBefore  before the start
 * @param lateness     after the start, exclusively
 * @param handInAfter  after the start
 */
public record ExamDayRules(Duration entryBefore, Duration lateness, Duration handInAfter) {

    public static final ExamDayRules USUAL =
            new ExamDayRules(Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofMinutes(30));
}
