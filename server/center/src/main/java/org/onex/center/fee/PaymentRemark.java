package org.onex.center.fee;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a college writes beside its transfer (备注), after the pattern that the notice prints: "学校+考试时间+人数". */
final class PaymentRemark {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final Pattern PLACES = Pattern.compile("单位名称和?|学校|考试时间|人数");

    private PaymentRemark() {}

    /** The pattern with the college's own values in it; nothing where it has no place for any that we know. */
    static Optional<String> suggested(String pattern, Bill bill, LocalDate examDay) {
        var filled = PLACES.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(valueOf(place.group(), bill, examDay)));
        return filled.equals(pattern) ? Optional.empty() : Optional.of(filled);
    }

    private static String valueOf(String place, Bill bill, LocalDate examDay) {
        return switch (place) {
            case "考试时间" -> DAY.format(examDay);
            case "人数" -> bill.people() + "人";
            case "单位名称和" -> bill.collegeName() + "+";
            default -> bill.collegeName();
        };
    }
}
