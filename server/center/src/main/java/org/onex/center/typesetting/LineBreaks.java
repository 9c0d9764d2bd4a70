package org.onex.center.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks Chinese text into lines: between any two characters, but not within a number or a word, nor so that a line begins with a closing
 * sign or ends with an opening one (避头尾).
 */
final class LineBreaks {

    private static final String NEVER_FIRST = "，。、；：！？）」』】》〉”’…—–·,.;:!?)]}%";
    private static final String NEVER_LAST = "（「『【《〈“‘([{";

    private final ToDoubleFunction<String> width;

    LineBreaks(ToDoubleFunction<String> width) {
        this.width = width;
    }

    /** The lines of a text, none wider than that unless a single piece is. */
    List<String> lines(String text, double most) {
        var lines = new ArrayList<String>();
        text.lines().forEach(paragraph -> fill(lines, paragraph, most));
        return lines;
    }

    private void fill(List<String> lines, String paragraph, double most) {
        var line = new StringBuilder();
        for (var piece : pieces(paragraph)) {
            if (!line.isEmpty() && width.applyAsDouble(line + piece.stripTrailing()) > most) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? piece.stripLeading() : piece);
        }
        lines.add(line.toString().stripTrailing());
    }

    /** What stays together. */
    private static List<String> pieces(String paragraph) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int before = -1;
        for (int codePoint : paragraph.codePoints().toArray()) {
            if (before >= 0 && mayPart(before, codePoint)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(codePoint);
            before = codePoint;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean mayPart(int before, int after) {
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
            return false;
        }
        return !(isOfWord(before) && isOfWord(after));
    }

    private static boolean isOfWord(int codePoint) {
        return codePoint > ' ' && codePoint < 0x2E80;
    }
}
