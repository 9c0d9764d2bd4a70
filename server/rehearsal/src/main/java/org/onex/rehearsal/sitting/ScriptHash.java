package org.onex.rehearsal.sitting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fingerprint of a script (答卷校验码), worked out by the rehearsal itself from the description of the canonical bytes.
 *
 * @param epoch   the owning one
 * @param lastSeq its last entry that counts
 * @param answers item and value; an empty value is no answer
 */
public record ScriptHash(String attempt, int epoch, int lastSeq, Map<String, String> answers) {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SYMBOLS = 8;
    private static final int BITS = 5;

    String canonical() {
        // Items are ASCII, so that the order of texts is that of their bytes.
        var given = new TreeMap<>(answers);
        given.values().removeIf(String::isEmpty);
        var text = new StringBuilder("onex-script-v1\n")
                .append("attempt %s\nlast %d %d\nanswers %d\n".formatted(attempt, epoch, lastSeq, given.size()));
        given.forEach((item, value) -> text.append(item)
                .append(' ')
                .append(value.getBytes(StandardCharsets.UTF_8).length)
                .append(' ')
                .append(value)
                .append('\n'));
        return text.toString();
    }

    public String hex() {
        return HexFormat.of().formatHex(sha256(canonical().getBytes(StandardCharsets.UTF_8)));
    }

    /** What the candidate compares with the sheet: the first 40 bits. */
    String shortCode() {
        var bits = Long.parseLong(hex().substring(0, SYMBOLS * BITS / 4), 16);
        var code = new StringBuilder();
        for (var symbol = SYMBOLS - 1; symbol >= 0; symbol--) {
            code.append(CROCKFORD.charAt((int) (bits >> (symbol * BITS)) & 31));
        }
        return code.insert(SYMBOLS / 2, '-').toString();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
