package org.onex.rehearsal.sitting;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.people.SentPhotos;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;

/**
 * One slot (时段) at all sites, from the first who comes to the last script: everybody does at the same hour what they do, then business time
 * goes on.
 */
final class SlotExam {

    private static final Executor AT_ONCE = task -> Thread.ofVirtual().start(task);
    private static final Duration ENTRY = Duration.ofMinutes(30);
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final Duration TOO_LATE = Duration.ofMinutes(30);
    /** Longer than all extensions together. */
    private static final Duration LONG_AFTER = Duration.ofHours(1);

    private static final int EARLY = 3;
    private static final int OFFLINE = 4;

    private final Scene scene;
    private final CenterTime time;
    private final Place.Spot hours;
    private final Map<String, Room> rooms;
    private final List<Examinee> everybody;

    /**
     * @param rooms     in which they sit, by their opening
     * @param everybody who has a seat in it; never nobody
     */
    SlotExam(Scene scene, CenterTime time, Map<String, Room> rooms, List<Examinee> everybody) {
        this.scene = scene;
        this.time = time;
        this.rooms = rooms;
        this.everybody = everybody;
        this.hours = everybody.getFirst().place().spot();
    }

    void play(SentPhotos photos) {
        entry(photos);
        rooms.forEach(this::board); // the invigilators sign in while it is their slot
        var books = books();
        books.forEach(RoomBook::callsTheRoll);
        at(hours.opens(), is(Role.ON_TIME), Examinee::begin);
        at(hours.opens().plus(LATE), is(Role.LATE), examinee -> {
            examinee.arrive(false);
            examinee.begin();
        });
        books.forEach(RoomBook::seesTheLate);
        at(
                hours.opens().plus(LATE),
                examinee -> examinee.role().sits() && examinee.number() % EARLY == 0,
                Examinee::handsInTooEarly);
        at(hours.opens().plus(TOO_LATE), is(Role.TOO_LATE), Examinee::isTurnedAway);
        books.forEach(RoomBook::missesTheAbsent);
        at(hours.opens().plus(TOO_LATE), SlotExam::goesOn, examinee -> {
            examinee.handsIn();
            examinee.goesOn();
        });
        books.forEach(RoomBook::writesDownIncidents);
        books.forEach(RoomBook::handsIn);
        nothingHasLeft();
        end();
        rooms.forEach(this::board);
        books.forEach(RoomBook::closes);
    }

    /** Of all rooms; of the others everybody is a stranger. */
    private List<RoomBook> books() {
        return rooms.entrySet().stream()
                .map(room -> new RoomBook(
                        scene,
                        room.getValue(),
                        everybody.stream()
                                .filter(one -> one.place().spot().opening().equals(room.getKey()))
                                .toList(),
                        everybody.stream()
                                .filter(one -> !one.place().spot().opening().equals(room.getKey()))
                                .filter(Examinee::isHere)
                                .findFirst()))
                .toList();
    }

    /** While people write, the centre has nothing of what they write. */
    private void nothingHasLeft() {
        var body = scene.data().officerOf(scene.notice());
        for (var returned : scene.all(body, "/api/script/plans/" + scene.plan().code() + "/returns")) {
            scene.check(
                    Claim.NOTHING_LEAVES_EARLY,
                    returned.path("slot").asInt(-1) != hours.slot()
                            || (returned.path("scripts").asInt(-1) == 0
                                    && Json.text(returned, "state").equals("AWAITED")),
                    () -> "while slot " + hours.slot() + " is sat, the centre has " + returned);
        }
    }

    private static Predicate<Examinee> is(Role role) {
        return examinee -> examinee.role() == role;
    }

    private static boolean goesOn(Examinee examinee) {
        return examinee.part().goesOn();
    }

    /** Nobody is let in before it. */
    private void entry(SentPhotos photos) {
        var entry = hours.opens().minus(ENTRY);
        if (scene.center().clock().now().isBefore(entry.minusMinutes(1))) {
            at(entry.minusMinutes(1), is(Role.ON_TIME), examinee -> {
                var answer = examinee.now()
                        .insist(() ->
                                examinee.now().device().signIn(examinee.now().seat()));
                scene.check(
                        Claim.ONLY_WHO_IS_SEATED_SITS,
                        answer.isProblem(409, "sitting.entry-not-open"),
                        () -> examinee.place() + " comes before the entry, " + answer);
            });
        }
        at(entry, is(Role.ON_TIME), examinee -> {
            examinee.arrive(true);
            scene.check(
                    Claim.PHOTOS_AS_SENT,
                    photos.has(examinee.now().seat().idNumber(), examinee.photo()),
                    () -> "at the machine of " + examinee.place() + " another photo is shown, or none");
        });
        var first = everybody.getFirst();
        everybody.stream()
                .filter(host -> !host.place().spot().site().equals(hours.site()))
                .findFirst()
                .ifPresent(first::goesAstrayTo);
        forms();
    }

    /** Whoever has the same form of the same subject has the same paper at every site, and with another form another. */
    private void forms() {
        var papers = everybody.stream()
                .filter(examinee -> !examinee.paper().isEmpty())
                .collect(Collectors.groupingBy(
                        examinee -> examinee.place().guest().qualification() + " "
                                + examinee.place().guest().level() + " "
                                + examinee.place().spot().form(),
                        Collectors.mapping(Examinee::paper, Collectors.toSet())));
        var different = papers.values().stream().flatMap(Set::stream).distinct().count();
        scene.check(
                Claim.NEIGHBOURS_DIFFER,
                papers.values().stream().allMatch(same -> same.size() == 1) && different == papers.size(),
                () -> "papers by form are " + papers);
    }

    /** Some have sat everything before the end; of the others some have lost their line. */
    private void end() {
        at(hours.opens().plus(TOO_LATE), examinee -> goesOn(examinee) && isDone(examinee), examinee -> {
            examinee.handsIn();
            examinee.goesOn();
        });
        var left = everybody.stream()
                .filter(examinee -> examinee.role().sits() && !examinee.now().hasHandedIn())
                .toList();
        left.stream()
                .filter(SlotExam::isOffline)
                .forEach(examinee -> examinee.now().type(3));
        at(hours.closes().plus(LONG_AFTER), left::contains, examinee -> examinee.isHandedIn(!isOffline(examinee)));
        everybody.stream()
                .filter(examinee -> examinee.role().sits())
                .forEach(examinee -> scene.check(
                        Claim.EVERYBODY_IS_HANDED_IN,
                        examinee.now().examined().receipts().revisions() > 0,
                        () -> examinee.place() + " has no receipt"));
    }

    private static boolean isDone(Examinee examinee) {
        return examinee.begun() > 1 && examinee.number() % OFFLINE == 0;
    }

    private static boolean isOffline(Examinee examinee) {
        return examinee.number() % OFFLINE == 1;
    }

    /** Business time goes there; then these people do it, all at once. */
    private void at(OffsetDateTime moment, Predicate<Examinee> who, Consumer<Examinee> deed) {
        time.advanceTo(moment);
        everybody.forEach(examinee -> examinee.now().examined().time().clockMoved());
        var deeds = everybody.stream()
                .filter(who)
                .map(examinee -> CompletableFuture.runAsync(() -> deed.accept(examinee), AT_ONCE))
                .toList();
        try {
            deeds.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof Unexpected unexpected) {
                throw unexpected;
            }
            throw new Unexpected("an examinee came to grief: " + e.getCause(), e);
        }
    }

    /** The invigilator sees everybody of the room once, and nobody as sitting who did not come. */
    private void board(String opening, Room room) {
        var seated = everybody.stream()
                .filter(one -> one.place().spot().opening().equals(opening))
                .toList();
        var rows = room.invigilator().seats();
        for (var examinee : seated) {
            var own = rows.stream()
                    .filter(row -> Json.text(row, "ticket")
                            .equals(examinee.place().guest().ticket()))
                    .toList();
            scene.check(
                    Claim.ONLY_WHO_IS_SEATED_SITS,
                    own.size() == 1
                            && (examinee.isHere()
                                    != Json.text(own.getFirst(), "state").equals("EXPECTED")),
                    () -> examinee.place() + " who is " + examinee.role() + " is on the board as " + own);
        }
        scene.check(
                Claim.ONLY_WHO_IS_SEATED_SITS,
                rows.size() == seated.size(),
                () -> seated.size() + " people have a seat in a room, its board shows " + rows.size());
    }
}
