package org.onex.rehearsal.registration;

import java.util.List;
import org.onex.rehearsal.people.Person;

/** Somebody who is at two colleges, each of which would register them. */
record Wanderer(Person person, ByHand first, ByHand second, List<String> firstNames) {

    /** For the same thing, and for another at the same hours: the second college learns that it cannot be, not what the first one did. */
    void play(Offer same, List<Offer> excluding) {
        second.chooseAfter(person, same, "DUPLICATE_ELSEWHERE", firstNames);
        if (excluding.size() == 2) {
            var held = excluding.getFirst();
            var wanted = excluding.getLast();
            first.choose(person, held);
            first.chooseBeside(person, wanted, held);
            second.chooseAfter(person, wanted, "CLASH", unspoken(held));
        }
    }

    private List<String> unspoken(Offer held) {
        return List.of(
                firstNames.getFirst(),
                firstNames.getLast(),
                held.plan().name(),
                held.plan().code(),
                held.qualification().name(),
                held.printedLevel());
    }
}
