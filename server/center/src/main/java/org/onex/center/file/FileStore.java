package org.onex.center.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.foundation.vault.Digests;
import org.springframework.stereotype.Service;

/** Where other modules find what people uploaded, and keep what belongs to their own records. */
@Service
public class FileStore {

    private final StoredFiles files;
    private final Contents contents;

    FileStore(StoredFiles files, Contents contents) {
        this.files = files;
        this.contents = contents;
    }

    /** A file of the asker's own organisation. */
    public Optional<StoredFile> find(UUID id, Actor actor) {
        return files.find(id).filter(file -> file.isOwnedBy(actor));
    }

    /** Opens a file for reading from any place; whoever asks closes it. */
    public SeekableByteChannel open(StoredFile file) {
        return contents.open(file.sha256());
    }

    /** Opens content that was kept, for reading from any place; whoever asks closes it. */
    public SeekableByteChannel open(String sha256) {
        return contents.open(sha256);
    }

    /**
     * Keeps content that a record of the caller's refers to.
     *
     * @return its SHA-256, by which it is read again
     */
    public String keep(byte[] content) {
        try {
            return contents.keep(new ByteArrayInputStream(content), content.length)
                    .sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads content that was kept.
     *
     * @throws IllegalStateException if it is another one than was kept: somebody has exchanged files on the disk
     */
    public byte[] read(String sha256) {
        try (var stream = Channels.newInputStream(contents.open(sha256))) {
            var content = stream.readAllBytes();
            if (!Digests.same(Digests.sha256(content), sha256)) {
                throw new IllegalStateException("the file " + sha256 + " holds something else");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
