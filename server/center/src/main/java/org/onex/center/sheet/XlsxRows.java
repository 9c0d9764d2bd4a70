package org.onex.center.sheet;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an .xlsx, one after the other. */
final class XlsxRows {

    /** How a character that XML cannot hold is written, a line end for instance. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** What Excel allows in a cell, if each character were written as an escaped one. */
    private static final int MOST_KEPT = 32_767 * 7;

    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private final List<NumberStyle> styles;
    private final boolean from1904;
    private int number;

    XlsxRows(XMLStreamReader xml, SharedStrings strings, List<NumberStyle> styles, boolean from1904) {
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
    }

    /** The next row with something in it; null behind the last. */
    @Nullable RawRow next() throws XMLStreamException {
        try {
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
                    var row = row();
                    if (row.width() > 0) {
                        return row;
                    }
                } else if (event == XMLStreamReader.END_ELEMENT
                        && xml.getLocalName().equals("sheetData")) {
                    return null;
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw XlsxBook.refusal(e);
        }
    }

    private RawRow row() throws XMLStreamException {
        var stated = number(attribute("r"));
        if (stated != 0 && stated <= number) {
            throw new XMLStreamException("Row " + stated + " after row " + number);
        }
        number = stated == 0 ? number + 1 : stated;
        var row = new RawRow(
                number, XlsxBook.isTrue(attribute("hidden")) || attribute("ht").equals("0"));
        var column = -1;
        while (!isEndOf("row")) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                var name = attribute("r");
                column = name.isEmpty() ? column + 1 : CellName.column(name);
                row.put(column, cell());
            }
        }
        return row;
    }

    private RawCell cell() throws XMLStreamException {
        var type = attribute("t");
        var style = number(attribute("s"));
        var formula = false;
        String value = null;
        while (!isEndOf("c")) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "v" -> value = xml.getElementText();
                case "is" -> value = richText(xml, "is");
                case "f" -> formula = true;
                default -> {}
            }
        }
        if (formula && (value == null || (value.isEmpty() && !type.equals("str")))) {
            return RawCell.uncomputed();
        }
        return value == null || value.isEmpty() ? RawCell.BLANK : cell(type, value, style);
    }

    private RawCell cell(String type, String value, int style) {
        return switch (type) {
            case "s" -> RawCell.of(strings.get(Integer.parseInt(value.strip())));
            case "inlineStr" -> RawCell.of(value);
            case "str" -> RawCell.of(unescaped(value));
            case "b" -> RawCell.of(XlsxBook.isTrue(value.strip()) ? "TRUE" : "FALSE");
            case "e" -> RawCell.error(value);
            case "d" ->
                RawCell.of(
                        value.endsWith("T00:00:00") ? value.substring(0, value.indexOf('T')) : value.replace('T', ' '));
            default -> numeric(value, style);
        };
    }

    private RawCell numeric(String value, int style) {
        var format = style < styles.size() ? styles.get(style) : NumberStyle.PLAIN;
        try {
            return format.cell(Double.parseDouble(value), from1904);
        } catch (NumberFormatException e) {
            return RawCell.of(value); // The exception would carry it into a log.
        }
    }

    /** All of an element's text but the reading aids that East Asian texts may carry. */
    static String richText(XMLStreamReader xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        var aid = 0;
        while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(element))) {
            if (xml.isStartElement() && xml.getLocalName().equals("rPh")) {
                aid++;
            } else if (xml.isEndElement() && xml.getLocalName().equals("rPh")) {
                aid--;
            } else if (xml.isStartElement() && xml.getLocalName().equals("t") && aid == 0) {
                append(text, xml.getElementText());
            }
        }
        return unescaped(text.toString());
    }

    /** Goes on reading, but no cell holds more than so much. */
    private static void append(StringBuilder text, String more) {
        text.append(more, 0, Math.min(more.length(), MOST_KEPT - text.length()));
    }

    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }

    static int number(String attribute) {
        return attribute.isEmpty() ? 0 : Integer.parseInt(attribute);
    }

    private boolean isEndOf(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    private String attribute(String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
