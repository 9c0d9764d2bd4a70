package org.onex.center.staffing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an invigilator: the body approves or returns the application, body or college retire them. */
@Service
@Transactional
class DecideOnInvigilators {

    private final Invigilators invigilators;
    private final PeopleByPhone people;
    private final Assignments assignments;
    private final Clock clock;
    private final AuditTrail trail;

    DecideOnInvigilators(
            Invigilators invigilators, PeopleByPhone people, Assignments assignments, Clock clock, AuditTrail trail) {
        this.invigilators = invigilators;
        this.people = people;
        this.assignments = assignments;
        this.clock = clock;
        this.trail = trail;
    }

    /** What is approved stays so, with its number. */
    Invigilator approve(UUID id, int version, Actor actor) {
        var pending = visible(id, actor);
        if (pending.isApproved() && pending.between().isDecidedBy(actor)) {
            return pending;
        }
        pending.requireDecidable(version, actor);
        var approved = pending.approved(version, invigilators.takeNumber(id), actor, now());
        invigilators.change(approved);
        record(actor, "staffing.approve", approved, Map.of("number", String.valueOf(approved.number())));
        return approved;
    }

    Invigilator giveBack(UUID id, int version, String opinion, Actor actor) {
        var returned = visible(id, actor).returned(version, opinion, actor, now());
        invigilators.change(returned);
        record(actor, "staffing.return", returned, Map.of("opinion", String.valueOf(returned.opinion())));
        return returned;
    }

    /** They lose the rooms whose hours have not begun. Whoever assigns holds the person first, so do we. */
    Invigilator retire(UUID id, int version, String reason, Actor actor) {
        var before = invigilators.find(id).orElseThrow(DecideOnInvigilators::unknown);
        people.hold(Set.of(people.hash(before.particulars().phone())));
        var now = now();
        var retired = visible(id, actor).retired(version, reason, actor, now);
        invigilators.change(retired);
        var lost = assignments.release(id, now);
        record(
                actor,
                "staffing.retire",
                retired,
                Map.of("reason", String.valueOf(retired.opinion()), "assignmentsLost", lost));
        return retired;
    }

    private Invigilator visible(UUID id, Actor actor) {
        return invigilators
                .findForChange(id)
                .filter(found -> found.isVisibleTo(actor))
                .orElseThrow(DecideOnInvigilators::unknown);
    }

    private static StaffingRefused unknown() {
        return StaffingRefused.of(StaffingRefused.Code.INVIGILATOR_UNKNOWN);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(Actor actor, String act, Invigilator invigilator, Map<String, ?> facts) {
        var all = new HashMap<String, Object>(facts);
        all.put("college", invigilator.between().college());
        all.put("version", invigilator.version());
        trail.record(actor, act, invigilator.id().toString(), all);
    }
}
