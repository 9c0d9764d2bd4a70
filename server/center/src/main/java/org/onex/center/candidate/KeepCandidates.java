package org.onex.center.candidate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.Window;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a college does with one candidate: enters, corrects, takes off its roster, looks at what is masked. */
@Service
@Transactional
class KeepCandidates {

    private static final int SHORTEST_REASON = 4;

    private final Enrolments enrolments;
    private final EnrolPeople enrol;
    private final Clock clock;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    KeepCandidates(
            Enrolments enrolments, EnrolPeople enrol, Clock clock, AuditTrail trail, ApplicationEventPublisher events) {
        this.enrolments = enrolments;
        this.enrol = enrol;
        this.clock = clock;
        this.trail = trail;
        this.events = events;
    }

    Enrolment add(CandidateForm form, Actor actor) {
        var reading = sound(form, actor);
        var added = enrol.add(actor.organization().code(), reading.sureNumber(), reading.sureParticulars());
        record(actor, "candidate.enrol", added.key(), Map.of("state", added.state()));
        return added;
    }

    /**
     * @param version the one that was read
     * @throws CandidateRefused if the form cannot be so, or somebody changed it since
     */
    Enrolment revise(EnrolmentKey key, int version, CandidateForm form, Actor actor) {
        var enrolment = own(key, actor).at(version);
        var revised = enrolment.revised(sound(form, enrolment, actor).sureParticulars());
        if (!revised.equals(enrolment)) {
            enrol.change(List.of(enrolment), List.of(revised));
            record(actor, "candidate.revise", key, Map.of("version", revised.version(), "state", revised.state()));
        }
        return revised;
    }

    void end(EnrolmentKey key, int version, Actor actor) {
        var enrolment = own(key, actor).at(version);
        enrolments.end(enrolment, clock.instant().truncatedTo(ChronoUnit.MICROS));
        events.publishEvent(new EnrolmentEnded(key));
        record(actor, "candidate.end-enrolment", key, Map.of("version", version));
    }

    /** Shows what is masked otherwise; who asks says why, and it is on record. */
    Enrolment disclose(EnrolmentKey key, String reason, Actor actor) {
        if (reason.strip().length() < SHORTEST_REASON) {
            throw CandidateRefused.of(CandidateRefused.Code.REASON_MISSING);
        }
        var enrolment = own(key, actor);
        record(actor, "candidate.disclose", key, Map.of("reason", reason.strip()));
        return enrolment;
    }

    private Enrolment own(EnrolmentKey key, Actor actor) {
        enrol.lock(actor.organization().code());
        return enrolments
                .find(key)
                .filter(found -> found.college().equals(actor.organization().code()))
                .orElseThrow(() -> CandidateRefused.of(CandidateRefused.Code.UNKNOWN));
    }

    private CandidateForm.Reading sound(CandidateForm form, Enrolment enrolment, Actor actor) {
        // People see a masked phone number; what they did not write anew stays.
        var whole = form.with(Field.ID_NUMBER, enrolment.number().value());
        return sound(
                form.values().containsKey(Field.PHONE)
                        ? whole
                        : whole.with(Field.PHONE, enrolment.particulars().phone()),
                actor);
    }

    private CandidateForm.Reading sound(CandidateForm form, Actor actor) {
        var reading = form.read(actor.organization().name(), LocalDate.ofInstant(clock.instant(), Window.BEIJING));
        if (reading.isRefused()) {
            throw CandidateRefused.invalid(reading.problems().stream()
                    .filter(problem -> !problem.isWarning())
                    .toList());
        }
        return reading;
    }

    private void record(Actor actor, String act, EnrolmentKey key, Map<String, ?> facts) {
        trail.record(actor, act, key.text(), facts);
    }
}
