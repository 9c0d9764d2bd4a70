package org.onex.center.registration;

import java.util.Map;

/**
 * Why somebody cannot be registered, and which of the values is to blame.
 *
 * @param facts what the sentence needs; never an ID number or a person's name
 */
record Refusal(RegistrationField field, RegistrationRefused.Code code, Map<String, Object> facts) {

    Refusal {
        facts = Map.copyOf(facts);
    }

    static Refusal of(RegistrationField field, RegistrationRefused.Code code) {
        return new Refusal(field, code, Map.of());
    }

    static Refusal of(RegistrationField field, RegistrationRefused.Code code, String fact, Object value) {
        return new Refusal(field, code, Map.of(fact, value));
    }

    RegistrationRefused toError() {
        return RegistrationRefused.of(code, facts);
    }
}
