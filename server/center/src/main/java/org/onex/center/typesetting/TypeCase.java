package org.onex.center.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.onex.center.typesetting.Style.Weight;

/**
 * The fonts a print is set in (字库). Noto Sans SC has what people write every day; the rare characters of names (生僻字, 𠮷) come from
 * Hanazono, of which only the pieces are opened that somebody's name needs. Not for two threads at once.
 */
public final class TypeCase {

    /** Stands visibly where no font has the character (〓, the printers' own sign for it). */
    static final int PLACEHOLDER = '〓';

    private static final String FOLDER = "/fonts/";

    private final Map<Weight, TrueTypeFont> everyday = new EnumMap<>(Weight.class);
    private final TreeMap<Integer, String> pieces = new TreeMap<>();
    private final Map<String, TrueTypeFont> opened = new HashMap<>();

    /** A part of a text that is set in one font. */
    record Run(TrueTypeFont font, boolean rare, String text) {}

    private record Found(TrueTypeFont font, boolean rare, int codePoint, int glyph) {}

    private TypeCase() {
        everyday.put(Weight.REGULAR, open("regular.ttf"));
        everyday.put(Weight.BOLD, open("bold.ttf"));
        new String(bytes("rare/ranges.txt"), StandardCharsets.US_ASCII)
                .lines()
                .forEach(range -> pieces.put(Integer.parseInt(range, 0, range.indexOf('-'), 16), range));
    }

    /** Reads the fonts, which takes about half a second and thirty megabytes. */
    public static TypeCase open() {
        return new TypeCase();
    }

    private static byte[] bytes(String name) {
        try (var stream =
                Objects.requireNonNull(TypeCase.class.getResourceAsStream(FOLDER + name), "no font " + name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont open(String name) {
        try {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes(name)));
            // Chinese needs no ligatures, and looking for them costs more than all the rest.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The characters of a text that no font has, each once. */
    public List<String> missing(String text) {
        return text.codePoints()
                .filter(TypeCase::isVisible)
                .filter(codePoint -> find(codePoint, Weight.REGULAR).isEmpty())
                .distinct()
                .mapToObj(Character::toString)
                .toList();
    }

    /** How wide a text is, in ems. */
    double width(String text, Weight weight) {
        return text.codePoints()
                .filter(TypeCase::isVisible)
                .mapToDouble(codePoint -> width(found(codePoint, weight)))
                .sum();
    }

    /** A text as it is set: part by part, with the placeholder for what no font has. */
    List<Run> runs(String text, Weight weight) {
        var runs = new ArrayList<Run>();
        text.codePoints()
                .filter(TypeCase::isVisible)
                .mapToObj(codePoint -> found(codePoint, weight))
                .forEach(found -> append(runs, found));
        return runs;
    }

    private static void append(List<Run> runs, Found found) {
        var character = Character.toString(found.codePoint);
        if (!runs.isEmpty() && runs.getLast().font().equals(found.font)) {
            runs.set(
                    runs.size() - 1,
                    new Run(found.font, found.rare, runs.getLast().text() + character));
        } else {
            runs.add(new Run(found.font, found.rare, character));
        }
    }

    private static double width(Found found) {
        try {
            return (double) found.font.getAdvanceWidth(found.glyph) / found.font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Controls, marks of direction and variation selectors have no shape of their own. */
    private static boolean isVisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && !(codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                && !(codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    private Found found(int codePoint, Weight weight) {
        return find(codePoint, weight)
                .or(() -> find(PLACEHOLDER, weight))
                .orElseThrow(() -> new IllegalStateException("the fonts have no placeholder"));
    }

    private Optional<Found> find(int codePoint, Weight weight) {
        return find(Objects.requireNonNull(everyday.get(weight)), false, codePoint)
                .or(() -> piece(codePoint).flatMap(font -> find(font, true, codePoint)));
    }

    private static Optional<Found> find(TrueTypeFont font, boolean rare, int codePoint) {
        try {
            int glyph = font.getUnicodeCmapLookup().getGlyphId(codePoint);
            return glyph == 0 ? Optional.empty() : Optional.of(new Found(font, rare, codePoint, glyph));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<TrueTypeFont> piece(int codePoint) {
        return Optional.ofNullable(pieces.floorEntry(codePoint))
                .map(Map.Entry::getValue)
                .filter(range -> codePoint <= Integer.parseInt(range.substring(range.indexOf('-') + 1), 16))
                .map(range -> opened.computeIfAbsent(range, name -> open("rare/" + name + ".ttf")));
    }
}
