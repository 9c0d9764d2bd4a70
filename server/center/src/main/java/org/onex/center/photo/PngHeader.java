package org.onex.center.photo;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Reads the chunks of a PNG without unpacking any. The decoder does not look at checksums, so this is also where a damaged PNG is noticed.
 */
final class PngHeader {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int CHUNK_OVERHEAD = 12;
    private static final int HEADER = 0x49484452;
    private static final int HEADER_LENGTH = 13;
    private static final int EXIF = 0x65584966;
    private static final int END = 0x49454E44;
    private static final int COLOURS = 3;

    private PngHeader() {}

    static Optional<PictureHeader> read(byte[] content) {
        var file = ByteBuffer.wrap(content).position(SIGNATURE_LENGTH);
        var header = nextChunk(file);
        if (header.isEmpty() || header.get().type != HEADER || header.get().data.remaining() != HEADER_LENGTH) {
            return Optional.empty();
        }
        int width = header.get().data.getInt(0);
        int height = header.get().data.getInt(4);
        if (width < 1 || height < 1) {
            return Optional.empty();
        }
        var orientation = Orientation.UPRIGHT;
        for (var chunk = nextChunk(file); chunk.isPresent(); chunk = nextChunk(file)) {
            if (chunk.get().type == EXIF) {
                orientation = Orientation.in(chunk.get().data);
            }
            if (chunk.get().type == END) {
                return Optional.of(new PictureHeader(width, height, COLOURS, "RGB", orientation, 1));
            }
        }
        return Optional.empty();
    }

    /** Nothing at the end of the file and where length or checksum are wrong. */
    private static Optional<Chunk> nextChunk(ByteBuffer file) {
        if (file.remaining() < CHUNK_OVERHEAD) {
            return Optional.empty();
        }
        int length = file.getInt();
        if (length < 0 || length > file.remaining() - 8) {
            return Optional.empty();
        }
        var checksum = new CRC32();
        checksum.update(file.slice(file.position(), length + 4));
        var chunk = new Chunk(file.getInt(), file.slice(file.position(), length));
        file.position(file.position() + length);
        return file.getInt() == (int) checksum.getValue() ? Optional.of(chunk) : Optional.empty();
    }

    private record Chunk(int type, ByteBuffer data) {}
}
