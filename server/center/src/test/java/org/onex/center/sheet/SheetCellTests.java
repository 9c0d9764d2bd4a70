package org.onex.center.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.sheet.SheetFiles.BORN;
import static org.onex.center.sheet.SheetFiles.HEADINGS;
import static org.onex.center.sheet.SheetFiles.ID;
import static org.onex.center.sheet.SheetFiles.KIND;
import static org.onex.center.sheet.SheetFiles.NAME;
import static org.onex.center.sheet.SheetFiles.PHONE;
import static org.onex.center.sheet.SheetFiles.SOMEBODY;
import static org.onex.center.sheet.SheetFiles.csv;
import static org.onex.center.sheet.SheetFiles.read;
import static org.onex.center.sheet.SheetFiles.row;
import static org.onex.center.sheet.SheetFiles.xls;
import static org.onex.center.sheet.SheetFiles.xlsx;
import static org.onex.center.sheet.SheetFiles.xlsxOf;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a single cell says, and when it cannot be believed. */
class SheetCellTests {

    private static SheetProblem problem(
            SheetColumn column, String letter, SheetProblem.Code code, Map<String, Object> facts) {
        return new SheetProblem(2, letter, column.heading(), code, facts);
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource({
            "12000000001, 12000000001",
            "202401010123456, 202401010123456",
            "3, 3",
            "-5, -5",
            "0, 0",
            "380.5, 380.5",
            "0.30000000000000004, 0.3",
            "1.2000000001E10, 12000000001",
            "0.00001, 0.00001"
        })
        void arePlainDigits(String stored, String text) {
            var file = xlsxOf(
                    "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>李四</v></c><c r=\"C2\"><v>" + stored + "</v></c></row>", "");

            assertThat(read(file).only().text(PHONE)).isEqualTo(text);
            assertThat(read(xls(sheet -> {
                                row(sheet, 1, HEADINGS);
                                row(sheet, 2, SOMEBODY);
                                sheet.getRow(1).createCell(2).setCellValue(Double.parseDouble(stored));
                            }))
                            .only()
                            .text(PHONE))
                    .isEqualTo(text);
        }

        @Test
        void ofMoreThan15DigitsAreRuinedAndNothingIsMadeUpForThem() {
            var expected = problem(ID, "B", SheetProblem.Code.RUINED_NUMBER, Map.of("value", "3.40102E+17"));
            Stream.of(
                            xlsx(sheet -> {
                                row(sheet, 1, HEADINGS);
                                row(sheet, 2, SOMEBODY);
                                sheet.value(1, 1, 340102200001010013L);
                            }),
                            xls(sheet -> {
                                row(sheet, 1, HEADINGS);
                                row(sheet, 2, SOMEBODY);
                                sheet.getRow(1).createCell(1).setCellValue(340102200001010013d);
                            }),
                            csv(UTF_8, "姓名,身份证号", "李四,3.40102E+17"))
                    .map(file -> read(file).only())
                    .forEach(row -> {
                        assertThat(row.problems()).containsExactly(expected);
                        assertThat(row.text(ID)).isEqualTo("3.40102E+17");
                    });
        }

        @Test
        void ofExactly16DigitsAreRuined() {
            var file = xlsx(sheet -> {
                row(sheet, 1, HEADINGS);
                row(sheet, 2, SOMEBODY);
                row(sheet, 3, SOMEBODY);
                sheet.value(1, 2, 999_999_999_999_999L);
                sheet.value(2, 2, 1_000_000_000_000_000L);
            });

            assertThat(read(file).rows())
                    .extracting(row -> row.problems().size())
                    .containsExactly(0, 1);
        }

        @Test
        void keepTheZerosThatTheirFormatShows() {
            var file = xlsx(sheet -> {
                row(sheet, 1, HEADINGS);
                row(sheet, 2, SOMEBODY);
                sheet.value(1, 2, 1234);
                sheet.style(1, 2).format("000000").set();
            });

            assertThat(read(file).only().text(PHONE)).isEqualTo("001234");
        }

        @Test
        void thatAreNoneAreTakenAsTheTextTheyAre() {
            var file = xlsxOf("<row r=\"2\"><c r=\"A2\"><v>李四</v></c></row>", "");

            assertThat(read(file).only().text(NAME)).isEqualTo("李四");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1E+999999999", "NaN", "1e-999999999", "Infinity"})
        void thatNobodyCanHaveTypedCostNeitherTimeNorMemory(String stored) {
            var file = xlsxOf(
                    "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>李四</v></c><c r=\"C2\"><v>" + stored + "</v></c></row>", "");

            assertThat(read(file).only().text(PHONE)).hasSizeLessThan(20);
        }
    }

    @Nested
    class Dates {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "yyyy-mm-dd",
                    "yyyy/m/d",
                    "yyyy\"年\"m\"月\"d\"日\";@",
                    "[$-804]yyyy\"年\"m\"月\"d\"日\"",
                    "m/d/yy",
                    "yyyymmdd"
                })
        void areIsoWhateverTheirFormat(String format) {
            var files = List.of(
                    xlsx(sheet -> {
                        row(sheet, 1, HEADINGS);
                        row(sheet, 2, SOMEBODY);
                        sheet.value(1, 4, LocalDate.of(2004, 2, 29));
                        sheet.style(1, 4).format(format).set();
                    }),
                    xls(sheet -> {
                        row(sheet, 1, HEADINGS);
                        row(sheet, 2, SOMEBODY);
                        var style = sheet.getWorkbook().createCellStyle();
                        style.setDataFormat(
                                sheet.getWorkbook().createDataFormat().getFormat(format));
                        var cell = sheet.getRow(1).createCell(4);
                        cell.setCellValue(LocalDate.of(2004, 2, 29));
                        cell.setCellStyle(style);
                    }));

            assertThat(files)
                    .allSatisfy(file -> assertThat(read(file).only().text(BORN)).isEqualTo("2004-02-29"));
        }

        @Test
        void withATimeKeepIt() {
            var file = xlsx(sheet -> {
                row(sheet, 1, HEADINGS);
                row(sheet, 2, SOMEBODY);
                sheet.value(1, 4, LocalDateTime.of(2024, 5, 18, 9, 30));
                sheet.style(1, 4).format("yyyy-mm-dd hh:mm").set();
            });

            assertThat(read(file).only().text(BORN)).isEqualTo("2024-05-18 09:30:00");
        }

        @Test
        void countFrom1904WhereTheWorkbookSaysSo() {
            var parts = SheetFiles.parts("""
                    <worksheet><sheetData><row r="1"><c r="A1" t="str"><v>姓名</v></c><c r="B1" t="str"><v>身份证号</v></c>\
                    <c r="C1" t="str"><v>出生日期</v></c></row><row r="2"><c r="A2" t="str"><v>李四</v></c>\
                    <c r="C2" s="1"><v>0.0</v></c><c r="B2" t="str"><v>1</v></c></row>\
                    <row r="3"><c r="A3" t="str"><v>李四</v></c><c r="C3" s="1"><v>36526</v></c></row></sheetData></worksheet>""");
            parts.merge(
                    "xl/workbook.xml",
                    "",
                    (xml, same) -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
            parts.merge(
                    "xl/_rels/workbook.xml.rels",
                    "",
                    (xml, same) -> xml.replace(
                            "</Relationships>",
                            "<Relationship Id=\"r3\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>"));
            parts.put("xl/styles.xml", """
                    <styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>\
                    <cellStyles/></styleSheet>""");

            assertThat(read(SheetFiles.zip(parts)).texts(BORN)).containsExactly("00:00:00", "2004-01-02");
        }

        @Test
        void cannotBeNumbersBeyondTheYear9999() {
            var file = xlsx(sheet -> {
                row(sheet, 1, HEADINGS);
                row(sheet, 2, SOMEBODY);
                sheet.value(1, 4, 20040229);
                sheet.style(1, 4).format("yyyy-mm-dd").set();
            });

            assertThat(read(file).only().text(BORN)).isEqualTo("20040229");
        }
    }

    @Nested
    class Formulas {

        @Test
        void countAsTheValueTheSpreadsheetComputed() {
            var file = xlsxOf("""
                    <row r="2"><c r="A2" t="str"><f>D2&amp;E2</f><v>李四</v></c><c r="B2" t="str"><f>""</f><v></v></c>\
                    <c r="C2"><f>C1+1</f><v>12000000001</v></c></row>""", "");

            var row = read(file).only();

            assertThat(row.texts()).startsWith("李四", "", "12000000001");
            assertThat(row.problems()).isEmpty();
        }

        @Test
        void ofAnXlsCountAsTheValueTheSpreadsheetComputed() {
            var file = xls(sheet -> {
                row(sheet, 1, HEADINGS);
                row(sheet, 2, SOMEBODY);
                sheet.getRow(1).createCell(0).setCellFormula("\"李\"&\"四\"");
                sheet.getRow(1).createCell(2).setCellFormula("12000000000+1");
                sheet.getRow(1).createCell(3).setCellFormula("NA()");
                sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            });

            var row = read(file).only();

            assertThat(row.text(NAME)).isEqualTo("李四");
            assertThat(row.text(PHONE)).isEqualTo("12000000001");
            assertThat(row.problems())
                    .containsExactly(problem(KIND, "D", SheetProblem.Code.ERROR_VALUE, Map.of("value", "#N/A")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"<f>A1</f>", "<f>A1</f><v/>", "<f>A1</f><v></v>"})
        void thatWereNeverComputedAreAProblem(String content) {
            var file = xlsxOf("<row r=\"2\"><c r=\"A2\">" + content + "</c></row>", "");

            assertThat(read(file).only().problems())
                    .containsExactly(problem(NAME, "A", SheetProblem.Code.FORMULA_WITHOUT_VALUE, Map.of()));
        }

        @Test
        void thatFailedAreAProblem() {
            var file = xlsxOf("<row r=\"2\"><c r=\"B2\" t=\"e\"><f>#REF!</f><v>#REF!</v></c></row>", "");

            assertThat(read(file).only().problems())
                    .containsExactly(problem(ID, "B", SheetProblem.Code.ERROR_VALUE, Map.of("value", "#REF!")));
        }

        @Test
        void thatGuardAnIdNumberInTextAreUnwrapped() {
            assertThat(read(csv(UTF_8, "姓名,身份证号", "李四,\"=\"\"340102200001010013\"\"\""))
                            .only()
                            .text(ID))
                    .isEqualTo("340102200001010013");
        }
    }

    @Nested
    class Texts {

        @Test
        void loseTheBlanksAroundThemAndNothingElse() {
            var file = xlsx(sheet -> {
                row(sheet, 1, HEADINGS);
                row(sheet, 2, " \u00A0李　四\u200B\n", "３４０１０２ 200001010013\u3000", "+86 120", "=1+1", "-");
            });

            assertThat(read(file).only().texts()).containsExactly("李　四", "３４０１０２ 200001010013", "+86 120", "=1+1", "-");
        }

        @Test
        void withRareCharactersStayWhole() {
            var file = xlsx(sheet -> {
                row(sheet, 1, HEADINGS);
                row(sheet, 2, "𠮷䶮㛃·买买提", "340102200001010013");
            });

            assertThat(read(file).only().text(NAME)).isEqualTo("𠮷䶮㛃·买买提");
        }

        @Test
        void ofSeveralFormatsInOneCellAreJoinedWithoutReadingAids() {
            var file = xlsxOf("""
                    <row r="2"><c r="A2" t="inlineStr"><is><r><t>李</t></r><r><rPr><b/></rPr><t xml:space="preserve">四_x000D_</t></r>\
                    <rPh sb="0" eb="1"><t>li</t></rPh></is></c></row>""", "");

            assertThat(read(file).only().text(NAME)).isEqualTo("李四");
        }

        @Test
        void areCutOffAfter1000CharactersWhichIsAProblem() {
            var file = csv(UTF_8, "姓名,身份证号", "𠮷".repeat(1000) + ",1", "𠮷".repeat(1001) + ",2");

            var rows = read(file).rows();

            assertThat(rows.get(0).problems()).isEmpty();
            assertThat(rows.get(1).problems())
                    .extracting(SheetProblem::code, SheetProblem::facts)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(SheetProblem.Code.TOO_LONG, Map.of("limit", 1000)));
            assertThat(rows.get(1).text(NAME)).isEqualTo("𠮷".repeat(1000));
        }

        @Test
        void withoutANameTakeTheNextPlaceInTheirRow() {
            var file = xlsxOf("<row><c t=\"str\"><v>李四</v></c><c/><c><v>120</v></c></row>", "");

            var row = read(file).only();

            assertThat(row.number()).isEqualTo(2);
            assertThat(row.texts()).startsWith("李四", "", "120");
        }

        @Test
        void farToTheRightCostNothing() {
            var file = xlsxOf(
                    "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>李四</v></c><c r=\"ZZZZZZZZZ2\"><v>1</v></c></row>", "");

            assertThat(read(file).only().text(NAME)).isEqualTo("李四");
        }
    }

    @Nested
    class Merged {

        @Test
        void downwardsGetTheTextOfTheFirstAndSaySo() {
            Stream.of(
                            xlsx(sheet -> {
                                threePeople(sheet);
                                sheet.range(1, 3, 3, 3).merge();
                            }),
                            xls(sheet -> {
                                row(sheet, 1, HEADINGS);
                                row(sheet, 2, "甲", "1", "120", "社会考生");
                                row(sheet, 3, "乙", "2", "120", "");
                                row(sheet, 4, "丙", "3", "120", "");
                                sheet.addMergedRegion(new CellRangeAddress(1, 3, 3, 3));
                            }))
                    .map(SheetFiles::read)
                    .forEach(read -> {
                        assertThat(read.texts(KIND)).containsExactly("社会考生", "社会考生", "社会考生");
                        assertThat(read.rows())
                                .extracting(row -> row.problems().size())
                                .containsExactly(0, 1, 1);
                        assertThat(read.rows().get(2).problems())
                                .containsExactly(new SheetProblem(
                                        4, "D", "学生类型", SheetProblem.Code.MERGED, Map.of("range", "D2:D4")));
                    });
        }

        @Test
        void sidewaysLeaveTheOthersEmptyAndSaySo() {
            var read = read(xlsx(sheet -> {
                threePeople(sheet);
                sheet.range(2, 2, 2, 3).merge();
            }));

            assertThat(read.texts(PHONE)).containsExactly("120", "120", "120");
            assertThat(read.rows().get(1).text(KIND)).isEmpty();
            assertThat(read.rows().get(1).problems())
                    .containsExactly(
                            new SheetProblem(3, "D", "学生类型", SheetProblem.Code.MERGED, Map.of("range", "C3:D3")));
        }

        @Test
        void overTwoLinesPerPersonMakeNoSecondPerson() {
            var read = read(xlsx(sheet -> {
                row(sheet, 1, HEADINGS);
                row(sheet, 2, "甲", "1");
                row(sheet, 4, "乙", "2");
                for (var column = 0; column < 5; column++) {
                    sheet.range(1, column, 2, column).merge();
                    sheet.range(3, column, 4, column).merge();
                }
            }));

            assertThat(read.texts(NAME)).containsExactly("甲", "乙");
            assertThat(read.rows()).allSatisfy(row -> assertThat(row.problems()).isEmpty());
        }

        @Test
        void aboveTheHeadingsConcernNobody() {
            var read = read(xlsx(sheet -> {
                row(sheet, 1, "考生信息");
                sheet.range(0, 0, 0, 4).merge();
                row(sheet, 2, HEADINGS);
                row(sheet, 3, SOMEBODY);
            }));

            assertThat(read.only().problems()).isEmpty();
        }

        private void threePeople(org.dhatim.fastexcel.Worksheet sheet) {
            row(sheet, 1, HEADINGS);
            row(sheet, 2, "甲", "1", "120", "社会考生");
            row(sheet, 3, "乙", "2", "120");
            row(sheet, 4, "丙", "3", "120");
        }
    }
}
