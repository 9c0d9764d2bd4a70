package org.onex.center.registration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onex.center.intake.CellProblem;
import org.onex.center.organization.Organization;
import org.onex.center.sheet.SheetColumn;
import org.onex.center.sheet.SheetFormat;
import org.onex.contract.kernel.IdNumber;

/** The workbook 按证书批量导入报考 (004 §三): one row for each person and level; the plan says which subjects that is. */
final class RegistrationSheet {

    private static final List<String> KINDS = List.of("院校考生", "社会考生");
    private static final List<String> LEVELS = List.of("初级", "中级", "高级");

    static final SheetFormat FORMAT = new SheetFormat(
            "按证书批量导入报考",
            List.of(
                    "学生姓名、身份证号、所属院校、考核站点、考试计划名称、报考证书、证书等级均不能为空，请填写真实信息；名称须与系统中完全一致，也可填写编号",
                    "考试计划名称填写本次要报考的考试计划名称，报考证书请填写证书名称",
                    "按证书导入报考，只需要填写报考证书信息，系统会根据考试计划自动报考证书下面设置的所有科目",
                    "学生类型只能选择下拉列表中的值“院校考生”、“社会考生”",
                    "填写好后，导入系统即可"),
            List.of(
                    column(RegistrationField.NAME).alsoHeaded("姓名", "考生姓名").wide(12),
                    column(RegistrationField.ID_NUMBER)
                            .alsoHeaded("身份证号码", "证件号码")
                            .asText()
                            .wide(22),
                    column(RegistrationField.KIND)
                            .alsoHeaded("考生类型")
                            .oneOf(KINDS)
                            .wide(12),
                    column(RegistrationField.COLLEGE)
                            .alsoHeaded("院校名称", "学校")
                            .forExample("学校全称")
                            .wide(24),
                    column(RegistrationField.SITE)
                            .alsoHeaded("考核站点名称", "考点")
                            .forExample("申请考核站点名称")
                            .wide(34),
                    column(RegistrationField.PLAN)
                            .alsoHeaded("考核计划名称", "考试计划")
                            .forExample("所报考计划名称")
                            .wide(34),
                    column(RegistrationField.QUALIFICATION)
                            .alsoHeaded("证书名称")
                            .forExample("网店运营推广职业技能等级证书")
                            .wide(32),
                    column(RegistrationField.LEVEL)
                            .alsoHeaded("等级")
                            .oneOf(LEVELS)
                            .forExample("初级")
                            .wide(10)));

    private RegistrationSheet() {}

    private static SheetColumn column(RegistrationField field) {
        return SheetColumn.required(field.heading());
    }

    /** What a row says, by field. */
    static Map<RegistrationField, String> values(Map<String, String> texts) {
        var values = new EnumMap<RegistrationField, String>(RegistrationField.class);
        for (var field : RegistrationField.values()) {
            var text = texts.getOrDefault(field.name(), "");
            if (!text.isBlank()) {
                values.put(field, text);
            }
        }
        return values;
    }

    /** What is wrong with the cells by themselves. */
    static List<CellProblem> problems(Map<RegistrationField, String> values, Organization college) {
        var problems = new ArrayList<CellProblem>();
        for (var field : RegistrationField.values()) {
            var text = values.get(field);
            if (text == null) {
                problems.add(CellProblem.of(field.name(), CellProblem.MISSING));
            } else {
                problem(field, text, college).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<CellProblem> problem(RegistrationField field, String text, Organization college) {
        return switch (field) {
            case ID_NUMBER -> IdNumber.flawOf(text).map(flaw -> CellProblem.of(field.name(), codeOf(flaw)));
            case KIND -> choice(field, text, KINDS);
            case LEVEL -> choice(field, text, LEVELS);
            case COLLEGE ->
                isMeant(college, text)
                        ? Optional.empty()
                        : Optional.of(CellProblem.of(field.name(), "OTHER_COLLEGE", "expected", college.name()));
            case NAME, SITE, PLAN, QUALIFICATION -> Optional.empty();
        };
    }

    /** By code, or by name whatever blanks there are in it. */
    private static boolean isMeant(Organization college, String text) {
        return text.equals(college.code()) || text.replaceAll("[\\s\u3000]", "").equals(college.name());
    }

    private static String codeOf(IdNumber.Flaw flaw) {
        return switch (flaw) {
            case LENGTH -> "ID_LENGTH";
            case CHARACTERS -> "ID_CHARACTERS";
            case BIRTH_DATE -> "ID_BIRTH_DATE";
            case CHECK_CHARACTER -> "ID_CHECK";
        };
    }

    private static Optional<CellProblem> choice(RegistrationField field, String text, List<String> choices) {
        return choices.contains(text)
                ? Optional.empty()
                : Optional.of(CellProblem.of(field.name(), "CHOICE_UNKNOWN", "choices", choices));
    }

    static CellProblem problem(Refusal refusal) {
        return CellProblem.of(refusal.field().name(), refusal.code().name(), refusal.facts());
    }

    /** What may stand in one file only once. */
    static Optional<String> identity(Map<RegistrationField, String> values) {
        var number = values.getOrDefault(RegistrationField.ID_NUMBER, "");
        if (IdNumber.flawOf(number).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                "\n",
                IdNumber.of(number).value(),
                values.getOrDefault(RegistrationField.PLAN, ""),
                values.getOrDefault(RegistrationField.QUALIFICATION, ""),
                values.getOrDefault(RegistrationField.LEVEL, "")));
    }
}
