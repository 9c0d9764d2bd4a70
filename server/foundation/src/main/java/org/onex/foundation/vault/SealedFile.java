package org.onex.foundation.vault;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A file of any size sealed on disk (密封文件) that is written once and read from any place. It has a key of its own, which the vault seals
 * at its head, and pieces of 64 KiB, each sealed for its place; the last one is marked, so that a file that was cut off does not open.
 */
public final class SealedFile implements SeekableByteChannel {

    private static final int PIECE = 64 * 1024;
    private static final int OVERHEAD = 12 + 16;
    private static final int HEAD = 2 + OVERHEAD + 32;
    private static final String KEY_PURPOSE = "key of a sealed file";

    private final FileChannel file;
    private final DataKey key;
    private final long size;
    private long position;
    private byte[] piece = {};
    private long pieceNumber = -1;

    private SealedFile(FileChannel file, DataKey key, long size) {
        this.file = file;
        this.key = key;
        this.size = size;
    }

    /**
     * Writes a new file and returns when it is on the disk.
     *
     * @return how many bytes the plain text has
     */
    public static long write(InputStream plain, Path target, Vault vault) throws IOException {
        var key = DataKey.random();
        try (var out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeFully(out, vault.seal(key.bytes(), KEY_PURPOSE));
            long size = 0;
            long number = 0;
            var piece = plain.readNBytes(PIECE);
            while (true) {
                // Only who has looked further knows whether this was the last one.
                var next = piece.length < PIECE ? new byte[0] : plain.readNBytes(PIECE);
                var isLast = next.length == 0;
                writeFully(out, key.seal(piece, place(number, isLast)));
                size += piece.length;
                number++;
                if (isLast) {
                    out.force(true);
                    return size;
                }
                piece = next;
            }
        }
    }

    /**
     * @throws IllegalArgumentException if the file was sealed by another vault
     * @throws IOException if it cannot be read or is no sealed file
     */
    public static SealedFile open(Path source, Vault vault) throws IOException {
        var file = FileChannel.open(source, StandardOpenOption.READ);
        try {
            var body = file.size() - HEAD;
            if (body < OVERHEAD) {
                throw new EOFException("a sealed file was cut off");
            }
            var pieces = Math.ceilDiv(body, PIECE + OVERHEAD);
            var key = DataKey.of(vault.open(readFully(file, 0, HEAD), KEY_PURPOSE));
            var opened = new SealedFile(file, key, body - pieces * OVERHEAD);
            opened.load(pieces - 1);
            return opened;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= size) {
            return -1;
        }
        load(position / PIECE);
        var offset = (int) (position % PIECE);
        var some = Math.min(into.remaining(), piece.length - offset);
        into.put(piece, offset, some);
        position += some;
        return some;
    }

    private void load(long number) throws IOException {
        if (number == pieceNumber) {
            return;
        }
        var from = HEAD + number * (PIECE + OVERHEAD);
        var length = (int) Math.min(PIECE + OVERHEAD, file.size() - from);
        var isLast = from + length == file.size();
        try {
            piece = key.open(readFully(file, from, length), place(number, isLast));
        } catch (IllegalArgumentException e) {
            throw new IOException("piece " + number + " of a sealed file was changed or the file was cut off", e);
        }
        pieceNumber = number;
    }

    private static String place(long number, boolean isLast) {
        return "piece " + number + (isLast ? ", the last" : "");
    }

    private static void writeFully(FileChannel out, byte[] bytes) throws IOException {
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            out.write(rest);
        }
    }

    private static byte[] readFully(FileChannel file, long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("a sealed file was cut off");
            }
        }
        return bytes.array();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long wanted) {
        if (wanted < 0) {
            throw new IllegalArgumentException("a position is not negative");
        }
        position = wanted;
        return this;
    }

    /** How many bytes the plain text has. */
    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(piece, (byte) 0);
        file.close();
    }
}
