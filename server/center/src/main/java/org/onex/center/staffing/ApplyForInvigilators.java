package org.onex.center.staffing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How somebody becomes an invigilator: a college names them and corrects what it said; or the body enters a college's paper roster that
 * came late, which is its approval at once (004 §五: 直接将监考老师安排告诉工作人员).
 */
@Service
@Transactional
class ApplyForInvigilators {

    private final Invigilators invigilators;
    private final PeopleByPhone people;
    private final OrganizationDirectory organizations;
    private final Clock clock;
    private final AuditTrail trail;

    ApplyForInvigilators(
            Invigilators invigilators,
            PeopleByPhone people,
            OrganizationDirectory organizations,
            Clock clock,
            AuditTrail trail) {
        this.invigilators = invigilators;
        this.people = people;
        this.organizations = organizations;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * The same request again after a lost answer enters nobody more.
     *
     * @param request made by whoever asks, another one for each person
     */
    Invigilator enter(UUID request, Invigilator.Between between, Particulars particulars, Actor actor) {
        if (!between.concerns(actor)) {
            throw StaffingRefused.of(StaffingRefused.Code.NOT_YOURS);
        }
        requireKnown(between);
        var hash = people.hash(particulars.phone());
        people.hold(Set.of(hash));
        var stored = invigilators.ofRequest(between.college(), request);
        if (stored.isPresent()) {
            stored.get().requireStillSays(between, particulars);
            return stored.get();
        }
        var applied = Invigilator.applied(Ids.next(), request, between, particulars, now());
        requireNewPerson(applied, hash);
        var entered = between.isDecidedBy(actor)
                ? applied.approved(applied.version(), invigilators.takeNumber(applied.id()), actor, applied.since())
                : applied;
        invigilators.add(entered);
        record(actor, entered.isApproved() ? "staffing.enter-on-behalf" : "staffing.apply", entered);
        return entered;
    }

    /**
     * @param said what is said of them now, made from what was said in that version
     */
    Invigilator revise(UUID id, int version, UnaryOperator<Particulars> said, Actor actor) {
        var particulars = said.apply(visible(invigilators.find(id), actor).particulars());
        var hash = people.hash(particulars.phone());
        people.hold(Set.of(hash));
        var revised = visible(invigilators.findForChange(id), actor).revised(particulars, version, actor, now());
        requireNewPerson(revised, hash);
        invigilators.change(revised);
        record(actor, "staffing.revise-application", revised);
        return revised;
    }

    private static Invigilator visible(Optional<Invigilator> found, Actor actor) {
        return found.filter(one -> one.isVisibleTo(actor))
                .orElseThrow(() -> StaffingRefused.of(StaffingRefused.Code.INVIGILATOR_UNKNOWN));
    }

    private void requireKnown(Invigilator.Between between) {
        if (organizations.find(OrganizationKind.COLLEGE, between.college()).isEmpty()) {
            throw StaffingRefused.of(StaffingRefused.Code.COLLEGE_UNKNOWN, "college", between.college());
        }
        if (organizations
                .find(OrganizationKind.AWARDING_BODY, between.awardingBody())
                .isEmpty()) {
            throw StaffingRefused.of(
                    StaffingRefused.Code.AWARDING_BODY_UNKNOWN, "awardingBody", between.awardingBody());
        }
    }

    private void requireNewPerson(Invigilator invigilator, String hash) {
        if (invigilators.isNamed(invigilator.between(), hash, invigilator.id())) {
            throw StaffingRefused.of(StaffingRefused.Code.ALREADY_APPLIED);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Not the phone: it is personal. */
    private void record(Actor actor, String act, Invigilator invigilator) {
        trail.record(
                actor,
                act,
                invigilator.id().toString(),
                Map.of(
                        "college", invigilator.between().college(),
                        "awardingBody", invigilator.between().awardingBody(),
                        "name", invigilator.particulars().name(),
                        "version", invigilator.version()));
    }
}
