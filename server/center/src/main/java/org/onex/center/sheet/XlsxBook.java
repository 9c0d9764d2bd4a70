package org.onex.center.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;

/**
 * An .xlsx, as Excel and WPS write it.
 *
 * <p>Read with the JDK's own parser and not with fastexcel-reader, which tells nothing of hidden columns and merged cells, keeps all texts as
 * objects, and makes room for as many columns as a forged cell name asks for.
 */
final class XlsxBook implements Book {

    private static final int STYLE = 32;

    private final Parts parts;
    private final List<Tab> tabs = new ArrayList<>();
    private final List<String> sheetParts = new ArrayList<>();
    private final Kept kept = new Kept();
    private final SharedStrings strings = new SharedStrings(kept);
    private final List<NumberStyle> styles = new ArrayList<>();
    private boolean from1904;

    private XlsxBook(Parts parts) {
        this.parts = parts;
    }

    static Book open(Parts parts) {
        var book = new XlsxBook(parts);
        try {
            book.load();
            return book;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            parts.close();
            throw refusal(e);
        }
    }

    private void load() throws IOException, XMLStreamException {
        var workbook = related("").values().stream()
                .filter(relation -> relation.type.endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(this::notASheet);
        if (!workbook.endsWith(".xml") || parts.hasFolder("word/") || parts.hasFolder("ppt/")) {
            throw notASheet();
        }
        var related = related(workbook);
        loadSheets(workbook, related);
        for (var relation : related.values()) {
            if (relation.type.endsWith("/sharedStrings")) {
                loadStrings(relation.target);
            } else if (relation.type.endsWith("/styles")) {
                loadStyles(relation.target);
            }
        }
    }

    /** What another program put into a zip: a text, slides, an OpenDocument or binary workbook, photos. */
    private SheetRefused notASheet() {
        if (parts.hasFolder("word/")) {
            return Books.notASheet("DOCX");
        }
        if (parts.hasFolder("ppt/")) {
            return Books.notASheet("PPTX");
        }
        if (parts.hasFolder("xl/")) {
            return Books.notASheet("XLSB");
        }
        return Books.notASheet(parts.has("content.xml") ? "ODS" : "ZIP");
    }

    private record Relation(String type, String target) {}

    /** What a part refers to, by id. */
    private Map<String, Relation> related(String part) throws IOException, XMLStreamException {
        var folder = part.substring(0, part.lastIndexOf('/') + 1);
        var relations = new HashMap<String, Relation>();
        var name = folder + "_rels/" + part.substring(folder.length()) + ".rels";
        if (!parts.has(name)) {
            throw notASheet();
        }
        try (var rels = parts.open(name)) {
            while (rels.next("Relationship")) {
                var target = rels.attribute("Target");
                var absolute = target.startsWith("/") ? target.substring(1) : folder + target;
                relations.put(
                        kept.text(rels.attribute("Id")),
                        new Relation(kept.text(rels.attribute("Type")), kept.text(absolute)));
            }
        }
        return relations;
    }

    private void loadSheets(String workbook, Map<String, Relation> related) throws IOException, XMLStreamException {
        try (var part = parts.open(workbook)) {
            while (part.next("workbookPr", "sheet")) {
                if (part.xml().getLocalName().equals("workbookPr")) {
                    from1904 = isTrue(part.attribute("date1904"));
                    continue;
                }
                var relation = related.get(relationId(part));
                if (relation != null && relation.type.endsWith("/worksheet")) {
                    var hidden =
                            part.attribute("state").toLowerCase(Locale.ROOT).contains("hidden");
                    tabs.add(new Tab(tabs.size(), kept.text(NumberStyle.shortened(part.attribute("name"))), hidden));
                    sheetParts.add(relation.target);
                }
            }
        }
    }

    /** Its namespace differs between the two dialects of the format. */
    private static String relationId(Parts.Part part) {
        var xml = part.xml();
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private void loadStrings(String name) throws IOException, XMLStreamException {
        try (var part = parts.open(name)) {
            while (part.next("si")) {
                strings.add(XlsxRows.richText(part.xml(), "si"));
            }
        }
    }

    private void loadStyles(String name) throws IOException, XMLStreamException {
        var codes = new HashMap<Integer, String>();
        try (var part = parts.open(name)) {
            var inCells = false;
            while (part.next("numFmt", "cellXfs", "cellStyles", "xf", "dxfs")) {
                var element = part.xml().getLocalName();
                if (element.equals("numFmt")) {
                    codes.putIfAbsent(
                            XlsxRows.number(part.attribute("numFmtId")),
                            kept.text(NumberStyle.shortened(part.attribute("formatCode"))));
                } else if (!element.equals("xf")) {
                    inCells = element.equals("cellXfs");
                } else if (inCells) {
                    var id = XlsxRows.number(part.attribute("numFmtId"));
                    kept.add(STYLE);
                    styles.add(NumberStyle.of(id, codes.getOrDefault(id, "")));
                }
            }
        }
    }

    @Override
    public List<Tab> tabs() {
        return List.copyOf(tabs);
    }

    /** Merged cells stand behind all rows of the sheet, so that it takes a way of its own to know them in time. */
    @Override
    public Frame frame(Tab tab) {
        var hidden = new HashSet<Integer>();
        var merged = new ArrayList<MergedCells>();
        var room = new Kept();
        try (var part = parts.open(sheetParts.get(tab.index()))) {
            while (part.next("col", "mergeCell")) {
                if (part.xml().getLocalName().equals("mergeCell")) {
                    room.add(MergedCells.ROOM);
                    merged.add(MergedCells.parse(part.attribute("ref")));
                } else if (isTrue(part.attribute("hidden"))
                        || part.attribute("width").equals("0")) {
                    addColumns(hidden, XlsxRows.number(part.attribute("min")), XlsxRows.number(part.attribute("max")));
                }
            }
            return new Frame(Set.copyOf(hidden), merged);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw refusal(e);
        }
    }

    private static void addColumns(Set<Integer> hidden, int first, int last) {
        for (var column = Math.max(1, first); column <= Math.min(last, RawRow.MOST_COLUMNS); column++) {
            hidden.add(column - 1);
        }
    }

    @Override
    public void read(Tab tab, Predicate<RawRow> wantsMore) {
        try (var part = parts.open(sheetParts.get(tab.index()))) {
            var rows = new XlsxRows(part.xml(), strings, styles, from1904);
            for (var row = rows.next(); row != null && wantsMore.test(row); ) {
                row = rows.next();
            }
        } catch (IOException | XMLStreamException e) {
            throw refusal(e);
        }
    }

    static boolean isTrue(String value) {
        return value.equals("1") || value.equals("true");
    }

    /** A limit that was exceeded while the parser asked for more comes out of it wrapped. */
    static SheetRefused refusal(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SheetRefused refused) {
                return refused;
            }
        }
        return SheetRefused.unreadable(e);
    }

    @Override
    public void close() {
        parts.close();
    }
}
