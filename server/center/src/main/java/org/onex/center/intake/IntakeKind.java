package org.onex.center.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onex.center.organization.Actor;
import org.onex.center.sheet.SheetFormat;

/**
 * One kind of spreadsheet that a module takes in (导入类型): its columns, what can be wrong in them, and what entering a row means. A row's
 * values are the texts of its filled cells by field, without the blanks around them and otherwise as they were written.
 */
public interface IntakeKind {

    /** The module's name, with which permissions, acts and codes begin: {@code candidate}. */
    String module();

    /** What is sent, in one word: {@code roster}; jobs are called {@code candidate.read-roster} and {@code candidate.enter-roster}. */
    String noun();

    SheetFormat format();

    /** What the template is called when it is downloaded, with its ending. */
    default String templateName() {
        return format().title() + "模板.xlsx";
    }

    /** What each column of the format is called in values, problems and JSON, in the format's order: {@code ID_NUMBER}. */
    List<String> fields();

    /** The field at which problems of the row as a whole are shown. */
    String rowField();

    /** What may stand in one file only once, as far as the values say it readably. */
    Optional<String> identity(Map<String, String> values);

    /** The field at which a second row with the same identity is refused. */
    String identityField();

    /** What is wrong with the values by themselves, whatever else is known. */
    List<CellProblem> problems(Map<String, String> values, Actor actor);

    /**
     * Says what entering rows would do now. Called in a transaction, a few hundred rows at a time; changes nothing.
     *
     * @param rows without problems but warnings
     * @return each of them, with the verdict; one that turns out bad with the problem that says why
     */
    List<IntakeRow> judge(List<IntakeRow> rows, Actor actor);

    /**
     * Enters rows: takes its locks, judges again, because others may have changed the same things meanwhile, and enters what can be. Called in
     * a transaction, a few hundred rows at a time; the transaction that enters rows also notes that they are. Rows that were
     * unchanged when they were read come too, because what they say may be gone meanwhile; where it is not, nothing is written.
     *
     * @param rows without problems but warnings
     * @return each of them: bad, or with its verdict and entered; unchanged ones count as entered, too
     */
    List<IntakeRow> enter(List<IntakeRow> rows, Actor actor);

    /** The values as people may see them: personal data masked. */
    Map<String, String> shown(Map<String, String> values);

    /**
     * What is written about a problem into the file of bad rows, in Chinese (ADR 14). What any spreadsheet can have is said by the module
     * {@code intake} where the kind says nothing.
     */
    Optional<String> sentence(CellProblem problem);
}
