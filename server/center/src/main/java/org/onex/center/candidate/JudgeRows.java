package org.onex.center.candidate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onex.center.intake.CellProblem;
import org.onex.center.intake.IntakeRow;
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

    /** A row and what it says. */
    record Read(IntakeRow row, CandidateForm form, CandidateForm.Reading reading) {

        /** What it says of somebody of whom something is known already. */
        Particulars over(Particulars known) {
            return reading.sureParticulars().over(known, form.values().keySet());
        }

        /** Refused for what it says by itself, should that have become wrong since the row was looked at. */
        IntakeRow refused() {
            return row.bad(reading.problems().stream()
                    .filter(problem -> !problem.isWarning())
                    .toArray(CellProblem[]::new));
        }
    }

    List<IntakeRow> judge(String college, Collection<Read> read) {
        var numbers = read.stream()
                .filter(row -> !row.reading().isRefused())
                .map(row -> row.reading().sureNumber())
                .toList();
        var known = people.find(numbers);
        var there = enrolments.at(college, known.values());
        return read.stream().map(row -> judge(row, known, there)).toList();
    }

    private static IntakeRow judge(Read read, Map<IdNumber, UUID> known, Map<UUID, Enrolment> there) {
        if (read.reading().isRefused()) {
            return read.refused();
        }
        return Optional.ofNullable(known.get(read.reading().sureNumber()))
                .map(there::get)
                .map(enrolment -> judge(read, enrolment))
                .orElseGet(() -> read.row().judged(IntakeRow.Verdict.ADDED));
    }

    private static IntakeRow judge(Read read, Enrolment enrolment) {
        var known = enrolment.particulars();
        if (enrolment.isNameLocked()
                && !known.name().equals(read.reading().sureParticulars().name())) {
            return read.row().bad(FormFlaw.NAME_LOCKED.at(Field.NAME));
        }
        var isSame = known.equals(read.over(known));
        return read.row().judged(isSame ? IntakeRow.Verdict.UNCHANGED : IntakeRow.Verdict.CHANGED);
    }
}
