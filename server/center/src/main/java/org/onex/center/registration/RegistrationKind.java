package org.onex.center.registration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.springframework.stereotype.Component;

/** The registrations that a college sends as a workbook (批量导入报考数据): each row registers one person for one level of one plan. */
@Component
class RegistrationKind implements IntakeKind {

    private final CellSentences sentences = CellSentences.beside(RegistrationKind.class);
    private final ReadWishes read;
    private final JudgeWishes judge;
    private final RegisterCandidates register;
    private final Clock clock;

    RegistrationKind(ReadWishes read, JudgeWishes judge, RegisterCandidates register, Clock clock) {
        this.read = read;
        this.judge = judge;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String module() {
        return "registration";
    }

    @Override
    public String noun() {
        return "registrations";
    }

    @Override
    public SheetFormat format() {
        return RegistrationSheet.FORMAT;
    }

    @Override
    public List<String> fields() {
        return Arrays.stream(RegistrationField.values()).map(Enum::name).toList();
    }

    @Override
    public String rowField() {
        return RegistrationField.NAME.name();
    }

    @Override
    public Optional<String> identity(Map<String, String> values) {
        return RegistrationSheet.identity(RegistrationSheet.values(values));
    }

    @Override
    public String identityField() {
        return RegistrationField.ID_NUMBER.name();
    }

    @Override
    public List<CellProblem> problems(Map<String, String> values, Actor actor) {
        return RegistrationSheet.problems(RegistrationSheet.values(values), actor.organization());
    }

    @Override
    public List<IntakeRow> judge(List<IntakeRow> rows, Actor actor) {
        return judged(rows, judge.judge(readings(rows, actor), clock.instant()), false);
    }

    @Override
    public List<IntakeRow> enter(List<IntakeRow> rows, Actor actor) {
        return judged(rows, register.register(() -> readings(rows, actor)), true);
    }

    private List<ReadWishes.WishReading> readings(List<IntakeRow> rows, Actor actor) {
        return read.rows(
                rows.stream().map(row -> RegistrationSheet.values(row.values())).toList(), actor);
    }

    private static List<IntakeRow> judged(List<IntakeRow> rows, List<Judgement> judgements, boolean isEntered) {
        var judged = new ArrayList<IntakeRow>();
        for (int i = 0; i < rows.size(); i++) {
            judged.add(judged(rows.get(i), judgements.get(i), isEntered));
        }
        return judged;
    }

    private static IntakeRow judged(IntakeRow row, Judgement judgement, boolean isEntered) {
        if (judgement.isRefused()) {
            return row.bad(judgement.refusals().stream()
                    .map(RegistrationSheet::problem)
                    .toArray(CellProblem[]::new));
        }
        var verdict = judgement.isNew() ? IntakeRow.Verdict.ADDED : IntakeRow.Verdict.UNCHANGED;
        var standing = judgement.standing();
        return isEntered && standing != null
                ? row.judged(verdict)
                        .entered(standing.key().candidate() + "/"
                                + standing.key().id())
                : row.judged(verdict);
    }

    @Override
    public Map<String, String> shown(Map<String, String> values) {
        var shown = new HashMap<>(values);
        // Whoever mistyped a number must find the mistake.
        shown.computeIfPresent(
                RegistrationField.ID_NUMBER.name(),
                (field, text) -> IdNumber.flawOf(text).isPresent()
                        ? text
                        : IdNumber.of(text).masked());
        return shown;
    }

    @Override
    public Optional<String> sentence(CellProblem problem) {
        return sentences.of(problem);
    }
}
