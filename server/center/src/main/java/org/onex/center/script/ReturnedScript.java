package org.onex.center.script;

import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;

/**
 * A script that counts (计分答卷): returned, proven, and of several revisions the one that is marked.
 *
 * @param script        opaque to everybody who marks
 * @param plan          its code
 * @param qualification its code
 * @param form          of the paper
 * @param answered      how many items have an answer
 * @param hash          of the canonical bytes of the revision that counts
 */
public record ReturnedScript(
        UUID script,
        String plan,
        String qualification,
        Level level,
        Subject subject,
        UUID paper,
        String form,
        int answered,
        String hash) {}
