package org.onex.center.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What the format of a cell makes of its number: a date, a number with leading zeros, or just a number.
 *
 * @param digits to which a number is filled up with zeros; 0 if it is not
 */
record NumberStyle(boolean date, int digits) {

    static final NumberStyle PLAIN = new NumberStyle(false, 0);

    /** A spreadsheet computes with 15 digits; whatever was typed beyond them is gone. */
    private static final MathContext KEPT = new MathContext(15);

    private static final double RUINED = 1e15;

    /** The day after 31 December 9999. */
    private static final double BEYOND_DATES = 2_958_466;

    private static final Pattern ZEROS = Pattern.compile("0{2,15}");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /**
     * @param id   of the format; some mean a date only in Chinese spreadsheets
     * @param code its pattern, {@code yyyy"年"m"月"d"日"}; empty if only the id is known
     */
    static NumberStyle of(int id, String code) {
        if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) || DateUtil.isADateFormat(id, code)) {
            return new NumberStyle(true, 0);
        }
        return ZEROS.matcher(code).matches() ? new NumberStyle(false, code.length()) : PLAIN;
    }

    /** No spreadsheet writes a format, or the name of a sheet, that is longer. */
    static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 255));
    }

    /** The text that people believe to have typed. */
    RawCell cell(double number, boolean from1904) {
        if (!Double.isFinite(number)) {
            return RawCell.error(String.valueOf(number));
        }
        if (date && number >= 0 && number < BEYOND_DATES) {
            return RawCell.of(dateText(number, from1904));
        }
        if (Math.abs(number) >= RUINED) {
            return new RawCell(String.format(Locale.ROOT, "%.5E", number), SheetProblem.Code.RUINED_NUMBER);
        }
        var exact = new BigDecimal(Double.toString(number)).round(KEPT).stripTrailingZeros();
        var text = (exact.signum() == 0 ? BigDecimal.ZERO : exact).toPlainString();
        return RawCell.of(
                exact.scale() <= 0 && exact.signum() >= 0
                        ? "0".repeat(Math.max(0, digits - text.length())) + text
                        : text);
    }

    private static String dateText(double number, boolean from1904) {
        LocalDateTime moment = DateUtil.getLocalDateTime(number, from1904, true);
        if (number < 1) {
            return TIME.format(moment);
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : MOMENT.format(moment);
    }
}
