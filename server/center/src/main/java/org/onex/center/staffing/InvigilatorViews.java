package org.onex.center.staffing;

import java.time.Clock;
import org.onex.center.organization.Organization;
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

    InvigilatorView.StaffingParty nameOf(OrganizationKind kind, String code) {
        return new InvigilatorView.StaffingParty(
                code, organizations.find(kind, code).map(Organization::name).orElse(code));
    }

    InvigilatorView of(Invigilator invigilator) {
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
                nameOf(OrganizationKind.COLLEGE, invigilator.between().college()),
                nameOf(OrganizationKind.AWARDING_BODY, invigilator.between().awardingBody()),
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
