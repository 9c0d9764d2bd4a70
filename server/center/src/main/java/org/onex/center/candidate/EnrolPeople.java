package org.onex.center.candidate;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onex.center.intake.IntakeRow;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.ids.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters people at a college, or what it says of them now; tells whose real name is to be checked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EnrolPeople {

    private final People people;
    private final Enrolments enrolments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EnrolPeople(People people, Enrolments enrolments, ApplicationEventPublisher events, Clock clock) {
        this.people = people;
        this.enrolments = enrolments;
        this.events = events;
        this.clock = clock;
    }

    void lock(String college) {
        enrolments.lockRoster(college);
    }

    /**
     * Enters rows that were judged just now, under the roster's lock.
     *
     * @param judged the rows that were read, in the same order
     * @return the rows as they have become
     */
    List<IntakeRow> enter(String college, List<JudgeRows.Read> read, List<IntakeRow> judged) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var good = new ArrayList<JudgeRows.Read>();
        for (int i = 0; i < judged.size(); i++) {
            if (!judged.get(i).isBad()) {
                good.add(read.get(i));
            }
        }
        var keys = enter(college, good, now).iterator();
        return judged.stream()
                .map(row -> row.isBad() ? row : row.entered(keys.next().text()))
                .toList();
    }

    private List<EnrolmentKey> enter(String college, List<JudgeRows.Read> rows, Instant now) {
        var known = people.findOrAdd(
                rows.stream().map(row -> row.reading().sureNumber()).toList(), now);
        var there = enrolments.at(college, known.values());
        var added = new ArrayList<Enrolment>();
        var changed = new ArrayList<Enrolment>();
        var keys = new ArrayList<EnrolmentKey>();
        for (var row : rows) {
            var number = row.reading().sureNumber();
            var candidate = Optional.ofNullable(known.get(number)).orElseThrow();
            var old = there.get(candidate);
            if (old == null) {
                var key = new EnrolmentKey(candidate, Ids.next());
                added.add(Enrolment.begun(key, college, number, row.reading().sureParticulars(), now));
                keys.add(key);
            } else {
                var next = old.revised(row.over(old.particulars()));
                if (!next.equals(old)) {
                    changed.add(next);
                }
                keys.add(old.key());
            }
        }
        enrolments.add(added);
        enrolments.change(changed);
        tellPending(there.values(), changed);
        return keys;
    }

    /**
     * Enters one person.
     *
     * @throws CandidateRefused if they are there already
     */
    Enrolment add(String college, IdNumber number, Particulars said) {
        lock(college);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var candidate = Optional.ofNullable(
                        people.findOrAdd(List.of(number), now).get(number))
                .orElseThrow();
        var there = enrolments.at(college, List.of(candidate)).get(candidate);
        if (there != null) {
            throw CandidateRefused.alreadyEnrolled(there.key());
        }
        var added = Enrolment.begun(new EnrolmentKey(candidate, Ids.next()), college, number, said, now);
        enrolments.add(List.of(added));
        return added;
    }

    /** Stores what has become of enrolments. */
    void change(Collection<Enrolment> before, Collection<Enrolment> changed) {
        enrolments.change(changed);
        tellPending(before, changed);
    }

    private void tellPending(Collection<Enrolment> before, Collection<Enrolment> changed) {
        var old = before.stream().collect(Collectors.toMap(Enrolment::key, enrolment -> enrolment));
        var pending = changed.stream()
                .filter(enrolment -> enrolment.state() == InformationState.PENDING)
                .filter(enrolment -> hasBecomeAQuestion(Objects.requireNonNull(old.get(enrolment.key())), enrolment))
                .map(Enrolment::key)
                .toList();
        if (!pending.isEmpty()) {
            events.publishEvent(new EnrolmentsPending(pending));
        }
    }

    private static boolean hasBecomeAQuestion(Enrolment before, Enrolment now) {
        return before.state() != InformationState.PENDING
                || !before.particulars().name().equals(now.particulars().name());
    }
}
