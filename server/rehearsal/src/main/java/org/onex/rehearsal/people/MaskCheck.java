package org.onex.rehearsal.people;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.scene.Claim;
import tools.jackson.databind.JsonNode;

/**
 * Looks whether an answer shows a whole ID number or phone number, however it is written. A number that cannot be right is shown, because
 * whoever typed it must find the mistake.
 */
public final class MaskCheck {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\-]");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])\\d{17}[\\dXx](?![0-9A-Za-z])");
    private static final Pattern PHONE = Pattern.compile("(?<![0-9A-Za-z])120\\d{8}(?![0-9A-Za-z])");

    private final Findings<Claim> findings;

    public MaskCheck(Findings<Claim> findings) {
        this.findings = findings;
    }

    public void check(String where, JsonNode answer) {
        var plain = BLANKS.matcher(Normalizer.normalize(answer.toString(), Normalizer.Form.NFKC))
                .replaceAll("");
        findings.check(Claim.NUMBERS_ARE_MASKED, !showsNumber(plain), () -> where + " shows a whole ID number");
        findings.check(
                Claim.NUMBERS_ARE_MASKED, !PHONE.matcher(plain).find(), () -> where + " shows a whole phone number");
    }

    static boolean showsNumber(String text) {
        return NUMBER.matcher(text).results().anyMatch(found -> IdNumbers.isOne(found.group()));
    }
}
