package org.onex.rehearsal.people;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The same row as hands write it, which must mean the same: blanks, full-width digits, a lower-case x, another dot, shorter words. */
final class Handwriting {

    private Handwriting() {}

    static Map<Column, String> of(RosterRow row) {
        var texts = new EnumMap<Column, String>(row.texts());
        texts.replaceAll((column, text) -> text.isEmpty() ? text : written(column, text, row));
        if (row.mistake() != null) {
            texts.put(row.mistake().column(), row.mistake().written(row.person()));
        }
        return texts;
    }

    private static String written(Column column, String text, RosterRow row) {
        return switch (column) {
            case NAME -> apart(text);
            case ID_NUMBER ->
                row.person().isMale()
                        ? fullWidth(text)
                        : " " + text.substring(0, 6) + " " + text.substring(6).toLowerCase(Locale.ROOT);
            case KIND -> text.substring(0, 2);
            case SEX -> text + "性";
            case NATION -> text.replace("族", "");
            case PHONE -> text.substring(0, 3) + " " + text.substring(3, 7) + "-" + text.substring(7);
            case EDUCATION -> "大专";
            case ENTRY_YEAR -> text + "年";
            case CONSENT -> "有";
            default -> text + "　";
        };
    }

    /** 张　三, and the dot that other keyboards have. */
    private static String apart(String name) {
        var first = name.offsetByCodePoints(0, 1);
        return name.contains("·") ? name.replace("·", " • ") : name.substring(0, first) + "　" + name.substring(first);
    }

    private static String fullWidth(String text) {
        return text.codePoints()
                .map(c -> c + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
