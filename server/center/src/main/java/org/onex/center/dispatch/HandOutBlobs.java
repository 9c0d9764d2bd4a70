package org.onex.center.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.regex.Pattern;
import org.onex.center.file.FileStore;
import org.onex.center.node.EnrolledNode;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
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

    Resource content(String sha256, EnrolledNode node) {
        if (!NAME.matcher(sha256).matches() || !letters.isFor(node, sha256)) {
            throw DispatchRefused.of(DispatchRefused.Code.BLOB_UNKNOWN);
        }
        return new Blob(files, sha256);
    }

    /** Read from the disk as it is sent, from any place on; that it is what it is called the node sees itself. */
    private static final class Blob extends AbstractResource {

        private final FileStore files;
        private final String sha256;

        Blob(FileStore files, String sha256) {
            this.files = files;
            this.sha256 = sha256;
        }

        @Override
        public long contentLength() throws IOException {
            try (var content = files.open(sha256)) {
                return content.size();
            }
        }

        @Override
        public InputStream getInputStream() {
            return Channels.newInputStream(files.open(sha256));
        }

        @Override
        public String getDescription() {
            return "blob " + sha256;
        }
    }
}
