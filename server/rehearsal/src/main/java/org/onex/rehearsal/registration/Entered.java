package org.onex.rehearsal.registration;

import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.IdNumbers;
import org.onex.rehearsal.people.Person;
import tools.jackson.databind.JsonNode;

/** Somebody who is registered for something, as lists show it. */
record Entered(String name, String maskedNumber, String plan, String qualification, String level) {

    static Entered of(Person person, Offer offer) {
        return new Entered(
                person.name(),
                IdNumbers.masked(person.idNumber()),
                offer.plan().code(),
                offer.qualification().code(),
                offer.level());
    }

    static Entered of(JsonNode registration) {
        return new Entered(
                Json.text(registration, "name"),
                Json.text(registration, "idNumber"),
                Json.text(registration.path("plan"), "code"),
                Json.text(registration.path("qualification"), "code"),
                Json.text(registration, "level"));
    }

    @Override
    public String toString() {
        return name + " " + maskedNumber + " for " + qualification + " " + level + " in " + plan;
    }
}
