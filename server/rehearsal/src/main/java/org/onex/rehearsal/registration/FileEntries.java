package org.onex.rehearsal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onex.rehearsal.people.Person;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** An officer who has looked at some files in time and has them entered one after the other; the last one when it is over. */
final class FileEntries {

    private static final int ROWS = 3;

    private final Scene scene;
    private final RegistrationDesk desk;
    private final List<Sent> files;

    /** A file that was read while everything in it was right. */
    private record Sent(Batch batch, JsonNode view) {}

    private FileEntries(Scene scene, RegistrationDesk desk, List<Sent> files) {
        this.scene = scene;
        this.desk = desk;
        this.files = files;
    }

    static FileEntries prepare(Scene scene, Crew crew, List<Person> people, Offer offer) {
        var files = new ArrayList<Sent>();
        for (var from = 0; from < people.size(); from += ROWS) {
            var rows = people.subList(from, Math.min(from + ROWS, people.size())).stream()
                    .map(person -> Row.right(crew.setting(), person, offer, 0))
                    .toList();
            var batch = new Batch(Batch.Form.TEMPLATE, rows);
            var view = crew.desk().send(batch);
            new BatchCheck(scene, crew.desk()).check(batch, view);
            files.add(new Sent(batch, view));
        }
        return new FileEntries(scene, crew.desk(), files);
    }

    void play(LastMinute.Progress progress, Book book) {
        for (var file : files) {
            var isLast = file.equals(files.getLast());
            while (isLast && !progress.isOver()) {
                LastMinute.pause();
            }
            enter(file, progress, book);
        }
    }

    private void enter(Sent file, LastMinute.Progress progress, Book book) {
        var wasOver = progress.isOver();
        var view = desk.enter(file.view());
        var entered = BatchCheck.entered(desk.rows(view, "ADDED"));
        var late = desk.rows(view, "BAD").stream()
                .filter(row -> BatchCheck.problems(row).equals(Set.of(RowMistake.TOO_LATE.problem())))
                .map(row -> row.path("number").asInt(0))
                .toList();
        for (var i = 0; i < file.batch().rows().size(); i++) {
            var number = file.batch().number(i);
            var accepted = entered.getOrDefault(number, false);
            scene.check(
                    Claim.NOBODY_AFTER_DEADLINE,
                    accepted ? !wasOver : late.contains(number),
                    () -> desk.login() + (wasOver ? " after" : " at") + " the deadline: row " + number
                            + " of a file is " + (accepted ? "entered" : "neither entered nor too late"));
            if (accepted) {
                progress.accept();
                book.add(desk.login(), file.batch().rows().get(i).entered());
            } else {
                progress.refuse();
            }
        }
    }
}
