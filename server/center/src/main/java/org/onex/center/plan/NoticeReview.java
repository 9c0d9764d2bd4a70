package org.onex.center.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is odd about a notice as a whole: prices nobody can pay, prices upside down, places that were read one way of two. */
final class NoticeReview {

    private NoticeReview() {}

    static List<Warning> of(Notice notice) {
        var warnings = new ArrayList<Warning>();
        for (var fee : notice.fees()) {
            if (!isOffered(notice, fee)) {
                warnings.add(PlanReview.warning(
                        Warning.Code.PRICED_NOT_OFFERED,
                        "qualification",
                        fee.qualification().name(),
                        "level",
                        fee.level(),
                        "amount",
                        fee.amount().toString()));
            }
            notice.fees().stream()
                    .filter(other -> isNextLevelUp(fee, other) && fee.amount().compareTo(other.amount()) > 0)
                    .forEach(other -> warnings.add(PlanReview.warning(
                            Warning.Code.LOWER_LEVEL_DEARER,
                            "qualification",
                            fee.qualification().name(),
                            "level",
                            fee.level(),
                            "amount",
                            fee.amount().toString(),
                            "above",
                            other.level(),
                            "aboveAmount",
                            other.amount().toString())));
        }
        for (var reading : notice.readings()) {
            warnings.add(PlanReview.warning(
                    Warning.Code.READ_OTHERWISE,
                    "section",
                    Objects.requireNonNullElse(reading.section(), ""),
                    "says",
                    reading.says(),
                    "read",
                    reading.read()));
        }
        return warnings;
    }

    private static boolean isOffered(Notice notice, Notice.Fee fee) {
        return notice.plans().stream()
                .flatMap(plan -> plan.offerings().stream())
                .anyMatch(offering ->
                        offering.qualification().equals(fee.qualification()) && offering.level() == fee.level());
    }

    private static boolean isNextLevelUp(Notice.Fee fee, Notice.Fee other) {
        return other.qualification().equals(fee.qualification())
                && other.level().number() == fee.level().number() + 1;
    }
}
