package org.onex.rehearsal.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The photos that a college sends at once: of every fifth person a wrong one, the others in all ways that are right.
 *
 * @param shots in the order of the archive
 */
record PhotoBatch(List<Shot> shots, boolean onWindows) {

    private static final int EVERY = 5;
    private static final int WRONG = 3;
    /** Of the six ways to be right the last three are JPEGs. */
    private static final int JPEGS = 3;

    /**
     * One file of the archive.
     *
     * @param content drawn when it is needed
     * @param mistake null if it is right
     */
    record Shot(
            Person person,
            String fileName,
            Supplier<byte[]> content,
            @Nullable PhotoMistake mistake) {

        static Shot right(Person person, int index) {
            var portrait = new Portrait(person.idNumber());
            var number = person.idNumber();
            return switch (index % 6) {
                case 1 -> new Shot(person, number + ".png", portrait::png, null);
                case 2 -> new Shot(person, number + ".jpg", portrait::png, null); // the content decides
                case 3 -> new Shot(person, number.toLowerCase(Locale.ROOT) + ".JPG", portrait::jpeg, null);
                case 4 -> new Shot(person, " " + number + " (1).jpg", portrait::jpeg, null);
                default -> new Shot(person, number + ".jpg", portrait::jpeg, null);
            };
        }

        static Shot wrong(Person person, PhotoMistake mistake) {
            return new Shot(person, mistake.fileName(person), () -> mistake.content(person), mistake);
        }

        boolean isRight() {
            return mistake == null;
        }
    }

    /**
     * What each college sends first, in their order.
     *
     * @param jpegOnly see {@link #flawed}
     */
    static List<PhotoBatch> ofAll(List<Attendance> colleges, boolean jpegOnly) {
        var batches = new ArrayList<PhotoBatch>();
        var mistakes = 0;
        for (var i = 0; i < colleges.size(); i++) {
            var people = colleges.get(i).people();
            batches.add(flawed(people, mistakes, i % 2 == 0, jpegOnly));
            mistakes += Math.ceilDiv(people.size(), EVERY);
        }
        return batches;
    }

    /**
     * @param turn     shifts the mistakes, so that colleges make different ones
     * @param jpegOnly an exam that takes nothing else (000 §二.3) is what these people are going to be registered for
     */
    static PhotoBatch flawed(List<Person> people, int turn, boolean onWindows, boolean jpegOnly) {
        var shots = new ArrayList<Shot>();
        for (var i = 0; i < people.size(); i++) {
            if (i % EVERY != WRONG) {
                shots.add(Shot.right(people.get(i), jpegOnly ? JPEGS + i % JPEGS : i));
                continue;
            }
            var mistake = PhotoMistake.of(i / EVERY + turn);
            if (mistake == PhotoMistake.TWICE) {
                shots.add(Shot.right(people.get(i), 0));
            }
            shots.add(Shot.wrong(people.get(i), mistake));
        }
        return new PhotoBatch(List.copyOf(shots), onWindows);
    }

    /** Right photos of those whose photos were refused. */
    PhotoBatch corrected() {
        return new PhotoBatch(
                wrong().stream()
                        .filter(shot -> shot.mistake() != PhotoMistake.TWICE)
                        .map(shot -> Shot.right(shot.person(), 0))
                        .toList(),
                onWindows);
    }

    List<Shot> right() {
        return shots.stream().filter(Shot::isRight).toList();
    }

    List<Shot> wrong() {
        return shots.stream().filter(shot -> !shot.isRight()).toList();
    }

    PhotoZip zip() {
        var zip = onWindows ? PhotoZip.ofChineseWindows() : PhotoZip.ofToday();
        for (var i = 0; i < shots.size(); i++) {
            var shot = shots.get(i);
            var folder =
                    i % 3 == 0 ? "考生照片" : i % 3 == 1 ? "考生照片/" + shot.person().className() + "一寸" : "";
            zip.add(folder, shot.fileName(), shot.content().get());
        }
        zip.addLeftBehind();
        return zip;
    }
}
