package org.onex.contract.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The bytes by which a script (答卷) is proven to be what its candidate handed in, and their hash. Node, centre and anybody else make the
 * same bytes from the same answers; the rule and its test vectors are {@code docs/answer-protocol.md}, "The hash of a script".
 *
 * @param attempt whose
 * @param epoch   the epoch of the device that owned the attempt
 * @param lastSeq the last entry of that epoch that counts; 0 if there is none
 * @param answers value by item; empty values are answers that were cleared
 */
public record CanonicalScript(UUID attempt, int epoch, long lastSeq, Map<String, String> answers) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CODE_BYTES = 5;

    public CanonicalScript {
        answers = Map.copyOf(answers);
    }

    /** How many items have an answer. */
    public int answered() {
        return (int) answers.values().stream().filter(value -> !value.isEmpty()).count();
    }

    /** The canonical bytes. */
    public byte[] bytes() {
        // Items are ASCII, so the order of characters is that of bytes.
        var answered = new TreeMap<>(answers);
        answered.values().removeIf(String::isEmpty);
        var bytes = new ByteArrayOutputStream();
        line(bytes, "onex-script-v1");
        line(bytes, "attempt " + attempt);
        line(bytes, "last " + epoch + " " + lastSeq);
        line(bytes, "answers " + answered.size());
        answered.forEach(
                (item, value) -> line(bytes, item + " " + value.getBytes(StandardCharsets.UTF_8).length + " " + value));
        return bytes.toByteArray();
    }

    private static void line(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of the canonical bytes, 64 lower-case hexadecimal digits. */
    public String hash() {
        return HexFormat.of().formatHex(digest());
    }

    /** The first 40 bits of the hash as people read them to each other: {@code 7QK3-M9XD}. */
    public String shortCode() {
        return shortCode(digest());
    }

    /** The short code that belongs to a hash. */
    public static String shortCodeOf(String hash) {
        return shortCode(HexFormat.of().parseHex(hash));
    }

    private static String shortCode(byte[] digest) {
        long bits = 0;
        for (byte part : Arrays.copyOf(digest, CODE_BYTES)) {
            bits = bits << 8 | (part & 0xFF);
        }
        var code = new StringBuilder();
        for (int shift = CODE_BYTES * 8 - 5; shift >= 0; shift -= 5) {
            code.append(ALPHABET.charAt((int) (bits >>> shift & 31)));
        }
        return code.insert(4, '-').toString();
    }

    private byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
