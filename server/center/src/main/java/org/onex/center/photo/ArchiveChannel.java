package org.onex.center.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * An archive as the .zip reader sees it. Remembers whether the storage failed, which is nobody's fault who sent it, and stops the reading of a
 * table of contents that is too long: the reader would put all of it into memory before anybody could count.
 */
final class ArchiveChannel implements SeekableByteChannel {

    private final SeekableByteChannel storage;
    private long allowance;
    private boolean exhausted;
    private @Nullable IOException failure;

    /** @param allowance so many bytes may be read until {@link #lift} */
    ArchiveChannel(SeekableByteChannel storage, long allowance) {
        this.storage = storage;
        this.allowance = allowance;
    }

    void lift() {
        allowance = Long.MAX_VALUE;
    }

    boolean isExhausted() {
        return exhausted;
    }

    /** Whoever sees a .zip fail asks this first. */
    void rethrowFailure() {
        if (failure != null) {
            throw new UncheckedIOException("the stored archive cannot be read", failure);
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (allowance <= 0) {
            exhausted = true;
            throw new IOException("the table of contents is too long");
        }
        try {
            int read = storage.read(into);
            allowance -= Math.max(0, read);
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public long position() throws IOException {
        return storage.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        storage.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return storage.size();
    }

    @Override
    public boolean isOpen() {
        return storage.isOpen();
    }

    @Override
    public void close() throws IOException {
        storage.close();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
