package org.onex.center.seating;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.center.plan.PlanOutline;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.IdNumber;
import org.onex.contract.kernel.Window;

/** People, plans and rooms that tests of seating speak of. */
final class Crowd {

    static final String SHOP = "WDYY";
    static final String MEDIA = "XMTYX";
    static final LocalDate SATURDAY = LocalDate.of(2024, 5, 18);
    static final LocalDate SUNDAY = SATURDAY.plusDays(1);
    static final List<Subject> BOTH = List.of(Subject.THEORY, Subject.PRACTICAL);

    private Crowd() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Somebody of a class, registered for 初级; the same name is the same person. */
    static Registered of(String college, String schoolclass, String name) {
        return registered(name, college, schoolclass, SHOP, Level.ELEMENTARY);
    }

    static Registered registered(String name, String college, String schoolclass, String qualification, Level level) {
        return new Registered(
                new RegistrationKey(id(name), id(name + qualification + level)),
                id(name + college),
                college,
                name,
                IdNumber.completed("99999920050101%03d".formatted(Math.floorMod(name.hashCode(), 1000))),
                CandidateKind.COLLEGE,
                schoolclass,
                qualification,
                level,
                BOTH);
    }

    /** So many people of a class. */
    static List<Registered> classOf(String college, String schoolclass, int size) {
        var people = new ArrayList<Registered>();
        for (int i = 1; i <= size; i++) {
            people.add(of(college, schoolclass, college + schoolclass + "第" + i + "人"));
        }
        return people;
    }

    static List<SeatPlan.Guest> guests(List<Registered> people) {
        return people.stream().map(who -> new SeatPlan.Guest(who, 1)).toList();
    }

    static RoomOpening room(int number, int seats, int columns) {
        return new RoomOpening(
                id("opening" + number), 1, number, id("room" + number), "实训楼 30" + number, seats, columns);
    }

    static Window on(LocalDate day, String opens, String closes) {
        return new Window(moment(day, opens), moment(day, closes));
    }

    private static Instant moment(LocalDate day, String hour) {
        return day.atTime(LocalTime.parse(hour)).atZone(Window.BEIJING).toInstant();
    }

    /** Alternative sessions, each one block of both subjects. */
    static PlanOutline.Offered offered(String qualification, Level level, Window... sessions) {
        return new PlanOutline.Offered(
                new QualificationName(qualification, qualification + "职业技能等级证书"),
                level,
                1,
                BOTH,
                Arrays.stream(sessions)
                        .map(hours ->
                                new PlanOutline.SessionHours(List.of(new PlanOutline.SubjectHours(BOTH, hours, null))))
                        .toList());
    }

    static PlanOutline plan(PlanOutline.Offered... offerings) {
        return new PlanOutline(
                "HK-2024-1-01",
                "2024年第一次网店运营推广全国统考",
                "hongke",
                SATURDAY,
                Window.endOf(LocalDate.of(2024, 4, 29)),
                Window.endOf(SUNDAY),
                List.of(offerings),
                new PlanOutline.Admission(true, true, true),
                null,
                null,
                null);
    }
}
