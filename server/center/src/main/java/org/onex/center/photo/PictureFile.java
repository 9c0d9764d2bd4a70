package org.onex.center.photo;

/** The bytes of a picture in its file's format; nobody changes them, and it prints nothing of them. */
final class PictureFile {

    private final byte[] bytes;

    private PictureFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The array belongs to the picture from now on: photos are taken in by the thousand, and copies cost memory. */
    static PictureFile holding(byte[] bytes) {
        return new PictureFile(bytes);
    }

    byte[] bytes() {
        return bytes;
    }
}
