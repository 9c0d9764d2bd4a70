package org.onex.center.file;

import java.io.IOException;
import java.nio.file.Path;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The file store on a disk of the test's own, where something is done before a file is read. */
public final class WatchedFileStore extends FileStore {

    private final Runnable beforeReading;

    public WatchedFileStore(Path disk, JdbcClient jdbc, Runnable beforeReading) throws IOException {
        super(new StoredFiles(jdbc), new Contents(disk, "center", Vault.open(disk.resolve("keys"), "center", null)));
        this.beforeReading = beforeReading;
    }

    @Override
    public byte[] read(String sha256) {
        beforeReading.run();
        return super.read(sha256);
    }
}
