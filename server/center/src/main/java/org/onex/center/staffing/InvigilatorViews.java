package org.onex.center.staffing;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.kernel.Window;
import org.onex.contract.kernel.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Turns invigilators into what people read: names instead of codes, and by when the body should decide. */
@Component
class InvigilatorViews {

    private final OrganizationDirectory organizations;
    private final WorkingCalendar calendar = WorkingCalendar.statutory();
    private final Clock clock;

    InvigilatorViews(OrganizationDirectory organizations, Clock clock) {
        this.organizations = organizations;
        this.clock = clock;
    }

    InvigilatorView of(Invigilator invigilator) {
        return of(List.of(invigilator)).getFirst();
    }

    List<InvigilatorView> of(List<Invigilator> some) {
        var colleges = parties(
                OrganizationKind.COLLEGE,
                some.stream().map(one -> one.between().college()).toList());
        var bodies = parties(
                OrganizationKind.AWARDING_BODY,
                some.stream().map(one -> one.between().awardingBody()).toList());
        return some.stream().map(one -> view(one, colleges, bodies)).toList();
    }

    /** Parties of one kind with their names, all asked for at once. */
    Function<String, InvigilatorView.StaffingParty> parties(OrganizationKind kind, Collection<String> codes) {
        var names = organizations.names(kind, codes);
        return code -> new InvigilatorView.StaffingParty(code, names.getOrDefault(code, code));
    }

    private InvigilatorView view(
            Invigilator invigilator,
            Function<String, InvigilatorView.StaffingParty> colleges,
            Function<String, InvigilatorView.StaffingParty> bodies) {
        var said = invigilator.particulars();
        var number = invigilator.number();
        return new InvigilatorView(
                invigilator.id(),
                invigilator.version(),
                number == null ? null : number.value(),
                invigilator.state(),
                Window.inBeijing(invigilator.since()),
                invigilator.dueBy(calendar).orElse(null),
                invigilator.isOverdue(calendar, clock.instant()),
                colleges.apply(invigilator.between().college()),
                bodies.apply(invigilator.between().awardingBody()),
                said.name(),
                said.maskedPhone(),
                said.region(),
                said.teaches(),
                said.teachesQualification(),
                said.certificate(),
                said.certificateNumber(),
                said.issuer(),
                invigilator.opinion());
    }
}
