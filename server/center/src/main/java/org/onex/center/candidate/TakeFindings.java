package org.onex.center.candidate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what photos and real-name checks mean for enrolments, in the transaction in which it was found. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakeFindings {

    private final Enrolments enrolments;
    private final EnrolPeople enrol;

    TakeFindings(Enrolments enrolments, EnrolPeople enrol) {
        this.enrolments = enrolments;
        this.enrol = enrol;
    }

    @EventListener
    void on(PhotosKept kept) {
        change(kept.keys(), Enrolment::photographed);
    }

    @EventListener
    void on(RealNamesAnswered answered) {
        var answers =
                answered.answers().stream().collect(Collectors.toMap(RealNamesAnswered.Answer::key, answer -> answer));
        change(answers.keySet(), enrolment -> {
            var answer = answers.get(enrolment.key());
            return answer == null ? enrolment : enrolment.answered(answer.name(), answer.confirmed());
        });
    }

    private void change(Collection<EnrolmentKey> keys, UnaryOperator<Enrolment> change) {
        var before = lockedFind(keys);
        var old = new ArrayList<Enrolment>();
        var changed = new ArrayList<Enrolment>();
        for (var enrolment : before) {
            var next = change.apply(enrolment);
            if (!next.equals(enrolment)) {
                old.add(enrolment);
                changed.add(next);
            }
        }
        enrol.change(old, changed);
    }

    /** Colleges change their rosters at the same time; their locks are taken in one order. */
    private List<Enrolment> lockedFind(Collection<EnrolmentKey> keys) {
        enrolments.find(keys).stream()
                .map(Enrolment::college)
                .distinct()
                .sorted()
                .forEach(enrol::lock);
        return enrolments.find(keys);
    }
}
