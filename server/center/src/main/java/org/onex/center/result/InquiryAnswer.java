package org.onex.center.result;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;

/**
 * What candidates learn of their own registration (成绩查询). Nothing in it is an ID number.
 *
 * @param printed     what the notice says; null if it prints no days
 * @param opens       null, as closes, while nobody knows
 * @param entries     null before the opening, as the outcome
 * @param eachAtLeast who has so many points in every subject has passed
 */
record InquiryAnswer(
        String name,
        InquiryPlan plan,
        String college,
        String qualification,
        Level level,
        State state,
        SheetView.@Nullable PublicityDays printed,
        @Nullable OffsetDateTime opens,
        @Nullable OffsetDateTime closes,
        @Nullable List<ResultRow.ResultEntry> entries,
        @Nullable Integer eachAtLeast,
        Result.@Nullable Outcome outcome) {

    InquiryAnswer {
        entries = entries == null ? null : List.copyOf(entries);
    }

    record InquiryPlan(String name) {}

    /** How far it is. */
    enum State {
        /** Nothing is public. */
        NOT_YET,
        /** 公示中: the college may ask for a review. */
        PUBLICITY,
        /** 复核中. */
        UNDER_REVIEW,
        /** Nothing changes any more. */
        FINAL
    }
}
