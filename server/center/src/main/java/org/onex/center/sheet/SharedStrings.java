package org.onex.center.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts of a workbook, which its cells name by their index. They are kept as bytes, one after the other: as objects, the names, numbers and
 * addresses of 100,000 people would fill the memory.
 */
final class SharedStrings {

    private static final int BLOCK = 1 << 16;

    /** What a text takes besides its own bytes: its length, its place, and as much again while the places are copied. */
    private static final int AROUND = 10;

    private final Kept kept;
    private final List<byte[]> blocks = new ArrayList<>();
    private int[] places = new int[1 << 8];
    private int used = BLOCK;
    private int count;

    SharedStrings(Kept kept) {
        this.kept = kept;
    }

    void add(String text) {
        var encoded = RawCell.kept(text).getBytes(StandardCharsets.UTF_8);
        kept.add(AROUND + encoded.length);
        if (used + 2 + encoded.length > BLOCK) {
            blocks.add(new byte[BLOCK]);
            used = 0;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
        }
        places[count++] = (blocks.size() - 1) * BLOCK + used;
        var block = blocks.getLast();
        block[used++] = (byte) (encoded.length >> 8);
        block[used++] = (byte) encoded.length;
        System.arraycopy(encoded, 0, block, used, encoded.length);
        used += encoded.length;
    }

    String get(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
        var block = blocks.get(places[index] / BLOCK);
        var from = places[index] % BLOCK;
        var length = ((block[from] & 0xFF) << 8) | (block[from + 1] & 0xFF);
        return new String(block, from + 2, length, StandardCharsets.UTF_8);
    }
}
