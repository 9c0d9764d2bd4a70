package org.onex.center.seating;

import java.util.UUID;

/**
 * A site's machine room opened for one slot of a plan (考场); not the physical room, which the site keeps.
 *
 * @param slot    the number of the slot
 * @param number  考场号, from 1 in the order of the site's rooms; a room has the same number in all slots of a plan
 * @param room    the physical room
 * @param name    what the room was called when it was opened, "实训楼 301 机房"
 * @param seats   as many as people will sit there
 * @param columns seats in a row; seats are numbered from the front, row by row
 */
public record RoomOpening(UUID id, int slot, int number, UUID room, String name, int seats, int columns) {

    /** Which row a seat stands in, from 1, the front. */
    public int rowOf(int seat) {
        return rowOf(seat, columns);
    }

    /** Which place a seat has in its row, from 1, the left as the candidates look. */
    public int columnOf(int seat) {
        return columnOf(seat, columns);
    }

    static int rowOf(int seat, int columns) {
        return (seat - 1) / columns + 1;
    }

    static int columnOf(int seat, int columns) {
        return (seat - 1) % columns + 1;
    }
}
