package org.onex.node.courier;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.onex.foundation.vault.HashKey;

/**
 * What the console gave out to bind one node to one site (登记码): twenty characters of Crockford's base 32. The first five are its name and
 * are sent; the others never leave this machine and prove, each end to the other, that it was given out for them
 * ({@code docs/dispatch-protocol.md}, "Enrolment").
 */
final class EnrolmentCode {

    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{20}");
    private static final int NAME_LENGTH = 5;

    private final String characters;

    private EnrolmentCode(String characters) {
        this.characters = characters;
    }

    /**
     * @param text as somebody typed it: with or without hyphens and spaces, in either case or full width, O for 0, I and L for 1
     * @throws CourierRefused if this can be no code
     */
    static EnrolmentCode typed(String text) {
        var characters = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (!CODE.matcher(characters).matches()) {
            throw CourierRefused.of(CourierRefused.Code.CODE_WRONG);
        }
        return new EnrolmentCode(characters);
    }

    String name() {
        return characters.substring(0, NAME_LENGTH);
    }

    /** What only who has the whole code can make of these lines, each of which is ended by one LF. */
    String mac(String... lines) {
        return HashKey.of(characters.getBytes(StandardCharsets.US_ASCII)).hash(String.join("\n", lines) + "\n");
    }

    /** A code gives itself away in no log. */
    @Override
    public String toString() {
        return "enrolment code " + name();
    }
}
