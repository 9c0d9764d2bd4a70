package org.onex.rehearsal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.people.Attendance;
import org.onex.rehearsal.people.Latecomers;
import org.onex.rehearsal.people.Person;
import org.onex.rehearsal.scene.Scene;

/**
 * One college's people, by how it registers them.
 *
 * @param inFile     by workbook
 * @param byHand     by hand
 * @param lastMinute when the deadline comes
 * @param late       of whom not everything is known
 */
record Crew(
        RegistrationDesk desk,
        Setting setting,
        List<Person> inFile,
        List<Person> byHand,
        List<Person> lastMinute,
        Map<Latecomers.State, Person> late) {

    /** Of so many people one waits for the last minute. */
    private static final int WAITING = 4;

    private static final Map<Latecomers.State, RowMistake> NOT_READY = Map.of(
            Latecomers.State.INCOMPLETE, RowMistake.INCOMPLETE,
            Latecomers.State.PHOTO_MISSING, RowMistake.WITHOUT_PHOTO,
            Latecomers.State.PENDING, RowMistake.PENDING,
            Latecomers.State.DOUBTFUL, RowMistake.DOUBTFUL);

    static Crew of(Scene scene, Attendance college, Setting setting, Map<Latecomers.State, Person> late) {
        var people = inTheFileFirst(college.people(), setting);
        var waiting = people.size() < 3 ? 0 : Math.ceilDiv(people.size(), WAITING);
        var hand = people.size() - waiting < 2 ? 0 : 1;
        var inFile = people.size() - waiting - hand;
        return new Crew(
                new RegistrationDesk(scene, college.desk()),
                setting,
                people.subList(0, inFile),
                people.subList(inFile, inFile + hand),
                people.subList(inFile + hand, people.size()),
                late);
    }

    /**
     * Whoever the exam does not admit stands in the workbook, behind its first row: a college finds out there, and whom it registers by hand
     * it knows.
     */
    private static List<Person> inTheFileFirst(List<Person> people, Setting setting) {
        var admitted = people.stream()
                .filter(person -> setting.admission(person).isEmpty())
                .toList();
        if (admitted.isEmpty() || admitted.size() == people.size()) {
            return people;
        }
        var ordered = new ArrayList<>(people);
        ordered.removeAll(admitted);
        ordered.addFirst(admitted.getFirst());
        ordered.addAll(admitted.subList(1, admitted.size()));
        return ordered;
    }

    /** Some for the first level, some for the second, some for both if they can sit both. */
    static List<Offer> wanted(int index, List<Offer> offers) {
        var first = offers.getFirst();
        var second = offers.get(Math.min(1, offers.size() - 1));
        return switch (index % 4) {
            case 1 -> List.of(second);
            case 2 -> first.equals(second) || first.excludes(second) ? List.of(second) : List.of(first, second);
            default -> List.of(first);
        };
    }

    /**
     * What the college wants to say in its workbook.
     *
     * @param elsewhere somebody whom another college has registered already; null if nobody has
     */
    List<Row> wishes(@Nullable Person elsewhere) {
        var offers = setting.offers().chosen();
        var rows = new ArrayList<Row>();
        for (var i = 0; i < inFile.size(); i++) {
            var person = inFile.get(i);
            var isElsewhere = elsewhere != null && elsewhere.idNumber().equals(person.idNumber());
            for (var offer : wanted(i, offers)) {
                var row = Row.right(setting, person, offer, i);
                rows.add(isElsewhere ? row.with(RowMistake.REGISTERED_ELSEWHERE, i) : row);
            }
        }
        late.forEach((state, person) -> rows.add(new Row(setting, person, offers.getFirst(), 0, NOT_READY.get(state))));
        return rows;
    }

    /** Whether the college can register anybody at all. */
    boolean maySend() {
        return setting.site() != null;
    }
}
