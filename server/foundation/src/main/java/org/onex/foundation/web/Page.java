package org.onex.foundation.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, by keyset: the next page begins after the last item of this one, so that a list that grows while somebody leafs
 * through it neither repeats nor skips.
 *
 * @param next  what to send as {@code after} for the next page; null on the last one
 * @param total how many items the whole list has
 */
public record Page<T>(List<T> items, @Nullable String next, Total total) {

    /** Counting stops here: nobody reads the exact number of a list that long. */
    public static final int COUNT_CAP = 10_000;

    /**
     * @param count  items in the list, at most {@link #COUNT_CAP}
     * @param capped whether there are more than {@code count}; shown as "10,000+"
     */
    public record Total(int count, boolean capped) {

        /** From a count that was asked for with a limit of one more than the cap. */
        public static Total of(int counted) {
            return new Total(Math.min(counted, COUNT_CAP), counted > COUNT_CAP);
        }
    }

    /**
     * Makes a page out of one row more than was asked for.
     *
     * @param rows at most {@code limit + 1} rows in the list's order
     * @param key  the sort key of a row; unique
     */
    public static <T> Page<T> of(List<T> rows, int limit, int counted, Function<T, String> key) {
        var more = rows.size() > limit;
        var items = more ? rows.subList(0, limit) : rows;
        var next = more ? cursor(key.apply(items.getLast())) : null;
        return new Page<>(List.copyOf(items), next, Total.of(counted));
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
