package org.onex.center.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.onex.center.sheet.SheetFiles.FORMAT;
import static org.onex.center.sheet.SheetFiles.HEADINGS;
import static org.onex.center.sheet.SheetFiles.SOMEBODY;
import static org.onex.center.sheet.SheetFiles.csv;
import static org.onex.center.sheet.SheetFiles.read;
import static org.onex.center.sheet.SheetFiles.row;
import static org.onex.center.sheet.SheetFiles.xls;
import static org.onex.center.sheet.SheetFiles.xlsx;
import static org.onex.center.sheet.SheetFiles.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are refused as a whole, and that every refusal says why. */
class SheetRefusedTests {

    private static final byte[] GOOD_XLSX = xlsx(sheet -> {
        row(sheet, 1, HEADINGS);
        for (var number = 2; number < 60; number++) {
            row(sheet, number, SOMEBODY);
        }
    });
    private static final byte[] GOOD_XLS = xls(sheet -> {
        row(sheet, 1, HEADINGS);
        for (var number = 2; number < 60; number++) {
            row(sheet, number, SOMEBODY);
        }
    });

    private static void assertRefused(byte[] file, SheetRefused.Code code, Map<String, Object> facts) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(SheetRefused.class, no -> {
            assertThat(no.code()).isEqualTo(code.code());
            assertThat(no.facts()).isEqualTo(facts);
        });
    }

    @Test
    void nothingAtAllIsEmpty() {
        assertRefused(new byte[0], SheetRefused.Code.EMPTY, Map.of());
        assertRefused(xlsx(sheet -> {}), SheetRefused.Code.EMPTY, Map.of());
        assertRefused(xls(sheet -> {}), SheetRefused.Code.EMPTY, Map.of());
        assertRefused(csv(UTF_8, "", "  ,  ,"), SheetRefused.Code.EMPTY, Map.of());
    }

    @Test
    void headingsWithoutRowsAreNotEmptyButHaveNoRows() {
        assertRefused(
                xlsx(sheet -> row(sheet, 3, HEADINGS)), SheetRefused.Code.NO_ROWS, Map.of("sheet", "考生", "row", 3));
    }

    @Test
    void moreRowsThanTakenAreRefusedWithTheNumber() {
        var file = csv(UTF_8, String.join(",", HEADINGS), String.join(",", SOMEBODY), "", String.join(",", SOMEBODY));

        assertThat(read(SheetReader.of(FORMAT).atMost(2), file).rows()).hasSize(2);
        assertThatThrownBy(() -> read(SheetReader.of(FORMAT).atMost(1), file))
                .isInstanceOfSatisfying(SheetRefused.class, no -> {
                    assertThat(no.code()).isEqualTo("sheet.too-many-rows");
                    assertThat(no.facts()).isEqualTo(Map.of("limit", 1));
                });
        assertThatThrownBy(() -> read(SheetReader.of(FORMAT).atMost(1), GOOD_XLS))
                .hasMessageContaining("sheet.too-many-rows");
    }

    @Test
    void aFileOverTheLimitIsRefusedBeforeItIsHeldInMemory() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };
        var reader = SheetReader.of(FORMAT).within(new Limits(3 << 20, 1 << 20, 10));

        assertThatThrownBy(() -> reader.read(endless, row -> {})).isInstanceOfSatisfying(SheetRefused.class, no -> {
            assertThat(no.code()).isEqualTo("sheet.too-large");
            assertThat(no.facts()).isEqualTo(Map.of("limit", 3));
        });
    }

    @Test
    void anXlsxOutOfWhichMoreComesThanAllowedIsRefused() {
        var parts = SheetFiles.parts("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                + "炸".repeat(1 << 20) + "</t></is></c></row></sheetData></worksheet>");
        var bomb = zip(parts);
        var reader = SheetReader.of(FORMAT).within(new Limits(1 << 20, 1 << 20, 10));

        assertThat(bomb.length).isLessThan(20_000);
        assertThatThrownBy(() -> read(reader, bomb)).isInstanceOfSatisfying(SheetRefused.class, no -> {
            assertThat(no.code()).isEqualTo("sheet.too-large");
            assertThat(no.facts()).isEmpty();
        });
    }

    @Test
    void manySheetsTogetherAreABombToo() {
        var parts = SheetFiles.parts("<worksheet/>");
        var sheets = new StringBuilder();
        for (var i = 0; i < 100; i++) {
            sheets.append("<sheet name=\"s").append(i).append("\" sheetId=\"1\" r:id=\"r1\"/>");
        }
        parts.merge("xl/workbook.xml", "", (xml, same) -> xml.replace("</sheets>", sheets + "</sheets>"));
        parts.put("xl/worksheets/sheet1.xml", "<worksheet>" + "<x/>".repeat(10_000) + "</worksheet>");
        var reader = SheetReader.of(FORMAT).within(new Limits(1 << 20, 1 << 20, 10));

        assertThatThrownBy(() -> read(reader, zip(parts))).hasMessageContaining("sheet.too-large");
    }

    @ParameterizedTest
    @CsvSource({"<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", "<!DOCTYPE sst [<!ENTITY x \"many\">]>"
    })
    void entitiesAreNeverResolved(String declaration) {
        var parts = SheetFiles.parts("""
                <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>""");
        parts.put("xl/sharedStrings.xml", declaration + "<sst><si><t>&x;</t></si></sst>");

        assertRefused(zip(parts), SheetRefused.Code.UNREADABLE, Map.of());
    }

    @Test
    void aPasswordIsNamedAsTheReason() throws IOException {
        assertRefused(ole2("EncryptedPackage"), SheetRefused.Code.ENCRYPTED, Map.of());
        assertRefused(xlsWithPassword(), SheetRefused.Code.ENCRYPTED, Map.of());
    }

    private static byte[] ole2(String entry) throws IOException {
        try (var container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
            var file = new ByteArrayOutputStream();
            container.writeFilesystem(file);
            return file.toByteArray();
        }
    }

    private static byte[] xlsWithPassword() {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            return xls(sheet -> row(sheet, 1, HEADINGS));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void aTableOfAWebPageIsNoSpreadsheetWhateverItIsCalled() {
        assertRefused(
                "\uFEFF \r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>姓名".getBytes(UTF_8),
                SheetRefused.Code.DISGUISED,
                Map.of("kind", "HTML"));
        assertRefused("<TABLE border=1>".getBytes(ISO_8859_1), SheetRefused.Code.DISGUISED, Map.of("kind", "HTML"));
        assertRefused(
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>".getBytes(UTF_8),
                SheetRefused.Code.DISGUISED,
                Map.of("kind", "XML"));
        assertRefused("MIME-Version: 1.0\r\n".getBytes(UTF_8), SheetRefused.Code.DISGUISED, Map.of("kind", "MHTML"));
    }

    @Test
    void otherFilesAreCalledByWhatTheyAre() throws IOException {
        var others = List.of(
                Map.entry("PDF", "%PDF-1.7 ...".getBytes(ISO_8859_1)),
                Map.entry("JPG", "\u00FF\u00D8\u00FF\u00E0 jpeg".getBytes(ISO_8859_1)),
                Map.entry("RAR", "Rar!\u001A\u0007".getBytes(ISO_8859_1)),
                Map.entry("DOC", ole2("WordDocument")),
                Map.entry("PPT", ole2("PowerPoint Document")),
                Map.entry("Excel 95", ole2("Book")),
                Map.entry("OLE2", ole2("Something")),
                Map.entry("ZIP", zip(Map.of("340102200001010013.jpg", "photo"))),
                Map.entry("ODS", zip(Map.of("content.xml", "<office/>"))));
        var unknown = new byte[] {1, 0, 0, 2, 0, 0, 3, 0, 0, 4, 0, 0};
        assertRefused(unknown, SheetRefused.Code.NOT_A_SHEET, Map.of());

        others.forEach(other ->
                assertRefused(other.getValue(), SheetRefused.Code.NOT_A_SHEET, Map.of("kind", other.getKey())));
    }

    @Test
    void aWordDocumentIsNoSpreadsheetThoughItIsBuiltLikeOne() {
        var parts = SheetFiles.parts("<worksheet/>");
        parts.put("word/document.xml", "<document/>");

        assertRefused(zip(parts), SheetRefused.Code.NOT_A_SHEET, Map.of("kind", "DOCX"));
    }

    @Test
    void aTextWithAnUnclosedQuoteIsNotReadToItsEndAsOneCell() {
        assertRefused(
                csv(UTF_8, "姓名,身份证号", "\"李四,340102200001010013", "赵六,340102200001010021"),
                SheetRefused.Code.UNREADABLE,
                Map.of());
    }

    @Test
    void rowsOutOfOrderAreDamage() {
        var file = SheetFiles.xlsxOf("<row r=\"5\"><c r=\"A5\"><v>1</v></c></row><row r=\"3\"/>", "");

        assertRefused(file, SheetRefused.Code.UNREADABLE, Map.of());
    }

    @Test
    void aFileCutOffAnywhereIsRefused() {
        for (var length = 8; length < GOOD_XLSX.length; length += 37) {
            assertRefused(Arrays.copyOf(GOOD_XLSX, length), SheetRefused.Code.UNREADABLE, Map.of());
        }
        for (var length = 8; length < GOOD_XLS.length / 2; length += 997) {
            var cut = Arrays.copyOf(GOOD_XLS, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(SheetRefused.class);
        }
    }

    @Test
    void damageNeverComesOutAsAnythingButARefusal() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 400; round++) {
            var damaged = (round % 2 == 0 ? GOOD_XLSX : GOOD_XLS).clone();
            for (var flips = random.nextInt(1, 20); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            var thrown = catchThrowable(() -> read(damaged));
            assertThat(thrown == null || thrown instanceof SheetRefused)
                    .as("seed %s, round %s: %s", seed, round, thrown)
                    .isTrue();
        }
    }
}
