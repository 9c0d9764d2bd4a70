package org.onex.center.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One act. Its hash covers everything it says and the hash of the entry before it, so that nothing can be changed, removed or put in
 * between without every later entry telling.
 *
 * @param act   what was done, {@code plan.publish-notice}
 * @param facts JSON, as it was hashed
 */
record AuditEntry(
        long number,
        Instant businessTime,
        Instant machineTime,
        String login,
        String organization,
        String act,
        String subject,
        String facts) {

    /** SHA-256 in hexadecimal over the previous hash and every field, each preceded by its length in bytes. */
    String hashAfter(String previous) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(previous));
        for (var field : new String[] {
            String.valueOf(number),
            businessTime.toString(),
            machineTime.toString(),
            login,
            organization,
            act,
            subject,
            facts
        }) {
            var encoded = field.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(4).putInt(encoded.length).array());
            bytes.writeBytes(encoded);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
