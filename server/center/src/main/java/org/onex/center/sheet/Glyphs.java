package org.onex.center.sheet;

import java.util.regex.Pattern;

/** Characters as a spreadsheet shows and writes them. */
final class Glyphs {

    /** Text that would be read back as an escaped character. */
    private static final Pattern LIKE_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final int FIRST_WIDE = 0x1100;

    private Glyphs() {}

    /** In Latin characters; a Chinese one takes the room of two. */
    static int widthOf(String text) {
        return text.codePoints().map(c -> c < FIRST_WIDE ? 1 : 2).sum();
    }

    static String escaped(String text) {
        return text.contains("_x") ? LIKE_ESCAPED.matcher(text).replaceAll("_x005F_") : text;
    }
}
