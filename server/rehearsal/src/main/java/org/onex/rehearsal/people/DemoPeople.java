package org.onex.rehearsal.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;

/**
 * Candidates for two colleges of the demonstration, in every state: most accurate, some incomplete, without a photo, awaiting an answer or
 * doubtful; with a roster of which rows came back and an archive of which photos were refused. A college that has candidates keeps them.
 */
public final class DemoPeople {

    private static final int PEOPLE = 40;
    /** The positions in the demonstration of the colleges that have some. */
    private static final List<Integer> COLLEGES = List.of(0, 3);

    private static final Map<Integer, Mistake> WRONG_ROWS =
            Map.of(2, Mistake.WRONG_CHECK, 9, Mistake.SHORT_PHONE, 22, Mistake.RUINED);
    private static final Map<Integer, PhotoMistake> WRONG_PHOTOS =
            Map.of(8, PhotoMistake.BLUE_BACKGROUND, 14, PhotoMistake.OTHER_SIZE);
    private static final List<Integer> INCOMPLETE = List.of(5, 11, 31);
    private static final List<Integer> WITHOUT_PHOTO = List.of(3, 24);
    private static final List<Integer> PHOTO_LATER = List.of(6, 12, 28, 35);
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int MOST_STEPS = 10;

    private final Center center;
    private final DemoData data;
    private final Consumer<String> progress;

    public DemoPeople(Center center, DemoData data, Consumer<String> progress) {
        this.center = center;
        this.data = data;
        this.progress = progress;
    }

    /** Moves the clock by about two hours, in which the identity service answers. */
    public void load() {
        var filled = new ArrayList<Filled>();
        for (var college : COLLEGES) {
            if (college < data.colleges().size()) {
                var desk = CollegeDesk.of(center, data, data.colleges().get(college), masks());
                if (!hasPeople(desk, "")) {
                    filled.add(filled(desk, college));
                }
            }
        }
        filled.forEach(Filled::begin);
        for (var i = 0;
                i < MOST_STEPS && filled.stream().anyMatch(college -> hasPeople(college.desk(), "PENDING"));
                i++) {
            moveOn();
        }
        filled.forEach(Filled::end);
        progress.accept("candidates: " + filled.size() * (PEOPLE - WRONG_ROWS.size()));
    }

    private static MaskCheck masks() {
        return new MaskCheck(new Findings<>(Claim.class));
    }

    private void moveOn() {
        var clock = center.clock();
        if (clock.movable()) {
            center.advanceTo(clock.now().plus(STEP));
        }
    }

    /**
     * @param state empty for any
     */
    private static boolean hasPeople(CollegeDesk desk, String state) {
        return Json.each(desk.get("/api/candidate/overview").path("states"))
                .anyMatch(counted ->
                        state.isEmpty() || Json.text(counted, "state").equals(state));
    }

    private Filled filled(CollegeDesk desk, int college) {
        var year = center.clock().now().getYear();
        return new Filled(desk, Crowd.ofOneCollege(PEOPLE, year, 1001L + college));
    }

    /** One college that gets its people. */
    private record Filled(CollegeDesk desk, List<Person> people) {

        /** The roster, and the photos that are there already. */
        void begin() {
            var rows = new ArrayList<RosterRow>();
            for (var i = 0; i < people.size(); i++) {
                rows.add(new RosterRow(people.get(i), WRONG_ROWS.get(i), !INCOMPLETE.contains(i)));
            }
            var template = Template.read(desk.browser().download(TemplateCheck.PATH));
            var file = new RosterFile(new Roster(RosterForm.TEMPLATE, rows), template);
            desk.enter(desk.send(CollegeDesk.ROSTERS, RosterForm.TEMPLATE.fileName(), file.bytes()));
            var shots = new ArrayList<PhotoBatch.Shot>();
            for (var i = 0; i < people.size(); i++) {
                var shot = shot(i);
                if (shot != null) {
                    shots.add(shot);
                }
            }
            send("考生照片.zip", shots);
        }

        private PhotoBatch.@Nullable Shot shot(int index) {
            if (WRONG_ROWS.containsKey(index) || WITHOUT_PHOTO.contains(index) || PHOTO_LATER.contains(index)) {
                return null;
            }
            var mistake = WRONG_PHOTOS.get(index);
            var person = people.get(index);
            return mistake == null ? PhotoBatch.Shot.right(person, 0) : PhotoBatch.Shot.wrong(person, mistake);
        }

        /** One doubt is settled, the others wait for the newcomer; and photos that came late, so that answers are awaited again. */
        void end() {
            var doubts = desk.all(CollegeDesk.ENROLMENTS + "?state=DOUBTFUL");
            if (!doubts.isEmpty()) {
                var evidence = desk.upload("身份证.png", Doubts.papers());
                desk.browser()
                        .send(
                                "POST",
                                Doubts.identity(doubts.getFirst()) + "/confirmation",
                                Doubts.confirmation(evidence, "已核对身份证原件与学籍"))
                        .orFail();
            }
            send(
                    "考生照片（补）.zip",
                    PHOTO_LATER.stream()
                            .map(index -> PhotoBatch.Shot.right(people.get(index), 0))
                            .toList());
        }

        private void send(String name, List<PhotoBatch.Shot> shots) {
            desk.send(
                    PhotosStage.ARCHIVES,
                    name,
                    new PhotoBatch(shots, true).zip().bytes());
        }
    }
}
