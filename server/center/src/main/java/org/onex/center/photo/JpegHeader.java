package org.onex.center.photo;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the segments of a JPEG up to its first scan: size, channels, Adobe's colour transform and the EXIF orientation. What follows is
 * only counted: a scan may be ten bytes long and makes the decoder go over the whole picture once more.
 */
final class JpegHeader {

    /** Programs write 1, and about 10 where the picture gets sharper while it loads. */
    private static final int MOST_SCANS = 32;

    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF_SEGMENT = 0xE1;
    private static final int ADOBE_SEGMENT = 0xEE;
    private static final int EXIF = 0x45786966;
    private static final int EXIF_MARK_LENGTH = 6;
    private static final int ADOBE = 0x41646F62;
    private static final int ADOBE_TRANSFORM = 11;
    private static final int YCCK = 2;

    private final ByteBuffer file;
    private @Nullable ByteBuffer frame;
    private Orientation orientation = Orientation.UPRIGHT;
    private int adobeTransform;
    private int scans;

    private JpegHeader(byte[] content) {
        file = ByteBuffer.wrap(content).position(2);
    }

    static Optional<PictureHeader> read(byte[] content) {
        var header = new JpegHeader(content);
        if (!header.readSegments()) {
            return Optional.empty();
        }
        header.countScans();
        return header.scans > MOST_SCANS ? Optional.empty() : header.asPicture();
    }

    private boolean readSegments() {
        while (file.remaining() >= 4) {
            if (file.get() != (byte) 0xFF) {
                return false;
            }
            int marker = nextMarker();
            if (isAlone(marker)) {
                continue;
            }
            int length = file.remaining() < 2 ? 0 : file.getShort() & 0xFFFF;
            if (length < 2 || length - 2 > file.remaining()) {
                return false;
            }
            take(marker, file.slice(file.position(), length - 2));
            file.position(file.position() + length - 2);
            if (marker == START_OF_SCAN) {
                return true;
            }
        }
        return false;
    }

    /** Passes over data, and over what is malformed, exactly as the decoder does, so that no scan can be hidden from one of the two. */
    private void countScans() {
        scans = 1;
        while (scans <= MOST_SCANS && file.hasRemaining()) {
            int marker = file.get() == (byte) 0xFF ? nextMarker() : 0;
            if (marker == END_OF_IMAGE) {
                return;
            }
            if (marker == 0 || marker == 0xFF || isAlone(marker) || file.remaining() < 2) {
                continue;
            }
            scans += marker == START_OF_SCAN ? 1 : 0;
            int length = Math.max(0, (file.getShort() & 0xFFFF) - 2);
            file.position(file.position() + Math.min(length, file.remaining()));
        }
    }

    /** Any number of 0xFF may fill the space before a marker. */
    private int nextMarker() {
        int marker = 0xFF;
        while (marker == 0xFF && file.hasRemaining()) {
            marker = file.get() & 0xFF;
        }
        return marker;
    }

    private static boolean isAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void take(int marker, ByteBuffer segment) {
        if (isFrame(marker)) {
            frame = segment;
        } else if (marker == EXIF_SEGMENT && begins(segment, EXIF, EXIF_MARK_LENGTH) && orientation.isUpright()) {
            orientation = Orientation.in(segment.position(EXIF_MARK_LENGTH));
        } else if (marker == ADOBE_SEGMENT && begins(segment, ADOBE, ADOBE_TRANSFORM + 1)) {
            adobeTransform = segment.get(ADOBE_TRANSFORM);
        }
    }

    private static boolean begins(ByteBuffer segment, int mark, int length) {
        return segment.remaining() >= length && segment.getInt(0) == mark;
    }

    private Optional<PictureHeader> asPicture() {
        if (frame == null || frame.remaining() < 6) {
            return Optional.empty();
        }
        int height = frame.getShort(1) & 0xFFFF;
        int width = frame.getShort(3) & 0xFFFF;
        if (width == 0 || height == 0) {
            return Optional.empty();
        }
        var name = adobeTransform == YCCK ? "YCCK" : "CMYK";
        return Optional.of(new PictureHeader(width, height, frame.get(5), name, orientation, scans));
    }
}
