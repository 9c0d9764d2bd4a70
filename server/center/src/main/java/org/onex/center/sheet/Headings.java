package org.onex.center.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A row of a file held against the headings of a format.
 *
 * @param row     the row's number, from 1
 * @param places  per column of the format, the columns of the file that bear its heading
 * @param texts   what stands in the row, by column of the file
 */
record Headings(SheetFormat format, int row, List<List<Integer>> places, SequencedMap<Integer, String> texts) {

    private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}]+");
    private static final Pattern MARKS = Pattern.compile("^\\*+|(?:\\*+|[(\\[【](?:必填|选填|必填项|选填项)[)\\]】])+$");

    /** Of a heading that nobody knows. */
    private static final int LONGEST_SHOWN = 100;

    static Headings in(RawRow row, SheetFormat format) {
        var known = knownBy(format);
        var places = new ArrayList<List<Integer>>(
                Collections.nCopies(format.columns().size(), List.of()));
        var texts = new TreeMap<Integer, String>();
        for (var column = 0; column < row.width(); column++) {
            var text = row.cell(column).text();
            var index = known.get(normal(text));
            if (index != null) {
                places.set(index, added(places.get(index), column));
            }
            if (!text.isEmpty()) {
                texts.put(column, text.substring(0, Math.min(text.length(), LONGEST_SHOWN)));
            }
        }
        return new Headings(format, row.number(), places, texts);
    }

    /** What is the same in all ways of writing a heading: no blanks, half width, no mark for required ones. */
    static String normal(String heading) {
        var plain = BLANK.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return MARKS.matcher(plain).replaceAll("");
    }

    int matches() {
        return (int) places.stream().filter(found -> !found.isEmpty()).count();
    }

    boolean fits() {
        return missing().isEmpty();
    }

    /** Required headings that are not there. */
    List<String> missing() {
        return absent().stream()
                .filter(SheetColumn::required)
                .map(SheetColumn::heading)
                .toList();
    }

    /** All headings of this row; none if it shares none with the format, because then it may be people and not headings. */
    List<String> found() {
        return matches() == 0 ? List.of() : List.copyOf(texts.values());
    }

    /** Headings that the format does not know. */
    List<String> ignored() {
        return texts.entrySet().stream()
                .filter(text -> places.stream().noneMatch(found -> found.contains(text.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    List<SheetColumn> absent() {
        var absent = new ArrayList<SheetColumn>();
        for (var i = 0; i < places.size(); i++) {
            if (places.get(i).isEmpty()) {
                absent.add(format.columns().get(i));
            }
        }
        return absent;
    }

    /** Where a column of the format is in the file; -1 if nowhere. */
    int place(int index) {
        return places.get(index).isEmpty() ? -1 : places.get(index).getFirst();
    }

    private static Map<String, Integer> knownBy(SheetFormat format) {
        var known = new HashMap<String, Integer>();
        for (var i = 0; i < format.columns().size(); i++) {
            var index = i;
            SheetFormat.headings(format.columns().get(i)).forEach(heading -> known.put(normal(heading), index));
        }
        return known;
    }

    private static List<Integer> added(List<Integer> columns, int column) {
        var more = new ArrayList<>(columns);
        more.add(column);
        return List.copyOf(more);
    }
}
