package org.onex.center.dispatch;

import java.util.regex.Pattern;
import org.onex.center.file.FileStore;
import org.onex.center.node.EnrolledNode;
import org.springframework.stereotype.Service;

/** Gives a node the bytes that a bundle of its site names: its letters, sealed papers and sealed photos. */
@Service
class HandOutBlobs {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Letters letters;
    private final FileStore files;

    HandOutBlobs(Letters letters, FileStore files) {
        this.letters = letters;
        this.files = files;
    }

    byte[] content(String sha256, EnrolledNode node) {
        if (!NAME.matcher(sha256).matches() || !letters.isFor(node, sha256)) {
            throw DispatchRefused.of(DispatchRefused.Code.BLOB_UNKNOWN);
        }
        return files.read(sha256);
    }
}
