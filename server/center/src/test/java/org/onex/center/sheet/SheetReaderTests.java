package org.onex.center.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onex.center.sheet.SheetFiles.BORN;
import static org.onex.center.sheet.SheetFiles.FORMAT;
import static org.onex.center.sheet.SheetFiles.HEADINGS;
import static org.onex.center.sheet.SheetFiles.ID;
import static org.onex.center.sheet.SheetFiles.KIND;
import static org.onex.center.sheet.SheetFiles.NAME;
import static org.onex.center.sheet.SheetFiles.PHONE;
import static org.onex.center.sheet.SheetFiles.SOMEBODY;
import static org.onex.center.sheet.SheetFiles.csv;
import static org.onex.center.sheet.SheetFiles.read;
import static org.onex.center.sheet.SheetFiles.row;
import static org.onex.center.sheet.SheetFiles.workbook;
import static org.onex.center.sheet.SheetFiles.xls;
import static org.onex.center.sheet.SheetFiles.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows come out of what people send. */
class SheetReaderTests {

    private static final String HEADING_LINE = String.join(",", HEADINGS);
    private static final String LINE = String.join(",", SOMEBODY);

    /** The same two rows in every kind of file. No name is given: there is nothing but the content to go by. */
    static Stream<byte[]> theSameRowsInEveryKindOfFile() {
        var withMark = "\uFEFF";
        var tabs = new String[] {String.join("\t", HEADINGS), String.join("\t", SOMEBODY)};
        var semicolons = new String[] {String.join(";", HEADINGS), String.join(";", SOMEBODY)};
        return Stream.of(
                xlsx(sheet -> {
                    row(sheet, 1, HEADINGS);
                    row(sheet, 2, SOMEBODY);
                }),
                xls(sheet -> {
                    row(sheet, 1, HEADINGS);
                    row(sheet, 2, SOMEBODY);
                }),
                csv(UTF_8, HEADING_LINE, LINE),
                csv(UTF_8, withMark + HEADING_LINE, LINE),
                csv(Charset.forName("GB18030"), HEADING_LINE, LINE),
                csv(StandardCharsets.UTF_16LE, withMark + tabs[0], tabs[1]),
                csv(StandardCharsets.UTF_16BE, withMark + tabs[0], tabs[1]),
                csv(StandardCharsets.UTF_16LE, HEADING_LINE, LINE),
                csv(StandardCharsets.UTF_16BE, HEADING_LINE, LINE),
                csv(UTF_8, tabs),
                csv(Charset.forName("GBK"), semicolons[0], semicolons[1].replace("㛃", "洁")));
    }

    @ParameterizedTest
    @MethodSource
    void theSameRowsInEveryKindOfFile(byte[] file) {
        var row = read(file).only();

        assertThat(row.number()).isEqualTo(2);
        assertThat(row.text(NAME)).isIn("王㛃", "王洁");
        assertThat(row.texts()).endsWith("340102200001010013", "12000000001", "院校考生", "2000-01-01");
        assertThat(row.problems()).isEmpty();
    }

    @Test
    void aStreamIsReadLikeBytes() throws IOException {
        var rows = new java.util.ArrayList<SheetRow>();
        var file = csv(UTF_8, HEADING_LINE, LINE, LINE);

        var reading = SheetReader.of(FORMAT).read(new ByteArrayInputStream(file), rows::add);

        assertThat(reading.rows()).isEqualTo(2);
        assertThat(rows).extracting(SheetRow::number).containsExactly(2, 3);
    }

    @Test
    void anExceptionOfTheTakerComesOutAsItIs() {
        var boom = new IllegalStateException("the caller's own");
        Stream.of(
                        xlsx(sheet -> {
                            row(sheet, 1, HEADINGS);
                            row(sheet, 2, SOMEBODY);
                        }),
                        xls(sheet -> {
                            row(sheet, 1, HEADINGS);
                            row(sheet, 2, SOMEBODY);
                        }),
                        csv(UTF_8, HEADING_LINE, LINE))
                .forEach(file -> assertThatThrownBy(() -> SheetReader.of(FORMAT).read(file, row -> {
                            throw boom;
                        }))
                        .isSameAs(boom));
    }

    @Nested
    class Headings {

        @Test
        void areFoundBelowATitleAndNotes() {
            var read = read(xlsx(sheet -> {
                row(sheet, 1, "按证书批量导入报考");
                row(sheet, 2, "填写说明：1. 姓名、身份证号不能为空");
                row(sheet, 3, HEADINGS);
                row(sheet, 4, SOMEBODY);
            }));

            assertThat(read.reading().headingRow()).isEqualTo(3);
            assertThat(read.only().number()).isEqualTo(4);
        }

        @Test
        void inRow20AreFoundAndInRow21AreNot() {
            assertThat(read(headingsInRow(20)).reading().headingRow()).isEqualTo(20);
            assertThatThrownBy(() -> read(headingsInRow(21)))
                    .isInstanceOfSatisfying(
                            SheetRefused.class, no -> assertThat(no.code()).isEqualTo("sheet.headings-missing"));
        }

        private byte[] headingsInRow(int number) {
            return xlsx(sheet -> {
                row(sheet, 1, "标题");
                row(sheet, number, HEADINGS);
                row(sheet, number + 1, SOMEBODY);
            });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "身份证号",
                    " 身份证号 ",
                    "身份证号*",
                    "*身份证号",
                    "身份证号（必填）",
                    "身份证号(必填)",
                    "身 份 证 号",
                    "身份证号　＊",
                    "身份证\n号",
                    "身份证号码",
                    "证件号码【必填】*"
                })
        void areRecognisedHoweverTheyAreMarked(String heading) {
            var read = read(xlsx(sheet -> {
                row(sheet, 1, "姓名", heading);
                row(sheet, 2, "李四", "340102200001010013");
            }));

            assertThat(read.only().text(ID)).isEqualTo("340102200001010013");
        }

        @Test
        void mayStandInAnyOrderAmongOthers() {
            var read = read(xlsx(sheet -> {
                row(sheet, 1, "序号", "手机号", "身份证号", "备注", "姓名");
                row(sheet, 2, "1", "12000000001", "340102200001010013", "走读", "李四");
            }));

            assertThat(read.only().texts()).containsExactly("李四", "340102200001010013", "12000000001", "", "");
            assertThat(read.reading().ignored()).containsExactly("序号", "备注");
            assertThat(read.reading().absent()).containsExactly("学生类型", "出生日期");
        }

        @Test
        void thatAreRequiredAndMissingAreNamedWithWhatIsThereInstead() {
            var file = workbook(book -> {
                row(book.newWorksheet("说明"), 1, "请看第二页");
                row(book.newWorksheet("名单"), 2, "姓名", "学号");
            });

            assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(SheetRefused.class, no -> {
                assertThat(no.code()).isEqualTo("sheet.headings-missing");
                assertThat(no.facts())
                        .containsEntry("missing", List.of("身份证号"))
                        .containsEntry("found", List.of("姓名", "学号"))
                        .containsEntry("sheet", "名单")
                        .containsEntry("sheets", List.of("说明", "名单"));
            });
        }

        @Test
        void areNotMixedUpWithPeopleInAFileThatHasNone() {
            assertThatThrownBy(() -> read(csv(UTF_8, LINE, LINE))).isInstanceOfSatisfying(SheetRefused.class, no -> {
                assertThat(no.facts()).containsEntry("found", List.of());
                assertThat(no.getMessage()).doesNotContain("340102");
            });
        }

        @Test
        void thatStandTwiceAreRefusedWithTheirColumns() {
            var file = csv(UTF_8, "姓名,证件号码,手机号,身份证号", LINE);

            assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(SheetRefused.class, no -> {
                assertThat(no.code()).isEqualTo("sheet.heading-twice");
                assertThat(no.facts()).containsEntry("heading", "身份证号").containsEntry("columns", List.of("B", "D"));
            });
        }

        @Test
        void thatNobodyAskedForMayStandTwice() {
            var read = read(csv(UTF_8, "姓名,身份证号,备注,备注", "李四,340102200001010013,甲,乙"));

            assertThat(read.reading().ignored()).containsExactly("备注", "备注");
        }
    }

    @Nested
    class Sheets {

        @Test
        void thatDoNotFitArePassedOver() {
            var read = read(workbook(book -> {
                row(book.newWorksheet("填写说明"), 1, "先看这里");
                var people = book.newWorksheet("2024级");
                row(people, 1, HEADINGS);
                row(people, 2, SOMEBODY);
                row(book.newWorksheet("Sheet3"), 1, "");
            }));

            assertThat(read.reading().sheet()).isEqualTo("2024级");
            assertThat(read.reading().otherSheets()).isEmpty();
            assertThat(read.rows()).hasSize(1);
        }

        @Test
        void thatFitAreReadFromTheFirstVisibleOneOnlyAndTheOthersNamed() {
            var read = read(workbook(book -> {
                var old = book.newWorksheet("去年");
                old.setVisibilityState(VisibilityState.HIDDEN);
                row(old, 1, HEADINGS);
                row(old, 2, "旧人", "340102200001010013");
                for (var name : List.of("一班", "二班")) {
                    var people = book.newWorksheet(name);
                    row(people, 1, HEADINGS);
                    row(people, 2, name + "的人", "340102200001010013");
                }
            }));

            assertThat(read.only().text(NAME)).isEqualTo("一班的人");
            assertThat(read.reading().otherSheets()).containsExactly("二班", "去年");
            assertThat(read.reading().sheetHidden()).isFalse();
        }

        @Test
        void thatAreHiddenAreReadIfNoOtherFitsAndSaidToBeHidden() {
            var read = read(workbook(book -> {
                row(book.newWorksheet("封面"), 1, "封面");
                var people = book.newWorksheet("数据");
                people.setVisibilityState(VisibilityState.VERY_HIDDEN);
                row(people, 1, HEADINGS);
                row(people, 2, SOMEBODY);
            }));

            assertThat(read.reading().sheetHidden()).isTrue();
        }

        @Test
        void ofAnXlsKeepTheirNamesAndVisibility() throws IOException {
            try (var book = new org.apache.poi.hssf.usermodel.HSSFWorkbook()) {
                row(book.createSheet("说明"), 1, "先看这里");
                for (var name : List.of("去年", "今年")) {
                    var people = book.createSheet(name);
                    row(people, 1, HEADINGS);
                    row(people, 2, name + "的人", "340102200001010013");
                }
                book.setSheetHidden(1, true);

                var read = read(SheetFiles.bytes(book));

                assertThat(read.only().text(NAME)).isEqualTo("今年的人");
                assertThat(read.reading().otherSheets()).containsExactly("去年");
            }
        }
    }

    @Nested
    class Rows {

        @Test
        void thatAreBlankAreSkippedAndTheOthersKeepTheirNumbers() {
            var read = read(xlsx(sheet -> {
                row(sheet, 1, HEADINGS);
                row(sheet, 3, SOMEBODY);
                row(sheet, 5, " ", "　", "\u00A0");
                row(sheet, 9, SOMEBODY);
            }));

            assertThat(read.rows()).extracting(SheetRow::number).containsExactly(3, 9);
        }

        @Test
        void thatOnlySayTheirNumberAreBlank() {
            var read = read(csv(UTF_8, "序号,姓名,身份证号", "1,李四,340102200001010013", "2,,", "3,,"));

            assertThat(read.rows()).hasSize(1);
        }

        @Test
        void thatAreTheTemplatesUntouchedExampleAreSkipped() {
            var read = read(xlsx(sheet -> {
                row(sheet, 1, "姓名", "身份证号");
                row(sheet, 2, NAME.example(), ID.example());
                row(sheet, 3, "张三", "340102200001010013");
            }));

            assertThat(read.only().number()).isEqualTo(3);
        }

        @Test
        void thatAreHiddenAreReadAndMarked() {
            Stream.of(
                            xlsx(sheet -> {
                                row(sheet, 1, HEADINGS);
                                row(sheet, 2, SOMEBODY);
                                row(sheet, 3, SOMEBODY);
                                sheet.hideRow(2);
                            }),
                            xls(sheet -> {
                                row(sheet, 1, HEADINGS);
                                row(sheet, 2, SOMEBODY);
                                row(sheet, 3, SOMEBODY);
                                sheet.getRow(2).setZeroHeight(true);
                            }))
                    .map(SheetFiles::read)
                    .forEach(read ->
                            assertThat(read.rows()).extracting(SheetRow::hidden).containsExactly(false, true));
        }

        @Test
        void haveTheTextsOfHiddenColumnsAndTheReadingNamesThem() {
            Stream.of(
                            xlsx(sheet -> {
                                row(sheet, 1, HEADINGS);
                                row(sheet, 2, SOMEBODY);
                                sheet.hideColumn(2);
                            }),
                            xls(sheet -> {
                                row(sheet, 1, HEADINGS);
                                row(sheet, 2, SOMEBODY);
                                sheet.setColumnHidden(2, true);
                            }))
                    .map(SheetFiles::read)
                    .forEach(read -> {
                        assertThat(read.only().text(PHONE)).isEqualTo("12000000001");
                        assertThat(read.reading().hiddenColumns()).containsExactly("手机号");
                    });
        }

        @Test
        void neverShowPeopleWhenTheyEndUpInALog() {
            assertThat(read(csv(UTF_8, HEADING_LINE, LINE)).only().toString()).doesNotContain("王", "3401");
        }

        @Test
        void ofTextKeepTheirNumbersAcrossQuotedLineEnds() {
            var read = read(csv(UTF_8, HEADING_LINE, "\"李\n四\",340102200001010013", "", "赵六,340102200001010021"));

            assertThat(read.rows()).extracting(SheetRow::number).containsExactly(2, 4);
            assertThat(read.texts(NAME)).containsExactly("李\n四", "赵六");
        }

        @Test
        void aColumnThatTheFormatDoesNotHaveIsAMistakeOfTheProgram() {
            var row = read(csv(UTF_8, HEADING_LINE, LINE)).only();

            assertThatThrownBy(() -> row.text("学号")).isInstanceOf(IllegalArgumentException.class);
            assertThat(row.text(KIND)).isEqualTo(row.text("学生类型"));
            assertThat(row.text(BORN)).isEqualTo("2000-01-01");
        }
    }
}
