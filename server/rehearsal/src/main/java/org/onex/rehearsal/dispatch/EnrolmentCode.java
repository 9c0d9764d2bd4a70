package org.onex.rehearsal.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An enrolment code (登记码): its name is sent, the whole is only ever used to prove that one knows it.
 *
 * @param characters 20 of Crockford's base 32
 */
record EnrolmentCode(String characters) {

    private static final Pattern PRINTED = Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}");
    private static final int NAME = 5;

    /** As somebody types it. */
    static EnrolmentCode typed(String text) {
        return new EnrolmentCode(text.replaceAll("[-\\s]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    /** Whether it is written as the console must show it. */
    static boolean isPrintedWell(String text) {
        return PRINTED.matcher(text).matches();
    }

    String name() {
        return characters.substring(0, NAME);
    }

    /** The same name with another secret. */
    EnrolmentCode guessed() {
        var last = characters.charAt(characters.length() - 1) == '0' ? '1' : '0';
        return new EnrolmentCode(characters.substring(0, characters.length() - 1) + last);
    }

    /** What proves to the other end that one knows the code. */
    String proof(String... lines) {
        var text = String.join("\n", lines) + "\n";
        return HexFormat.of().formatHex(Bytes.hmac(Bytes.ascii(characters), text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A code gives itself away in no report. */
    @Override
    public String toString() {
        return "code " + name();
    }
}
