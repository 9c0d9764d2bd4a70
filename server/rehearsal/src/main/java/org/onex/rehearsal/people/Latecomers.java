package org.onex.rehearsal.people;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;

/** People whom colleges enter when registration has begun already, so that not everything is known of them: one in each state at each. */
public final class Latecomers {

    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int MOST_STEPS = 48;
    /** Of whom the identity service says that the number is another's. */
    private static final int FIRST_MISMATCH = 900;

    /** In which state somebody is, and stays for a while. */
    public enum State {
        INCOMPLETE,
        PHOTO_MISSING,
        PENDING,
        DOUBTFUL
    }

    private final Scene scene;
    private final List<Attendance> colleges;

    public Latecomers(Scene scene, List<Attendance> colleges) {
        this.scene = scene;
        this.colleges = colleges;
    }

    /** Who is in which state, college by college. */
    public List<Map<State, Person>> enter() {
        var entered = new ArrayList<Map<State, Person>>();
        for (var i = 0; i < colleges.size(); i++) {
            var people = people(i);
            people.forEach(form(colleges.get(i).desk()));
            entered.add(people);
        }
        sendPhotos(entered, State.DOUBTFUL);
        untilAnswered();
        sendPhotos(entered, State.PENDING);
        check(entered);
        return entered;
    }

    private SequencedMap<State, Person> people(int college) {
        var year = scene.plan().firstExamDay().getYear() - 30;
        var people = new LinkedHashMap<State, Person>();
        for (var state : State.values()) {
            var month = people.size() + 1;
            var sequence = state == State.DOUBTFUL ? FIRST_MISMATCH : 1;
            var number = IdNumbers.of(LocalDate.of(year, month, 1 + college), sequence);
            var name = "迟" + "甲乙丙丁".charAt(people.size());
            people.put(state, new Person(number, name, false, "汉族", "12000000000", "补录班", "L" + month, year + 18));
        }
        return people;
    }

    private static BiConsumer<State, Person> form(CollegeDesk desk) {
        return (state, person) -> {
            var form = Json.object();
            var values = form.putObject("values");
            person.values().forEach((column, text) -> values.put(column.name(), text));
            if (state == State.INCOMPLETE) {
                values.put(Column.CONSENT.name(), "");
            }
            if (desk.find(person.idNumber()).isEmpty()) {
                desk.browser().send("POST", CollegeDesk.ENROLMENTS, form).orFail();
            }
        };
    }

    private void sendPhotos(List<Map<State, Person>> entered, State state) {
        for (var i = 0; i < colleges.size(); i++) {
            var person = entered.get(i).get(state);
            if (person != null) {
                var shots = List.of(PhotoBatch.Shot.right(person, 0));
                colleges.get(i)
                        .desk()
                        .send(
                                PhotosStage.ARCHIVES,
                                "补照片.zip",
                                new PhotoBatch(shots, true).zip().bytes());
            }
        }
    }

    private void untilAnswered() {
        for (var step = 0;
                colleges.stream().anyMatch(college -> new Doubts(scene, college).count("PENDING") > 0);
                step++) {
            if (step == MOST_STEPS) {
                throw new Unexpected("the identity service does not answer for people who came late");
            }
            scene.center().advanceTo(scene.center().clock().now().plus(STEP));
        }
    }

    private void check(List<Map<State, Person>> entered) {
        for (var i = 0; i < colleges.size(); i++) {
            var desk = colleges.get(i).desk();
            entered.get(i)
                    .forEach((state, person) -> desk.find(person.idNumber())
                            .forEach(enrolment -> scene.check(
                                    Claim.STATE_AS_KNOWN,
                                    Json.text(enrolment, "state").equals(state.name()),
                                    () -> desk.login() + " " + person + " must be " + state + " and is "
                                            + Json.text(enrolment, "state"))));
        }
    }
}
