package org.onex.center.marking;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as people type it (数值作答): full-width forms, spaces, thousands separators and a unit make no difference, and nothing is
 * guessed. What can be read in two ways is not read (ADR 23).
 */
final class TypedNumber {

    /** More than any number has; what is longer is not looked at. */
    private static final int LONGEST = 60;

    private static final String GROUPED = "\\d{1,3}(?<separator>[, ])\\d{3}(?:\\k<separator>\\d{3})*";
    /** What counts or multiplies is no unit: 1.2 万 is not 1.2. */
    private static final String OF_WHAT = "[\\p{IsHan}/&&[^零〇一二三四五六七八九十百千万亿兆萬億两几半多余来点负]]{1,6}";

    private static final Pattern NUMBER = Pattern.compile("(?<sign>[+-]?) ?¥? ?"
            + "(?:(?<whole>" + GROUPED + "|\\d+)(?:\\.(?<part>\\d*))?|\\.(?<only>\\d+))"
            + "(?:[eE](?<power>[+-]?\\d{1,2}))?"
            + "(?: ?(?:%|个?百分点|" + OF_WHAT + "))?");

    private TypedNumber() {}

    /** What was meant, if it can only be that. */
    static Optional<BigDecimal> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        var matcher = NUMBER.matcher(plain(typed));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var whole = "0" + digits(matcher.group("whole"));
        var part = digits(matcher.group("part")) + digits(matcher.group("only")) + "0";
        var power = matcher.group("power");
        return Optional.of(new BigDecimal(matcher.group("sign") + whole + "." + part)
                .scaleByPowerOfTen(power == null ? 0 : Integer.parseInt(power)));
    }

    private static String digits(@Nullable String group) {
        return group == null ? "" : group.replaceAll("[, ]", "");
    }

    /** In half-width forms, one space where there were some, none around, no full stop at the end. */
    private static String plain(String typed) {
        var narrowed = new StringBuilder();
        typed.codePoints().map(TypedNumber::narrow).forEach(narrowed::appendCodePoint);
        var text = narrowed.toString().replaceAll(" +", " ").strip();
        return text.endsWith("。") ? text.substring(0, text.length() - 1).stripTrailing() : text.replace('。', '.');
    }

    private static int narrow(int typed) {
        if (typed >= '\uff01' && typed <= '\uff5e') {
            return typed - '\uff01' + '!';
        }
        return switch (typed) {
            case '−', '–', '﹣' -> '-';
            case '￥' -> '¥';
            case '﹪' -> '%';
            // Zero-width characters come along with what is pasted.
            case '\u200b', '\ufeff' -> ' ';
            default -> Character.isSpaceChar(typed) || Character.isWhitespace(typed) ? ' ' : typed;
        };
    }
}
