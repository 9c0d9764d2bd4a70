package org.onex.rehearsal.marking;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number as the people of a rehearsal type it (所填数字): in full-width forms, with separators, spaces around it, and a unit behind it. */
final class TypedNumber {

    private static final Pattern NUMBER = Pattern.compile("([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d*)(\\.\\d*)?(?:[%元])?");

    private TypedNumber() {}

    /** What was meant; empty if it is no number. */
    static Optional<BigDecimal> of(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var parts = NUMBER.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var digits = parts.group(2).replace(",", "") + (parts.group(3) == null ? "" : parts.group(3));
        return digits.chars().anyMatch(Character::isDigit)
                ? Optional.of(new BigDecimal(parts.group(1) + digits))
                : Optional.empty();
    }
}
