package org.onex.center.candidate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onex.center.intake.CellProblem;
import org.onex.center.intake.CellSentences;
import org.onex.center.intake.IntakeKind;
import org.onex.center.intake.IntakeRow;
import org.onex.center.organization.Actor;
import org.onex.center.sheet.SheetFormat;
import org.onex.contract.kernel.IdNumber;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Component;

/** The roster that a college sends (学生信息导入): one row a person, each of whom is enrolled, or known better than before. */
@Component
class RosterKind implements IntakeKind {

    private static final int SHOWN = 3;
    private static final int PHONE = 11;

    private final CellSentences sentences = CellSentences.beside(RosterKind.class);
    private final JudgeRows judge;
    private final EnrolPeople enrol;
    private final Clock clock;

    RosterKind(JudgeRows judge, EnrolPeople enrol, Clock clock) {
        this.judge = judge;
        this.enrol = enrol;
        this.clock = clock;
    }

    @Override
    public String module() {
        return "candidate";
    }

    @Override
    public String noun() {
        return "roster";
    }

    @Override
    public SheetFormat format() {
        return CandidateSheet.FORMAT;
    }

    @Override
    public String templateName() {
        return "学生信息导入模板.xlsx";
    }

    @Override
    public List<String> fields() {
        return CandidateSheet.FIELDS;
    }

    @Override
    public String rowField() {
        return Field.NAME.name();
    }

    @Override
    public Optional<String> identity(Map<String, String> values) {
        return CandidateForm.of(values).number().map(IdNumber::value);
    }

    @Override
    public String identityField() {
        return Field.ID_NUMBER.name();
    }

    @Override
    public List<CellProblem> problems(Map<String, String> values, Actor actor) {
        return CandidateForm.of(values)
                .read(actor.organization().name(), today())
                .problems();
    }

    @Override
    public List<IntakeRow> judge(List<IntakeRow> rows, Actor actor) {
        return judge.judge(actor.organization().code(), read(rows, actor));
    }

    @Override
    public List<IntakeRow> enter(List<IntakeRow> rows, Actor actor) {
        var college = actor.organization().code();
        enrol.lock(college);
        var read = read(rows, actor);
        return enrol.enter(college, read, judge.judge(college, read));
    }

    private List<JudgeRows.Read> read(List<IntakeRow> rows, Actor actor) {
        var today = today();
        return rows.stream()
                .map(row -> {
                    var form = CandidateForm.of(row.values());
                    return new JudgeRows.Read(
                            row, form, form.read(actor.organization().name(), today));
                })
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Window.BEIJING);
    }

    /** ID number and phone number masked, but whole where they cannot be right, because whoever typed them must find the mistake. */
    @Override
    public Map<String, String> shown(Map<String, String> values) {
        var shown = new HashMap<>(values);
        shown.computeIfPresent(Field.ID_NUMBER.name(), (field, text) -> maskedNumber(text));
        shown.computeIfPresent(Field.PHONE.name(), (field, text) -> maskedPhone(text));
        return shown;
    }

    private static String maskedNumber(String text) {
        return IdNumber.flawOf(text).isPresent() ? text : IdNumber.of(text).masked();
    }

    /** However people group the digits. */
    private static String maskedPhone(String text) {
        var digits = IdNumber.normalized(text).replaceAll("\\D", "");
        return digits.length() >= PHONE ? digits.substring(0, SHOWN) + "****" + digits.substring(7) : text;
    }

    @Override
    public Optional<String> sentence(CellProblem problem) {
        return sentences.of(problem);
    }
}
