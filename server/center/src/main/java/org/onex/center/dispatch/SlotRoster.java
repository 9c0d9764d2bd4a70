package org.onex.center.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.catalog.Subject;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.seating.RoomOpening;
import org.onex.center.seating.Seat;
import org.onex.center.seating.SiteSeating;
import org.onex.center.seating.Slot;

/**
 * Who sits what at a site in one slot, room by room (时段名单).
 *
 * @param sessions those that somebody sits, in the order in which they are sat
 * @param rooms    by number
 * @param sitters  by room and seat
 */
record SlotRoster(Slot slot, List<ExamSession> sessions, List<RoomOpening> rooms, List<Sitter> sitters) {

    /**
     * Somebody on a seat.
     *
     * @param room as people and bundles call it
     * @param runs what they sit, one after another
     */
    record Sitter(Seat seat, String room, List<ExamSession> runs) {

        Sitter {
            runs = List.copyOf(runs);
        }

        EnrolmentKey enrolment() {
            return new EnrolmentKey(seat.registration().candidate(), seat.enrolment());
        }
    }

    SlotRoster {
        sessions = List.copyOf(sessions);
        rooms = List.copyOf(rooms);
        sitters = List.copyOf(sitters);
    }

    /**
     * @param offered  all sessions of the slot, in the order in which they are sat
     * @param subjects what each registration is for; who is registered for one subject sits one
     */
    static SlotRoster of(
            SiteSeating seating, Slot slot, List<ExamSession> offered, Map<RegistrationKey, List<Subject>> subjects) {
        var rooms = seating.openings().stream()
                .filter(opening -> opening.slot() == slot.number())
                .toList();
        var byId = rooms.stream().collect(Collectors.toMap(RoomOpening::id, Function.identity()));
        var sitters = new ArrayList<Sitter>();
        for (var seat : seating.seats()) {
            var room = byId.get(seat.opening());
            if (room != null) {
                var wanted = subjects.getOrDefault(seat.registration(), List.of());
                sitters.add(new Sitter(seat, nameOf(room), runs(seat, offered, wanted)));
            }
        }
        var sat = sitters.stream()
                .flatMap(sitter -> sitter.runs().stream())
                .map(ExamSession::id)
                .collect(Collectors.toSet());
        return new SlotRoster(
                slot,
                offered.stream()
                        .filter(session -> sat.contains(session.id()))
                        .map(session -> session.among(sat))
                        .toList(),
                rooms,
                sitters);
    }

    private static List<ExamSession> runs(Seat seat, List<ExamSession> offered, List<Subject> wanted) {
        var runs = offered.stream()
                .filter(session -> session.isOf(seat.qualification(), seat.level(), seat.session())
                        && wanted.contains(session.subject()))
                .toList();
        if (runs.isEmpty()) {
            throw new IllegalStateException(
                    "the holder of a seat in opening " + seat.opening() + " sits nothing there");
        }
        return runs;
    }

    /** "第1考场 实训楼 301 机房"; unique, because numbers are. */
    static String nameOf(RoomOpening room) {
        return "第" + room.number() + "考场 " + room.name();
    }

    /** The names of its rooms by opening. */
    Map<UUID, String> names() {
        return rooms.stream().collect(Collectors.toMap(RoomOpening::id, SlotRoster::nameOf));
    }
}
