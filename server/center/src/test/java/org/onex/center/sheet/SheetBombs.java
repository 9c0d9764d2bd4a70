package org.onex.center.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that somebody made to fill the memory of whoever reads them. */
final class SheetBombs {

    private static final int MEGABYTE = 1 << 20;
    private static final String KILOBYTE = "a".repeat(1 << 10);
    private static final String HEADINGS = "姓名,身份证号\n";

    private SheetBombs() {}

    /** By what is too much in them; all of them have to be refused as too large. */
    static Map<String, Supplier<byte[]>> all() {
        var bombs = new LinkedHashMap<String, Supplier<byte[]>>();
        texts(bombs);
        strings(bombs);
        sheets(bombs);
        workbooks(bombs);
        bombs.put("entries of a zip", SheetBombs::entries);
        bombs.put("texts of an .xls", () -> xls(6_000_000, 3 * 6_000_000));
        bombs.put("directory of an .xls", SheetBombs::directory);
        return bombs;
    }

    private static void texts(Map<String, Supplier<byte[]>> bombs) {
        bombs.put("separators and nothing else", () -> text("", ","));
        bombs.put("separators below the headings", () -> text(HEADINGS, ","));
        bombs.put("a line that never ends", () -> text(HEADINGS, "a"));
        bombs.put("a quote never closed", () -> text(HEADINGS + "\"", "340102,李四\n"));
        bombs.put("quoted line ends", () -> text(HEADINGS + "\"", "\n"));
    }

    private static byte[] text(String beginning, String repeated) {
        var file = new ByteArrayOutputStream(20 * MEGABYTE);
        file.writeBytes(beginning.getBytes(UTF_8));
        var many = repeated.repeat(1 << 10).getBytes(UTF_8);
        while (file.size() < 19 * MEGABYTE) {
            file.writeBytes(many);
        }
        return file.toByteArray();
    }

    private static void strings(Map<String, Supplier<byte[]>> bombs) {
        bombs.put("one shared text", () -> shared("<si><t>", KILOBYTE, 100 << 10, "</t></si>"));
        bombs.put("many shared texts", () -> shared("", "<si><t>" + KILOBYTE + "</t></si>", 34 << 10, ""));
        bombs.put("many empty texts", () -> shared("", "<si/>".repeat(100), 34 << 10, ""));
        bombs.put("a comment", () -> shared("<!--", KILOBYTE, 40 << 10, "-->"));
        bombs.put("a CDATA section", () -> shared("<si><t><![CDATA[", KILOBYTE, 40 << 10, "]]></t></si>"));
        bombs.put("a processing instruction", () -> shared("<?a ", KILOBYTE, 40 << 10, "?>"));
        bombs.put("an attribute", () -> shared("<si a=\"", KILOBYTE, 40 << 10, "\"/>"));
    }

    private static byte[] shared(String before, String repeated, int times, String behind) {
        var parts = SheetFiles.parts("<worksheet/>");
        return zip(parts, "xl/sharedStrings.xml", new Blown("<sst>" + before, repeated, times, behind + "</sst>"));
    }

    private static void sheets(Map<String, Supplier<byte[]>> bombs) {
        bombs.put("a text in its cell", () -> sheet(cell("inlineStr", "<is><t>@</t></is>"), KILOBYTE, 40 << 10));
        bombs.put("a value", () -> sheet(cell("str", "<v>@</v>"), KILOBYTE, 40 << 10));
        bombs.put("an error", () -> sheet(cell("e", "<v>@</v>"), KILOBYTE, 40 << 10));
        bombs.put(
                "ever other names",
                () -> sheet("<sheetData>@</sheetData>", "<a#" + KILOBYTE.substring(50) + "/>", 40 << 10));
        bombs.put(
                "merged cells",
                () -> sheet(
                        "<sheetData>" + row("姓名", "身份证号") + row("李四", "1") + "</sheetData><mergeCells>@</mergeCells>",
                        "<mergeCell ref=\"A#:XFD#\"/>",
                        220_000));
    }

    private static String cell(String type, String content) {
        return "<sheetData><row><c t=\"" + type + "\">" + content + "</c></row></sheetData>";
    }

    private static String row(String... texts) {
        return "<row>"
                + Stream.of(texts)
                        .map(text -> "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>")
                        .reduce("", String::concat)
                + "</row>";
    }

    private static byte[] sheet(String content, String repeated, int times) {
        var around = ("<worksheet>" + content + "</worksheet>").split("@");
        return zip(SheetFiles.parts(""), "xl/worksheets/sheet1.xml", new Blown(around[0], repeated, times, around[1]));
    }

    private static void workbooks(Map<String, Supplier<byte[]>> bombs) {
        bombs.put(
                "relations",
                () -> part(
                        "xl/_rels/workbook.xml.rels",
                        "</Relationships>",
                        "<Relationship Id=\"x#\" Type=\"t\" Target=\"" + KILOBYTE + "\"/>"));
        bombs.put(
                "sheets",
                () -> part(
                        "xl/workbook.xml",
                        "</sheets>",
                        "<sheet name=\"#" + KILOBYTE + "\" sheetId=\"1\" r:id=\"r1\"/>"));
        bombs.put("formats", () -> {
            var parts = SheetFiles.parts("<worksheet/>");
            parts.merge("xl/_rels/workbook.xml.rels", "", (xml, same) -> xml.replace("sharedStrings\"", "styles\""));
            return zip(
                    parts,
                    "xl/sharedStrings.xml",
                    new Blown("<styleSheet><cellXfs>", "<xf/>".repeat(100), 11 << 10, "</cellXfs></styleSheet>"));
        });
    }

    private static byte[] part(String name, String end, String repeated) {
        var parts = SheetFiles.parts("<worksheet/>");
        var whole = parts.get(name);
        var at = whole.indexOf(end);
        return zip(parts, name, new Blown(whole.substring(0, at), repeated, 60 << 10, whole.substring(at)));
    }

    private static byte[] entries() {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var i = 0; i < 20_001; i++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(i)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** A workbook that claims so many texts, and has so many bytes of empty ones. */
    static byte[] xls(int claimed, int bytes) {
        var most = 3 * 2740;
        var stream = ByteBuffer.allocate(64 + bytes + 4 * (bytes / most + 1)).order(ByteOrder.LITTLE_ENDIAN);
        stream.putShort((short) 0x809)
                .putShort((short) 16)
                .putShort((short) 0x600)
                .putShort((short) 5)
                .position(20);
        stream.putShort((short) 0xFC).putShort((short) 8).putInt(claimed).putInt(claimed);
        for (var left = bytes; left > 0; left -= most) {
            var length = Math.min(most, left);
            stream.putShort((short) 0x3C).putShort((short) length).position(stream.position() + length);
        }
        stream.putShort((short) 0x0A).putShort((short) 0);
        return ole2(container -> container.createDocument(new ByteArrayInputStream(stream.array()), "Workbook"));
    }

    /** Every entry of a directory takes 128 bytes of the file. */
    private static byte[] directory() {
        return ole2(container -> {
            for (var i = 0; i < 17_000; i++) {
                container.createDirectory(Integer.toString(i));
            }
        });
    }

    private interface Content {
        void addTo(POIFSFileSystem container) throws IOException;
    }

    private static byte[] ole2(Content content) {
        try (var container = new POIFSFileSystem()) {
            content.addTo(container);
            var file = new ByteArrayOutputStream();
            container.writeFilesystem(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the files of a folder in a process of its own; the exit code says how many were not refused. */
    public static void main(String[] arguments) throws IOException {
        var accepted = 0;
        try (var files = Files.newDirectoryStream(Path.of(arguments[0]))) {
            for (var file : files) {
                accepted += isRefused(Files.readAllBytes(file)) ? 0 : 1;
            }
        }
        System.exit(accepted);
    }

    private static boolean isRefused(byte[] file) {
        try {
            SheetFiles.read(file);
            return false;
        } catch (SheetRefused e) {
            return true;
        }
    }

    private record Blown(String before, String repeated, int times, String behind) {}

    /** Never has in memory what it packs; # stands for a number that grows. */
    private static byte[] zip(Map<String, String> parts, String name, Blown content) {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (!part.getKey().equals(name)) {
                    zip.write(part.getValue().getBytes(UTF_8));
                    continue;
                }
                zip.write(content.before.getBytes(UTF_8));
                for (var i = 0; i < content.times; i++) {
                    zip.write(content.repeated
                            .replace("#", Integer.toString(i + 1))
                            .getBytes(UTF_8));
                }
                zip.write(content.behind.getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
