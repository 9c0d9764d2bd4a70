package org.onex.center.sheet;

/** How much of a file stays in memory while it is read (留存上限); a file that wants more is refused, however small it was sent. */
final class Kept {

    /** Three times what is told apart in 100,000 rows of names, numbers and addresses. */
    static final int MOST = 32 << 20;

    private static final int OBJECT = 64;

    private long bytes;

    void add(long more) {
        bytes += more;
        if (bytes > MOST) {
            throw SheetRefused.of(SheetRefused.Code.TOO_LARGE);
        }
    }

    /** A text that is going to be kept. */
    String text(String text) {
        add(OBJECT + 2L * text.length());
        return text;
    }
}
