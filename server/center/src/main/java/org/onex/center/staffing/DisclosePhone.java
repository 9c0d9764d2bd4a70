package org.onex.center.staffing;

import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows an invigilator's phone, which is masked otherwise (查看手机号); who asks says why, and it is on record. */
@Service
@Transactional
class DisclosePhone {

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 500;

    private final Invigilators invigilators;
    private final AuditTrail trail;

    DisclosePhone(Invigilators invigilators, AuditTrail trail) {
        this.invigilators = invigilators;
        this.trail = trail;
    }

    String disclose(UUID id, String reason, Actor actor) {
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON) {
            throw StaffingRefused.of(StaffingRefused.Code.DISCLOSURE_REASON_MISSING);
        }
        StaffingRefused.require(why.length() <= LONGEST_REASON, "reason");
        var invigilator = invigilators
                .find(id)
                .filter(found -> found.isVisibleTo(actor))
                .orElseThrow(() -> StaffingRefused.of(StaffingRefused.Code.INVIGILATOR_UNKNOWN));
        trail.record(actor, "staffing.disclose-phone", id.toString(), Map.of("reason", why));
        return invigilator.particulars().phone();
    }
}
