package org.onex.rehearsal.registration;

import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.Person;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;

/** An officer who registers and withdraws people one after the other until the plan says that it is over. */
final class SingleEntries {

    private static final int MOST_ROUNDS = 500;

    private final Scene scene;
    private final RegistrationDesk desk;
    private final List<Person> people;
    private final Offer offer;

    SingleEntries(Scene scene, RegistrationDesk desk, List<Person> people, Offer offer) {
        this.scene = scene;
        this.desk = desk;
        this.people = people;
        this.offer = offer;
    }

    void play(LastMinute.Progress progress, Book book) {
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var wasOver = progress.isOver();
            var person = people.get(round % people.size());
            var one = Entered.of(person, offer);
            if (book.has(desk.login(), one)) {
                if (took(withdraw(person), wasOver, progress)) {
                    book.remove(desk.login(), one);
                }
            } else if (took(desk.register(List.of(person), offer), wasOver, progress)) {
                book.add(desk.login(), one);
            }
            if (wasOver) {
                return;
            }
        }
    }

    private Answer withdraw(Person person) {
        return desk.withdraw(desk.found(person, offer));
    }

    /** Whether it was accepted; it is either that or too late, and what is asked when it is over is too late. */
    private boolean took(Answer answer, boolean wasOver, LastMinute.Progress progress) {
        var reasons = answer.isFine() ? RegistrationDesk.reasons(answer) : List.of(answer.code());
        var accepted = reasons.isEmpty();
        scene.check(
                Claim.NOBODY_AFTER_DEADLINE,
                accepted ? !wasOver : reasons.equals(List.of("CLOSED")) || answer.isProblem(409, "registration.closed"),
                () -> desk.login() + (wasOver ? " after" : " at") + " the deadline: " + answer + " " + reasons + " "
                        + Json.text(answer.body(), "state"));
        if (accepted) {
            progress.accept();
        } else {
            progress.refuse();
        }
        return accepted;
    }
}
