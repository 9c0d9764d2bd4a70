package org.onex.rehearsal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RosterTests {

    private static final List<Person> PEOPLE = Crowd.of(100, 1, 2024, 1).at(0);
    private static final Template TEMPLATE = new Template(
            "批量导入学生信息",
            "填写说明",
            Column.all().stream().map(Column::headingWithMark).toList(),
            List.of(Column.all().stream().map(Column::name).toList()));

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void everyMistakeChangesWhatIsWrittenUnlessTheCellItselfIsWrong(Mistake mistake) {
        var person = PEOPLE.stream()
                .filter(one -> one.name().contains("㛃") && !one.isPublic())
                .findFirst()
                .orElseThrow();
        var isOfTheCell = mistake.needsCells() || mistake == Mistake.TWICE;

        assertThat(mistake.written(person).equals(person.values().get(mistake.column())))
                .isEqualTo(isOfTheCell);
    }

    @Test
    void aLargeRosterMakesEveryMistakeAndCorrectedEverybodyIsThereOnce() {
        var roster = Roster.flawed(RosterForm.TEMPLATE, PEOPLE, 0);

        assertThat(roster.wrong()).hasSize(25).extracting(RosterRow::mistake).contains(Mistake.TWICE, Mistake.MERGED);
        assertThat(roster.corrected().rows()).extracting(RosterRow::person).containsExactlyElementsOf(PEOPLE);
        assertThat(roster.corrected().wrong()).isEmpty();
    }

    @Test
    void aProgramThatKnowsOnlyGbkLosesRareCharacters() {
        var roster = Roster.flawed(RosterForm.GBK_CSV, PEOPLE, 0);
        var text = new String(new RosterFile(roster, TEMPLATE).bytes(), Charset.forName("GBK"));

        assertThat(text).startsWith("学生姓名,身份证号,").contains("王?").doesNotContain("\uFFFD");
        assertThat(roster.wrong())
                .filteredOn(row -> row.person().name().contains("𠮷"))
                .isNotEmpty()
                .allMatch(row -> row.mistake() == Mistake.LOST_CHARACTER);
        assertThat(Template.read(new RosterFile(roster.corrected(), TEMPLATE).bytes())
                        .rows())
                .as("sent again as a workbook")
                .anyMatch(row -> row.stream().anyMatch(cell -> cell.contains("𠮷")));
        assertThat(roster.wrong())
                .noneMatch(row -> row.mistake() == Mistake.MERGED || row.mistake() == Mistake.UNCOMPUTED);
    }

    @Test
    void rowsAreFoundByTheNumberThatTheSpreadsheetGivesThem() {
        var roster = Roster.flawed(RosterForm.TEMPLATE, PEOPLE, 0);
        var written = Template.read(new RosterFile(roster, TEMPLATE).bytes());

        assertThat(written.headings()).isEqualTo(TEMPLATE.headings());
        // Below three rows of heading and the example.
        assertThat(roster.number(0)).isEqualTo(5);
        assertThat(written.rows().get(1).getFirst()).isEqualTo(PEOPLE.getFirst().name());
        assertThat(roster.at(5)).isEqualTo(roster.rows().getFirst());
        assertThat(roster.at(4)).isNull();
        assertThat(roster.at(5 + roster.rows().size())).isNull();
    }

    @Test
    void aHandWritesTheSameInOtherCharacters() {
        var person = PEOPLE.stream()
                .filter(one -> one.name().contains("·"))
                .findFirst()
                .orElseThrow();
        var written = Handwriting.of(RosterRow.right(person));

        assertThat(written.get(Column.NAME)).contains(" • ");
        assertThat(written.get(Column.NATION)).isEqualTo("维吾尔");
        assertThat(written.get(Column.PHONE)).matches("120 \\d{4}-\\d{4}");
        assertThat(written.get(Column.ID_NUMBER)).isNotEqualTo(person.idNumber());
    }

    @Test
    void correctedRowsKeepTheirReasonsAndLoseTheirMistakes() {
        var headings = new ArrayList<>(TEMPLATE.headings());
        headings.add("错误原因");
        var row = new ArrayList<>(
                new RosterRow(PEOPLE.get(2), Mistake.NO_NAME, true).texts().values());
        row.add("第 7 行　学生姓名：必须填写");
        var back = new Template(TEMPLATE.title(), TEMPLATE.notes(), headings, List.of(row));
        var corrected = new CorrectedRows(back);
        corrected.add(row, PEOPLE.get(2));

        var read = Template.read(corrected.workbook());
        assertThat(read.rows()).hasSize(1);
        assertThat(read.rows().getFirst())
                .startsWith(PEOPLE.get(2).name(), PEOPLE.get(2).idNumber())
                .endsWith("第 7 行　学生姓名：必须填写");
    }
}
