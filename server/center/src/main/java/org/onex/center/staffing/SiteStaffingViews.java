package org.onex.center.staffing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Component;

/** Turns the staffing of a site into what people read: rooms with their hours, and names. */
@Component
class SiteStaffingViews {

    private final StaffedSites sites;
    private final StaffedRooms rooms;
    private final Assignments assignments;
    private final InvigilatorViews invigilators;

    SiteStaffingViews(StaffedSites sites, StaffedRooms rooms, Assignments assignments, InvigilatorViews invigilators) {
        this.sites = sites;
        this.rooms = rooms;
        this.assignments = assignments;
        this.invigilators = invigilators;
    }

    SiteStaffing of(StaffingPlace place) {
        var plan = place.plan().code();
        var id = place.venue().id();
        var site = sites.find(plan, id).orElse(StaffedSite.untouched(plan, id));
        var arranged = rooms.of(plan, id);
        var everybody = assignments.of(plan, id);
        var placed = everybody.stream()
                .collect(Collectors.groupingBy(one -> one.assignment().opening()));
        var college = place.venue().college();
        var colleges = invigilators.parties(
                OrganizationKind.COLLEGE,
                Stream.concat(Stream.of(college), everybody.stream().map(Assignments.Placed::college))
                        .toList());
        var issued = site.pinsIssuedAt();
        return new SiteStaffing(
                new InvigilatorView.StaffingParty(plan, place.plan().name()),
                new SiteStaffing.StaffingSite(id, place.venue().name()),
                colleges.apply(college),
                site.version(),
                arranged.isPresent(),
                arranged.orElse(List.of()).stream()
                        .map(room -> view(room, placed, colleges))
                        .toList(),
                issued == null ? null : Window.inBeijing(issued));
    }

    private static SiteStaffing.StaffingRoom view(
            StaffedRoom room,
            Map<UUID, List<Assignments.Placed>> placed,
            Function<String, InvigilatorView.StaffingParty> colleges) {
        var there = placed.getOrDefault(room.opening().id(), List.of());
        return new SiteStaffing.StaffingRoom(
                new SiteStaffing.StaffingOpening(
                        room.opening().id(),
                        room.opening().slot(),
                        room.opening().number(),
                        room.opening().name(),
                        Window.inBeijing(room.hours().opens()),
                        Window.inBeijing(room.hours().closes())),
                room.people(),
                room.required(),
                there.stream()
                        .map(one -> view(one, colleges.apply(one.college())))
                        .toList(),
                Math.max(0, room.required() - there.size()));
    }

    private static SiteStaffing.RoomInvigilator view(Assignments.Placed placed, InvigilatorView.StaffingParty college) {
        return new SiteStaffing.RoomInvigilator(
                placed.assignment().invigilator(),
                placed.number(),
                placed.name(),
                college,
                placed.teachesQualification(),
                placed.hasPin());
    }
}
