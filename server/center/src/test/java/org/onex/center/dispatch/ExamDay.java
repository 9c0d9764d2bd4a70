package org.onex.center.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.center.plan.PlanOutline;
import org.onex.center.plan.PlanOutline.SubjectHours;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.seating.RoomOpening;
import org.onex.center.seating.Seat;
import org.onex.center.seating.SiteSeating;
import org.onex.center.seating.Slot;
import org.onex.contract.bundle.SiteBundle;
import org.onex.contract.kernel.IdNumber;
import org.onex.contract.kernel.Window;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.HashKey;
import org.onex.foundation.vault.Vault;

/** Plans, rooms and people that plain tests of dispatch speak of, all on one Saturday. */
final class ExamDay {

    static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    static final List<Subject> BOTH = List.of(Subject.THEORY, Subject.PRACTICAL);

    private static final LocalDate SATURDAY = LocalDate.of(2024, 5, 18);
    private static final QualificationName SHOP = new QualificationName("WDYY", "网店运营推广职业技能等级证书");

    private ExamDay() {}

    static OpaqueIds ids(Path keys) {
        try {
            return new OpaqueIds(Vault.open(Files.createDirectories(keys), "center", null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Instant at(String hour) {
        return SATURDAY.atTime(LocalTime.parse(hour)).atZone(Window.BEIJING).toInstant();
    }

    static Window hours(String opens, String closes) {
        return new Window(at(opens), at(closes));
    }

    /** 003: one block for both. */
    static SubjectHours block(String opens, String closes) {
        return new SubjectHours(BOTH, hours(opens, closes), null);
    }

    static PlanOutline plan(Level level, SubjectHours... hours) {
        var sessions = List.of(new PlanOutline.SessionHours(List.of(hours)));
        return new PlanOutline(
                "HK-2024-1-01",
                "2024年第1次考试",
                "990000004",
                SATURDAY,
                at("00:00"),
                Window.endOf(SATURDAY),
                List.of(new PlanOutline.Offered(SHOP, level, 1, BOTH, sessions)),
                new PlanOutline.Admission(true, true, true),
                null,
                null,
                null);
    }

    static List<ExamSession> sessions(PlanOutline plan, OpaqueIds ids) {
        return ExamSession.of(plan, Slot.of(plan).getFirst(), TEN_MINUTES, ids);
    }

    /** So many people of 初级, two in a room; A and B by turns. */
    static SiteSeating seating(PlanOutline plan, int people) {
        var openings = new ArrayList<RoomOpening>();
        var seats = new ArrayList<Seat>();
        for (int i = 0; i < people; i++) {
            if (i % 2 == 0) {
                var number = openings.size() + 1;
                openings.add(new RoomOpening(
                        id("opening" + number), 1, number, id("room" + number), "实训楼 30" + number, 2, 2));
            }
            seats.add(seat(i, openings.getLast()));
        }
        return new SiteSeating(plan.code(), id("site"), 1, at("00:00"), Slot.of(plan), openings, seats);
    }

    private static Seat seat(int i, RoomOpening opening) {
        return new Seat(
                opening.id(),
                i % 2 + 1,
                1,
                i % 2 + 1,
                i % 2 == 0 ? "A" : "B",
                "720641835924%04d".formatted(i),
                new RegistrationKey(id("person" + i), id("registration" + i)),
                id("enrolment" + i),
                "90001",
                "一班",
                "考生" + i,
                IdNumber.completed("99999920050101%03d".formatted(i)),
                SHOP.code(),
                Level.ELEMENTARY,
                1);
    }

    static Map<RegistrationKey, List<Subject>> registered(SiteSeating seating, List<Subject> subjects) {
        return seating.seats().stream().collect(Collectors.toMap(Seat::registration, seat -> subjects));
    }

    static SlotRoster roster(PlanOutline plan, int people, OpaqueIds ids) {
        var seating = seating(plan, people);
        return SlotRoster.of(seating, seating.slots().getFirst(), sessions(plan, ids), registered(seating, BOTH));
    }

    static Map<UUID, FixedPaper> papers(SlotRoster roster, boolean drill) {
        return roster.sessions().stream()
                .collect(Collectors.toMap(
                        ExamSession::id,
                        session -> new FixedPaper(
                                session.id(),
                                id("paper of " + session.id()),
                                drill,
                                session.keyFrom(),
                                List.of(
                                        new SiteBundle.PaperFile("A", "a".repeat(64), 1),
                                        new SiteBundle.PaperFile("B", "b".repeat(64), 1)))));
    }

    static Bundles.Keys keys() {
        return new Bundles.Keys(id("bundle"), HashKey.of(new byte[32]), DataKey.of(new byte[32]));
    }
}
