package org.onex.center.printing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.file.FileStore;
import org.onex.center.organization.CollegeOutline;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.photo.PhotoDirectory;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.seating.RoomOpening;
import org.onex.center.seating.Seat;
import org.onex.center.seating.SiteSeating;
import org.onex.center.seating.Slot;
import org.onex.center.site.SiteDirectory;
import org.onex.center.staffing.AssignedInvigilator;
import org.onex.center.staffing.StaffingDirectory;
import org.onex.center.typesetting.Portrait;
import org.springframework.stereotype.Component;

/** Gathers from the modules that know it what papers say of the rooms of a site. */
@Component
class SeatedRooms {

    private final PlanDirectory plans;
    private final SiteDirectory sites;
    private final StaffingDirectory staff;
    private final PhotoDirectory photos;
    private final FileStore files;
    private final OrganizationDirectory organizations;

    SeatedRooms(
            PlanDirectory plans,
            SiteDirectory sites,
            StaffingDirectory staff,
            PhotoDirectory photos,
            FileStore files,
            OrganizationDirectory organizations) {
        this.plans = plans;
        this.sites = sites;
        this.staff = staff;
        this.photos = photos;
        this.files = files;
        this.organizations = organizations;
    }

    /** A room opening with what is printed of it. */
    record SeatedRoom(UUID opening, PrintedRoom printed) {}

    /** The rooms in which somebody sits who is asked for, by slot and number, with nobody else in them. */
    List<SeatedRoom> rooms(SiteSeating seating, Predicate<Seat> asked) {
        var seats = seating.seats().stream().filter(asked).toList();
        var gathering = new Gathering(seating, seats);
        var rooms = new ArrayList<SeatedRoom>();
        for (var opening : seating.openings()) {
            var people = seats.stream()
                    .filter(seat -> seat.opening().equals(opening.id()))
                    .toList();
            if (!people.isEmpty()) {
                rooms.add(new SeatedRoom(opening.id(), gathering.room(opening, people)));
            }
        }
        return rooms;
    }

    private PrintedExam exam(SiteSeating seating) {
        var plan = plans.published(seating.plan()).orElseThrow();
        var venue = sites.venue(seating.site()).orElseThrow();
        var body = organizations
                .find(OrganizationKind.AWARDING_BODY, plan.awardingBody())
                .map(Organization::name)
                .orElse(plan.awardingBody());
        return new PrintedExam(plan.code(), plan.name(), body, venue.name(), venue.address(), seating.since());
    }

    private static EnrolmentKey key(Seat seat) {
        return new EnrolmentKey(seat.registration().candidate(), seat.enrolment());
    }

    private static List<PrintedHours> hours(Slot.Session session) {
        return session.subjects().stream().map(SeatedRooms::hours).toList();
    }

    private static PrintedHours hours(PlanOutline.SubjectHours hours) {
        return new PrintedHours(hours.subjects(), hours.window());
    }

    /** What is asked once for all rooms of a site. */
    private final class Gathering {

        private final PrintedExam exam;
        private final Map<Integer, Slot> slots;
        private final Map<EnrolmentKey, String> portraits;
        private final Map<UUID, List<String>> invigilators;
        private final Map<String, String> colleges = new HashMap<>();

        Gathering(SiteSeating seating, List<Seat> seats) {
            exam = exam(seating);
            slots = seating.slots().stream().collect(Collectors.toMap(Slot::number, slot -> slot));
            portraits = photos.files(seats.stream().map(SeatedRooms::key).toList());
            invigilators = staff.assigned(seating.plan(), seating.site()).stream()
                    .collect(Collectors.groupingBy(
                            AssignedInvigilator::opening,
                            Collectors.mapping(AssignedInvigilator::name, Collectors.toList())));
        }

        PrintedRoom room(RoomOpening opening, List<Seat> people) {
            var slot = slot(opening.slot());
            return new PrintedRoom(
                    exam,
                    opening.number(),
                    opening.name(),
                    opening.slot(),
                    slot.window(),
                    opening.columns(),
                    people.stream().map(seat -> person(seat, slot)).toList(),
                    invigilators.getOrDefault(opening.id(), List.of()));
        }

        private Slot slot(int number) {
            var slot = slots.get(number);
            if (slot == null) {
                throw new IllegalStateException("a room is open in slot " + number + ", which is none of the site's");
            }
            return slot;
        }

        private PrintedPerson person(Seat seat, Slot slot) {
            var session = slot.sessions().stream()
                    .filter(some -> some.isOf(seat.qualification(), seat.level()) && some.number() == seat.session())
                    .findFirst()
                    .orElseThrow();
            return new PrintedPerson(
                    seat.number(),
                    seat.row(),
                    seat.column(),
                    seat.ticket(),
                    seat.name(),
                    seat.idNumber(),
                    colleges.computeIfAbsent(seat.college(), this::collegeName),
                    session.qualification().name(),
                    seat.level(),
                    hours(session),
                    portrait(seat));
        }

        private String collegeName(String code) {
            return organizations.college(code).map(CollegeOutline::name).orElse(code);
        }

        private @Nullable Portrait portrait(Seat seat) {
            var sha256 = portraits.get(key(seat));
            return sha256 == null ? null : new Portrait(sha256, () -> files.read(sha256));
        }
    }
}
