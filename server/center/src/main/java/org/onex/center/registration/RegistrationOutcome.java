package org.onex.center.registration;

import java.util.List;
import java.util.Map;
import org.onex.center.candidate.EnrolmentKey;

/** Who of several people is registered now, and who cannot be. */
record RegistrationOutcome(List<RegistrationKey> registered, List<RefusedPerson> refused) {

    record RefusedPerson(EnrolmentKey person, List<Reason> reasons) {}

    record Reason(RegistrationRefused.Code code, Map<String, Object> facts) {

        static Reason of(Refusal refusal) {
            return new Reason(refusal.code(), refusal.facts());
        }
    }
}
