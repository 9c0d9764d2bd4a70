package org.onex.center.result;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.registration.RegistrationKey;

/**
 * What two people approve, in one number (成绩汇总表的摘要): SHA-256 over a line for each entry, in the order of person, registration and
 * subject.
 */
final class SheetDigest {

    private final MessageDigest digest;
    private String last = "";

    SheetDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An entry, with everything that follows from it. */
    record Line(RegistrationKey key, String college, Entry entry, Result.@Nullable Outcome outcome) {

        private String place() {
            return text(key.candidate()) + " " + text(key.id()) + " " + entry.subject();
        }

        private static String text(UUID id) {
            return id.toString();
        }

        private String content() {
            var script = entry.script();
            return String.join(
                    " ",
                    place(),
                    college,
                    script == null ? "-" : text(script),
                    entry.status().name(),
                    String.valueOf(entry.score()),
                    String.valueOf(entry.full()),
                    String.valueOf(outcome));
        }
    }

    /**
     * @throws IllegalArgumentException if it does not come after the one before: then the number would depend on who asks
     */
    void add(Line line) {
        var place = line.place();
        if (place.compareTo(last) <= 0) {
            throw new IllegalArgumentException("out of order: " + place);
        }
        last = place;
        digest.update((line.content() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** 64 hexadecimal digits. */
    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
