package org.onex.center.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onex.center.intake.CellProblem;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.sheet.SheetReader;
import org.onex.center.sheet.SheetRefused;
import org.onex.center.sheet.SheetRow;
import org.onex.center.sheet.SheetWriter;

class RegistrationSheetTests {

    private static final Organization COLLEGE = new Organization(OrganizationKind.COLLEGE, "90001", "示范一职业技术学院");

    @Test
    void hasTheEightColumnsOf004InTheirOrder() {
        assertThat(RegistrationSheet.FORMAT.title()).isEqualTo("按证书批量导入报考");
        assertThat(RegistrationSheet.FORMAT.columns().stream()
                        .map(column -> column.heading())
                        .toList())
                .containsExactly("学生姓名", "身份证号", "学生类型", "所属院校", "考核站点", "考试计划名称", "报考证书", "证书等级");
    }

    @Test
    void leavesItToTheTemplateToNumberTheNotes() {
        assertThat(RegistrationSheet.FORMAT.notes())
                .hasSize(5)
                .noneMatch(note -> note.matches("\\d.*"))
                .noneMatch(note -> note.contains("填写说明"));
    }

    @Test
    void takesTheHintRowOf004ForNobody() throws IOException {
        var template = new ByteArrayOutputStream();
        SheetWriter.template(RegistrationSheet.FORMAT, template);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        SheetRefused.class, () -> rows(template.toByteArray())))
                .as("an untouched template has no rows")
                .isNotNull();
    }

    @Test
    void readsWhatTheIncumbentsTemplateLooksLike() {
        var csv = """
                按证书批量导入报考,,,,,,,,,
                填写说明： 1. 学生姓名、身份证号、所属院校、考核站点均不能为空,,,,,,,,,
                学生姓名,身份证号,学生类型,所属院校,考核站点,考试计划名称,报考证书,证书等级,,
                ,,,学校全称,申请考核站点名称,所报考计划名称,网店运营推广职业技能等级证书,初级,,
                张三,999999200601010015,院校考生,示范一职业技术学院,示范一网店运营推广证书考核站点,HK-2024-1-01,网店运营推广职业技能等级证书,初级,,
                """;
        var read = rows(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().number()).isEqualTo(5);
        assertThat(read.getFirst().text("考试计划名称")).isEqualTo("HK-2024-1-01");
    }

    @Test
    void saysOfEveryEmptyCellThatItMustBeFilled() {
        assertThat(problems(Map.of()))
                .hasSize(8)
                .allSatisfy(problem -> assertThat(problem).endsWith(" MISSING"));
    }

    @Test
    void saysOfEachWrongCellWhatIsWrong() {
        var row = sound();
        row.put(RegistrationField.ID_NUMBER, "99999920060101001X");
        row.put(RegistrationField.KIND, "学生");
        row.put(RegistrationField.COLLEGE, "示范二职业技术学院");
        row.put(RegistrationField.LEVEL, "初级班");
        assertThat(problems(row))
                .containsExactly(
                        "ID_NUMBER ID_CHECK", "KIND CHOICE_UNKNOWN", "COLLEGE OTHER_COLLEGE", "LEVEL CHOICE_UNKNOWN");
        assertThat(problems(sound())).isEmpty();
    }

    @Test
    void knowsTheCollegeByItsCodeAndByItsNameWhateverBlanksAreInIt() {
        var row = sound();
        row.put(RegistrationField.COLLEGE, COLLEGE.code());
        assertThat(problems(row)).isEmpty();
        row.put(RegistrationField.COLLEGE, "示范一　职业 技术学院");
        assertThat(problems(row)).isEmpty();
    }

    @Test
    void takesTwoLevelsOfOnePersonForTwoThings() {
        var elementary = sound();
        var intermediate = sound();
        intermediate.put(RegistrationField.LEVEL, "中级");
        var again = sound();
        again.put(RegistrationField.ID_NUMBER, " " + number().replace("0", "０"));
        assertThat(RegistrationSheet.identity(elementary))
                .isPresent()
                .isNotEqualTo(RegistrationSheet.identity(intermediate))
                .isEqualTo(RegistrationSheet.identity(again));
    }

    private static String number() {
        return RegistrationFixtures.number(1).value();
    }

    private static EnumMap<RegistrationField, String> sound() {
        var row = new EnumMap<RegistrationField, String>(RegistrationField.class);
        row.put(RegistrationField.NAME, "张三");
        row.put(RegistrationField.ID_NUMBER, number());
        row.put(RegistrationField.KIND, "院校考生");
        row.put(RegistrationField.COLLEGE, COLLEGE.name());
        row.put(RegistrationField.SITE, "示范一网店运营推广证书考核站点");
        row.put(RegistrationField.PLAN, "HK-2024-1-01");
        row.put(RegistrationField.QUALIFICATION, "WDYY");
        row.put(RegistrationField.LEVEL, "初级");
        return row;
    }

    private static List<String> problems(Map<RegistrationField, String> row) {
        return RegistrationSheet.problems(row, COLLEGE).stream()
                .map(RegistrationSheetTests::text)
                .toList();
    }

    private static String text(CellProblem problem) {
        return problem.field() + " " + problem.code();
    }

    private static List<SheetRow> rows(byte[] file) {
        var rows = new ArrayList<SheetRow>();
        SheetReader.of(RegistrationSheet.FORMAT).read(file, rows::add);
        return rows;
    }
}
