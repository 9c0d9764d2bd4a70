package org.onex.center.candidate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.IdNumber;

/**
 * A row of a roster for looking at.
 *
 * @param values as they were written; ID number and phone number masked, but shown whole where they cannot be right, because whoever typed
 *     them must find the mistake
 */
record RosterRowView(
        int number,
        RosterRow.Verdict verdict,
        boolean entered,
        Map<Field, String> values,
        List<CellProblem> problems,
        @Nullable UUID candidate,
        @Nullable UUID enrolment) {

    private static final int SHOWN = 3;
    private static final int PHONE = 11;

    static RosterRowView of(RosterRow row) {
        var values = new EnumMap<Field, String>(Field.class);
        values.putAll(row.form().values());
        values.computeIfPresent(Field.ID_NUMBER, (field, text) -> maskedNumber(text));
        values.computeIfPresent(Field.PHONE, (field, text) -> maskedPhone(text));
        var key = row.enrolment();
        return new RosterRowView(
                row.number(),
                row.verdict(),
                row.isEntered(),
                values,
                row.problems(),
                key == null ? null : key.candidate(),
                key == null ? null : key.enrolment());
    }

    private static String maskedNumber(String text) {
        return IdNumber.flawOf(text).isPresent() ? text : IdNumber.of(text).masked();
    }

    /** However people group the digits. */
    private static String maskedPhone(String text) {
        var digits = IdNumber.normalized(text).replaceAll("\\D", "");
        return digits.length() >= PHONE ? digits.substring(0, SHOWN) + "****" + digits.substring(7) : text;
    }
}
