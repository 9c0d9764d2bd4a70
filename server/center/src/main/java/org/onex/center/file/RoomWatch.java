package org.onex.center.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Looks again and again, while a file arrives, whether the disk still has room: its sender need not have said how long it is. */
final class RoomWatch extends FilterInputStream {

    private static final long STEP = 16L * 1024 * 1024;

    /** Whether there is room. */
    interface Room {

        boolean isLeft() throws IOException;
    }

    private final Room room;
    private long sinceLastLook;

    RoomWatch(InputStream content, Room room) {
        super(content);
        this.room = room;
    }

    @Override
    public int read() throws IOException {
        look(1);
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var some = super.read(into, offset, length);
        look(Math.max(some, 0));
        return some;
    }

    private void look(int more) throws IOException {
        sinceLastLook += more;
        if (sinceLastLook >= STEP) {
            sinceLastLook = 0;
            if (!room.isLeft()) {
                throw FileRefused.noRoom();
            }
        }
    }
}
