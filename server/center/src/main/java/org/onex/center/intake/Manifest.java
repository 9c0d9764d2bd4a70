package org.onex.center.intake;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.onex.foundation.vault.Digests;

/** What was entered by which row, in a form of which the audit trail keeps the hash: by it that can be shown later. */
final class Manifest {

    private Manifest() {}

    /** The parts of a key stand apart. */
    static String line(int number, String verdict, String subject) {
        return number + " " + verdict + " " + subject.replace('/', ' ');
    }

    static String hash(Collection<String> lines) {
        return Digests.sha256(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
