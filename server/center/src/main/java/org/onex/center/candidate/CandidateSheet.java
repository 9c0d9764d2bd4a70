package org.onex.center.candidate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.onex.center.sheet.SheetColumn;
import org.onex.center.sheet.SheetFormat;

/** The workbook of a roster (学生信息导入模板; 004 §二.1): one row a person. */
final class CandidateSheet {

    private static final Map<Field, SheetColumn> COLUMNS = columns();

    static final SheetFormat FORMAT = new SheetFormat(
            "批量导入学生信息",
            List.of(
                    "带 * 的列必须填写；其余各列可以后补，补齐之前考生信息状态为“信息不全”，不能报考。",
                    "身份证号、手机号码、学号三列已设为文本格式，请勿更改格式；粘贴时请选择“只粘贴文本”。",
                    "学生不论考几次，只需导入一次；再次导入同一身份证号会更新本校的记录，不会重复。",
                    "姓名与身份证号要通过实名认证；认证通过后姓名不能再改。"),
            List.copyOf(COLUMNS.values()));

    /** The fields in the order of their columns. */
    static final List<String> FIELDS =
            COLUMNS.keySet().stream().map(Field::name).toList();

    private CandidateSheet() {}

    private static Map<Field, SheetColumn> columns() {
        var columns = new EnumMap<Field, SheetColumn>(Field.class);
        columns.putAll(whoItIs());
        columns.putAll(howToReachThem());
        columns.putAll(whatTheyStudy());
        columns.put(
                Field.CONSENT,
                optional(Field.CONSENT)
                        .alsoHeaded("个人信息授权书", "授权书")
                        .oneOf(Choices.YES_NO.offered())
                        .explained("学生已签字同意将个人信息用于报考、认证与发证")
                        .forExample("是")
                        .wide(20));
        return columns;
    }

    private static Map<Field, SheetColumn> whoItIs() {
        return Map.of(
                Field.NAME,
                required(Field.NAME).alsoHeaded("姓名", "考生姓名").forExample("张三").wide(12),
                Field.ID_NUMBER,
                required(Field.ID_NUMBER)
                        .alsoHeaded("身份证号码", "证件号码", "身份证")
                        .asText()
                        .forExample("999999200601010015")
                        .wide(22),
                Field.KIND,
                required(Field.KIND)
                        .alsoHeaded("考生类型")
                        .oneOf(Choices.KINDS.offered())
                        .forExample("院校考生")
                        .wide(12),
                Field.COLLEGE,
                optional(Field.COLLEGE)
                        .alsoHeaded("学校", "院校名称")
                        .explained("本校全称，可不填")
                        .wide(24),
                Field.SEX,
                optional(Field.SEX)
                        .oneOf(Choices.SEXES.offered())
                        .explained("可不填，以身份证号为准")
                        .wide(8),
                Field.NATION,
                optional(Field.NATION)
                        .oneOf(Choices.NATIONS.offered())
                        .forExample("汉族")
                        .wide(10));
    }

    private static Map<Field, SheetColumn> howToReachThem() {
        return Map.of(
                Field.PHONE,
                optional(Field.PHONE)
                        .alsoHeaded("手机号", "手机", "联系电话")
                        .asText()
                        .forExample("12000000001")
                        .wide(16),
                Field.EMAIL,
                optional(Field.EMAIL).alsoHeaded("邮箱").wide(20));
    }

    private static Map<Field, SheetColumn> whatTheyStudy() {
        return Map.of(
                Field.DEPARTMENT,
                optional(Field.DEPARTMENT).alsoHeaded("系部", "二级学院").wide(16),
                Field.MAJOR,
                optional(Field.MAJOR).alsoHeaded("专业名称").forExample("电子商务").wide(16),
                Field.GRADE,
                optional(Field.GRADE).forExample("2022级").wide(10),
                Field.CLASS_NAME,
                optional(Field.CLASS_NAME)
                        .alsoHeaded("班级名称")
                        .forExample("电商2201班")
                        .wide(16),
                Field.STUDENT_NUMBER,
                optional(Field.STUDENT_NUMBER).asText().wide(16),
                Field.EDUCATION,
                optional(Field.EDUCATION)
                        .alsoHeaded("学历", "培养层次")
                        .oneOf(Choices.EDUCATIONS.offered())
                        .forExample("高职专科")
                        .wide(12),
                Field.ENTRY_YEAR,
                optional(Field.ENTRY_YEAR).forExample("2022").wide(10));
    }

    private static SheetColumn required(Field field) {
        return SheetColumn.required(field.heading());
    }

    private static SheetColumn optional(Field field) {
        return SheetColumn.optional(field.heading());
    }
}
