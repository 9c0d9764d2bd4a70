package org.onex.rehearsal.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.fee.BillCheck;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.people.Attendance;
import org.onex.rehearsal.people.Latecomers;
import org.onex.rehearsal.people.Person;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;

/**
 * Every college registers its people, by workbook and by hand, until the operator moves the clock to the deadline while all of them are
 * still at it; then nothing changes any more.
 */
public final class RegistrationStage implements Stage {

    /** Of whom something is changed or withdrawn, among those who were in the workbook. */
    private static final int FEW = 3;

    @Override
    public Step step() {
        return Step.REGISTRATION;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var deadline = new DeadlineCheck(scene);
        deadline.requireAhead();
        var offers = new Offers(scene);
        if (offers.chosen().isEmpty()) {
            throw new Unexpected(scene.plan().code() + " offers nothing");
        }
        var crews = crews(scene, offers);
        var book = new Book();
        var refused = inTime(scene, crews, book);
        var lists = new ListCheck(scene, offers, crews);
        lists.check(book);
        new BillCheck(scene).check(false);
        new Strangers(scene).check(crews);
        var after = new AfterDeadline(scene, crews, deadline.closesAt());
        var lastMinute = new LastMinute(scene, deadline, book);
        lastMinute.play(crews, after::note);
        after.check();
        var records = lists.check(book);
        var counts = new LinkedHashMap<String, Long>();
        counts.put(
                "registrations",
                crews.stream().mapToLong(crew -> crew.desk().all().size()).sum());
        counts.put("entries", records);
        counts.put("rows refused", refused);
        counts.put("accepted in the last minute", (long) lastMinute.progress().accepted());
        counts.put("too late", (long) lastMinute.progress().refused());
        return counts;
    }

    private static List<Crew> crews(Scene scene, Offers offers) {
        var colleges = Attendance.of(scene);
        var late = new Latecomers(scene, colleges).enter();
        var crews = new ArrayList<Crew>();
        for (var i = 0; i < colleges.size(); i++) {
            var setting = Setting.of(scene, offers, scene.data().colleges().get(i));
            crews.add(Crew.of(scene, colleges.get(i), setting, late.get(i)));
        }
        return crews;
    }

    /** Everything that is done while there is time; answers how many rows were refused. */
    private static long inTime(Scene scene, List<Crew> crews, Book book) {
        var refused = 0L;
        var turn = 0;
        for (var i = 0; i < crews.size(); i++) {
            var crew = crews.get(i);
            var wishes = crew.wishes(i == 1 ? wanderer(crews) : null);
            var batch = Batch.flawed(Batch.Form.of(i), wishes, turn);
            turn += wishes.size();
            refused += new SendWorkbooks(scene, crew.desk(), book).play(batch);
            new BillCheck(scene).check(false); // and again when something was changed by hand
            byHand(scene, crew, book);
        }
        var wanderer = wanderer(crews);
        if (wanderer != null) {
            meet(scene, crews, wanderer, book);
        }
        return refused;
    }

    /** Who is at the first two colleges; null if nobody is. */
    private static @Nullable Person wanderer(List<Crew> crews) {
        return crews.size() < 2 || crews.getFirst().inFile().isEmpty()
                ? null
                : crews.getFirst().inFile().getFirst();
    }

    private static void meet(Scene scene, List<Crew> crews, Person person, Book book) {
        var first = crews.getFirst();
        var second = crews.get(1);
        if (first.maySend() && second.maySend()) {
            var offers = first.setting().offers();
            var same = offers.chosen().getFirst();
            var college = first.setting().college();
            new Wanderer(
                            person,
                            new ByHand(scene, first.desk(), book),
                            new ByHand(scene, second.desk(), book),
                            List.of(college.code(), college.name()))
                    .play(same, offers.excluding(same));
        }
    }

    /** Somebody is chosen and then moved to another level, and somebody of the workbook is withdrawn. */
    private static void byHand(Scene scene, Crew crew, Book book) {
        var hand = new ByHand(scene, crew.desk(), book);
        var offers = crew.setting().offers().chosen();
        for (var person : crew.byHand()) {
            if (!crew.maySend()) {
                hand.chooseInVain(person, offers.getFirst());
                continue;
            }
            hand.choose(person, offers.getFirst());
            if (offers.size() > 1) {
                hand.change(person, offers.getFirst(), offers.get(1));
            }
        }
        if (crew.maySend() && crew.inFile().size() >= FEW) {
            var index = crew.inFile().size() - 1;
            hand.withdraw(crew.inFile().get(index), Crew.wanted(index, offers).getFirst());
        }
    }
}
