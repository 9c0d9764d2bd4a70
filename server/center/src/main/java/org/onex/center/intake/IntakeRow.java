package org.onex.center.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a spreadsheet that was sent (导入行).
 *
 * @param number    as the spreadsheet counts
 * @param isEntered whether it has been taken over
 * @param values    what stands in its filled cells, by field
 * @param subject   the key of what it was entered as, in the words of whoever entered it
 */
public record IntakeRow(
        int number,
        Verdict verdict,
        boolean isEntered,
        Map<String, String> values,
        List<CellProblem> problems,
        @Nullable String subject) {

    /** What entering the row would do, or has done. */
    public enum Verdict {
        ADDED,
        CHANGED,
        UNCHANGED,
        BAD
    }

    public IntakeRow {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    /** A row as it was read: bad if a problem refuses it, and otherwise to be judged. */
    public static IntakeRow read(int number, Map<String, String> values, List<CellProblem> problems) {
        return new IntakeRow(number, verdict(problems), false, values, problems, null);
    }

    private static Verdict verdict(List<CellProblem> problems) {
        return problems.stream().allMatch(CellProblem::isWarning) ? Verdict.ADDED : Verdict.BAD;
    }

    public boolean isBad() {
        return verdict == Verdict.BAD;
    }

    public IntakeRow judged(Verdict next) {
        return new IntakeRow(number, next, isEntered, values, problems, subject);
    }

    /** The same, refused for further reasons. */
    public IntakeRow bad(CellProblem... reasons) {
        var all = new ArrayList<>(problems);
        all.addAll(List.of(reasons));
        return new IntakeRow(number, Verdict.BAD, false, values, all, subject);
    }

    public IntakeRow entered(String asWhat) {
        return new IntakeRow(number, verdict, true, values, problems, asWhat);
    }

    /** The same with what has become wrong since it was read. */
    IntakeRow again(List<CellProblem> found) {
        var all = new ArrayList<>(problems);
        found.stream()
                .filter(problem -> !problem.isWarning() && !problems.contains(problem))
                .forEach(all::add);
        var isStillGood = all.stream().allMatch(CellProblem::isWarning);
        return new IntakeRow(number, isStillGood ? verdict : Verdict.BAD, false, values, all, subject);
    }

    /** Never the values: they are people, and records end up in logs. */
    @Override
    public String toString() {
        return "IntakeRow[" + number + " " + verdict + ", " + problems.size() + " problems]";
    }
}
