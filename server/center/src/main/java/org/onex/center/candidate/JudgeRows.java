package org.onex.center.candidate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.IdNumber;
import org.springframework.stereotype.Component;

/** Says what entering rows would do, by what is known of their people now. */
@Component
class JudgeRows {

    private final People people;
    private final Enrolments enrolments;

    JudgeRows(People people, Enrolments enrolments) {
        this.people = people;
        this.enrolments = enrolments;
    }

    /** A row as far as it was read. */
    record Read(int number, CandidateForm form, CandidateForm.Reading reading, List<CellProblem> problems) {

        /** What it says of somebody of whom something is known already. */
        Particulars over(Particulars known) {
            return reading.sureParticulars().over(known, form.values().keySet());
        }

        boolean isBad() {
            return reading.isRefused() || problems.stream().anyMatch(problem -> !problem.isWarning());
        }
    }

    List<RosterRow> judge(String college, Collection<Read> read) {
        var numbers = read.stream()
                .filter(row -> !row.isBad())
                .map(row -> row.reading().sureNumber())
                .toList();
        var known = people.find(numbers);
        var there = enrolments.at(college, known.values());
        return read.stream().map(row -> judge(row, known, there)).toList();
    }

    private static RosterRow judge(Read row, Map<IdNumber, UUID> known, Map<UUID, Enrolment> there) {
        if (row.isBad()) {
            return judged(row, RosterRow.Verdict.BAD, row.problems());
        }
        var enrolment = Optional.ofNullable(known.get(row.reading().sureNumber()))
                .map(there::get)
                .orElse(null);
        return judge(row, enrolment);
    }

    private static RosterRow judge(Read row, @Nullable Enrolment enrolment) {
        var said = row.reading().sureParticulars();
        if (enrolment == null) {
            return judged(row, RosterRow.Verdict.ADDED, row.problems());
        }
        if (enrolment.isNameLocked() && !enrolment.particulars().name().equals(said.name())) {
            var problems = new ArrayList<>(row.problems());
            problems.add(CellProblem.of(Field.NAME, CellProblem.Code.NAME_LOCKED));
            return judged(row, RosterRow.Verdict.BAD, problems);
        }
        var isSame = enrolment.particulars().equals(row.over(enrolment.particulars()));
        return judged(row, isSame ? RosterRow.Verdict.UNCHANGED : RosterRow.Verdict.CHANGED, row.problems());
    }

    private static RosterRow judged(Read row, RosterRow.Verdict verdict, List<CellProblem> problems) {
        return new RosterRow(row.number(), verdict, false, row.form(), problems, null);
    }
}
