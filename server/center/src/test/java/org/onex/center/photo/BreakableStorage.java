package org.onex.center.photo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A storage that can break down. */
final class BreakableStorage implements SeekableByteChannel {

    private final SeekableByteChannel content;
    boolean onFire;

    BreakableStorage(byte[] content) {
        this.content = new SeekableInMemoryByteChannel(content);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (onFire) {
            throw new IOException("the disk is on fire");
        }
        return content.read(into);
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() throws IOException {
        return content.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        content.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return content.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return content.isOpen();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
