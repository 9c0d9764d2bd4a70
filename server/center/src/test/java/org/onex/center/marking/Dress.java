package org.onex.center.marking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** The ways in which people type one number. */
final class Dress {

    private static final List<String> SPACES = List.of("", " ", "　", "\u00a0", "  ", "\t");
    private static final List<String> MINUS = List.of("-", "−", "－", "–");
    private static final List<String> UNITS = List.of("", "", "%", "％", "元", "人", "元/人", "倍", "个百分点", "次");

    private Dress() {}

    static String up(BigDecimal number, Random random) {
        var plain = number.abs().toPlainString();
        var point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        var rest = point < 0 ? "" : plain.substring(point);
        var typed = (random.nextBoolean() ? grouped(whole, random.nextBoolean() ? "," : " ") : whole) + rest;
        if (random.nextInt(3) == 0) {
            typed = wide(typed);
        }
        var sign = number.signum() < 0 ? any(MINUS, random) : random.nextInt(5) == 0 ? "+" : "";
        var end = random.nextInt(5) == 0 ? "。" : "";
        return any(SPACES, random)
                + sign
                + typed
                + any(SPACES, random)
                + any(UNITS, random)
                + end
                + any(SPACES, random);
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String grouped(String whole, String separator) {
        var grouped = new StringBuilder(whole);
        for (int i = whole.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, separator);
        }
        return grouped.toString();
    }

    private static String wide(String typed) {
        var wide = new StringBuilder();
        typed.chars().forEach(c -> wide.append(c == ' ' ? '　' : (char) (c - '!' + '！')));
        return wide.toString();
    }
}
