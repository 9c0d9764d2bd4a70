package org.onex.rehearsal.registration;

import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.CollegeDesk;
import org.onex.rehearsal.people.Person;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;

/** What one college does about single people before the deadline: chooses them from the roster, changes a level, withdraws somebody. */
final class ByHand {

    private final Scene scene;
    private final RegistrationDesk desk;
    private final Book book;

    ByHand(Scene scene, RegistrationDesk desk, Book book) {
        this.scene = scene;
        this.desk = desk;
        this.book = book;
    }

    /** Registers somebody, and once more, which changes nothing. */
    void choose(Person person, Offer offer) {
        var first = desk.register(List.of(person), offer);
        var again = desk.register(List.of(person), offer);
        scene.check(
                Claim.ONCE_REGISTERED,
                first.isFine()
                        && first.body().path("registered").size() == 1
                        && first.body().path("registered").equals(again.body().path("registered")),
                () -> desk.login() + " registers " + person + " twice, " + first + " and " + again + " "
                        + RegistrationDesk.reasons(again));
        book.add(desk.login(), Entered.of(person, offer));
        staysOnRoster(person);
    }

    /** Of an offer that the college cannot take up: it has no site. */
    void chooseInVain(Person person, Offer offer) {
        var answer = desk.register(List.of(person), offer);
        scene.check(
                Claim.BAD_ROWS_SAY_WHY,
                RegistrationDesk.reasons(answer).equals(List.of("SITE_UNKNOWN")),
                () -> desk.login() + " has no site and registers " + person + ", " + answer + " "
                        + RegistrationDesk.reasons(answer));
    }

    /** Says that somebody sits another level; whoever read it before may not. */
    void change(Person person, Offer from, Offer to) {
        var read = desk.found(person, from);
        var changed = desk.change(read, to).orFail();
        book.remove(desk.login(), Entered.of(person, from));
        book.add(desk.login(), Entered.of(person, to));
        scene.check(
                Claim.ENTRIES_PER_SUBJECT,
                Json.text(changed, "level").equals(to.level())
                        && changed.path("records").size() == to.subjects().size(),
                () -> desk.login() + " changed " + person + " to " + to.level() + " and it is "
                        + Json.text(changed, "level") + " with the records " + changed.path("records"));
        var stale = desk.withdraw(read);
        scene.check(
                Claim.ONCE_REGISTERED,
                stale.isProblem(409, "registration.changed"),
                () -> desk.login() + " withdraws what has been changed meanwhile, " + stale);
    }

    /** 退考: there is no record left, and it is told only to whoever asks for it. */
    void withdraw(Person person, Offer offer) {
        var read = desk.found(person, offer);
        var withdrawn = desk.withdraw(read).orFail();
        book.remove(desk.login(), Entered.of(person, offer));
        scene.check(
                Claim.ENTRIES_PER_SUBJECT,
                Json.text(withdrawn, "state").equals("WITHDRAWN")
                        && withdrawn.path("records").isEmpty()
                        && desk.find(person, offer) == null,
                () -> desk.login() + " withdrew " + person + ", who is " + Json.text(withdrawn, "state")
                        + " with the records " + withdrawn.path("records"));
    }

    private void staysOnRoster(Person person) {
        for (var enrolment : desk.people().find(person.idNumber())) {
            var version = Json.object().put("version", enrolment.path("version").asInt(0));
            var answer = desk.people().browser().send("POST", CollegeDesk.address(enrolment) + "/ending", version);
            scene.check(
                    Claim.REGISTERED_STAY,
                    answer.isProblem(409, "registration.candidate-registered"),
                    () -> desk.login() + " takes " + person + " off the roster, " + answer);
        }
    }

    /** Somebody whom another college registered: they are told that it is so and no more. */
    void chooseAfter(Person person, Offer offer, String reason, List<String> unspoken) {
        var answer = desk.register(List.of(person), offer);
        scene.check(
                Claim.ONCE_REGISTERED,
                RegistrationDesk.reasons(answer).equals(List.of(reason)),
                () -> desk.login() + " registers " + person + " after another college, " + answer + " "
                        + RegistrationDesk.reasons(answer));
        says(answer, unspoken);
    }

    /** Somebody whom the college itself registered for something at the same hours: it is told what that is. */
    void chooseBeside(Person person, Offer offer, Offer held) {
        var answer = desk.register(List.of(person), offer);
        var facts =
                answer.body().path("refused").path(0).path("reasons").path(0).path("facts");
        scene.check(
                Claim.NOBODY_IN_TWO_PLACES,
                RegistrationDesk.reasons(answer).equals(List.of("CLASH"))
                        && Json.text(facts, "other").contains(held.printedLevel()),
                () -> desk.login() + " registers " + person + " for two places at once, " + answer + " "
                        + RegistrationDesk.reasons(answer) + " beside " + Json.text(facts, "other"));
    }

    private void says(Answer answer, List<String> unspoken) {
        var text = answer.body().path("refused").toString();
        scene.check(
                Claim.NOBODYS_BUSINESS,
                unspoken.stream().noneMatch(text::contains),
                () -> desk.login() + " learns what another college registered: " + answer);
    }
}
