package org.onex.center.script;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.contract.bundle.ScriptFile;

/**
 * A script with its answers, made from its journal and proven by its hash; whose it is nobody here knows.
 *
 * @param plan     its code
 * @param node     which exam server's, and which revision of it
 * @param lastSeq  the last entry of the epoch in it
 * @param counts   whether this is the revision that is marked
 * @param answers  value by item
 * @param receipts of all exam servers, all revisions
 */
record ScriptView(
        UUID script,
        String plan,
        UUID session,
        Level level,
        Subject subject,
        UUID paper,
        String form,
        UUID node,
        int revision,
        int epoch,
        long lastSeq,
        String hash,
        OffsetDateTime handedInAt,
        ScriptFile.HandIn kind,
        int answered,
        boolean counts,
        Map<String, String> answers,
        List<ScriptReceipt> receipts) {

    ScriptView {
        answers = Map.copyOf(answers);
        receipts = List.copyOf(receipts);
    }

    /**
     * What a candidate was given, and when the centre has proven it.
     *
     * @param receivedAt null for a revision that came together with a later one
     */
    record ScriptReceipt(
            UUID node,
            int revision,
            ScriptFile.HandIn kind,
            OffsetDateTime handedInAt,
            int answered,
            String hash,
            @Nullable OffsetDateTime receivedAt,
            boolean counts) {}
}
