package org.onex.center.printing;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.onex.center.catalog.Subject;
import org.onex.contract.kernel.Window;

/** When subjects are sat, as people read it on paper; several share their hours where the notice prints them so. */
record PrintedHours(List<Subject> subjects, Window window) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日（EEE）", Locale.CHINA);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA);

    PrintedHours {
        subjects = List.copyOf(subjects);
    }

    /** "理论、实操". */
    String names() {
        return subjects.stream().map(Subject::printedName).collect(Collectors.joining("、"));
    }

    /** "2024年5月18日(周六)". */
    String day() {
        return day(window);
    }

    /** "14:00–17:45". */
    String times() {
        return times(window);
    }

    static String day(Window window) {
        return DAY.format(inBeijing(window.opens()));
    }

    static String times(Window window) {
        return TIME.format(inBeijing(window.opens())) + "–" + TIME.format(inBeijing(window.closes()));
    }

    private static ZonedDateTime inBeijing(Instant moment) {
        return moment.atZone(Window.BEIJING);
    }
}
