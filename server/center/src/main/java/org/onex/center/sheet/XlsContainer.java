package org.onex.center.sheet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The container that an .xls stands in, looked at before it is opened: what it says of itself decides how much memory that takes. */
final class XlsContainer {

    /** Some 16,000 entries; a workbook has a dozen, and a few more for each thing embedded in it. */
    private static final int LONGEST_DIRECTORY = 2 << 20;

    private static final int SLACK = 8 << 20;

    private static final int SECTOR_SHIFT = 30;
    private static final int TABLES = 44;
    private static final int DIRECTORY = 48;
    private static final int MORE_PLACES = 68;
    private static final int PLACES = 76;
    private static final int PLACES_IN_HEADER = 109;

    private final ByteBuffer file;
    private final int sector;
    private final int perSector;

    private XlsContainer(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.sector = this.file.getShort(SECTOR_SHIFT) == 12 ? 4096 : 512;
        this.perSector = sector / Integer.BYTES;
    }

    static void requireModest(byte[] file) {
        try {
            var container = new XlsContainer(file);
            container.requireTables();
            container.requireDirectory();
        } catch (IndexOutOfBoundsException e) {
            throw SheetRefused.unreadable(e);
        }
    }

    /** The tables of sectors tell how long the file is, and so much is allocated. */
    private void requireTables() {
        var stated = (long) file.getInt(TABLES) * perSector * sector;
        if (stated < 0 || stated > 2L * file.capacity() + SLACK) {
            throw SheetRefused.of(SheetRefused.Code.UNREADABLE);
        }
    }

    private void requireDirectory() {
        var length = 0;
        for (var next = file.getInt(DIRECTORY); next >= 0; next = next(next)) {
            length += sector;
            if (length > LONGEST_DIRECTORY) {
                throw SheetRefused.of(SheetRefused.Code.TOO_LARGE);
            }
        }
    }

    private int next(int number) {
        return inSector(table(number / perSector), number % perSector);
    }

    private int table(int index) {
        if (index < PLACES_IN_HEADER) {
            return file.getInt(PLACES + index * Integer.BYTES);
        }
        var rest = index - PLACES_IN_HEADER;
        var places = file.getInt(MORE_PLACES);
        for (; rest >= perSector - 1; rest -= perSector - 1) {
            places = inSector(places, perSector - 1);
        }
        return inSector(places, rest);
    }

    /** Behind the header, which takes a sector of its own. */
    private int inSector(int number, int index) {
        var at = (number + 1L) * sector + (long) index * Integer.BYTES;
        if (at < 0 || at > Integer.MAX_VALUE) {
            throw new IndexOutOfBoundsException();
        }
        return file.getInt((int) at);
    }
}
