package org.onex.center.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The texts of an .xlsx, which its cells name by their index. They are kept as bytes, one after the other: as objects, the names, numbers and
 * addresses of 100,000 people would fill the memory.
 */
final class SharedStrings {

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int count;

    void add(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        var from = end(count - 1);
        if (from + encoded.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(from, Math.max(encoded.length, from)));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        System.arraycopy(encoded, 0, bytes, from, encoded.length);
        ends[count++] = from + encoded.length;
    }

    String get(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
        var from = end(index - 1);
        return new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8);
    }

    private int end(int index) {
        return index < 0 ? 0 : ends[index];
    }
}
