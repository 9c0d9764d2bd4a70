package org.onex.center.staffing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Answers other modules' questions about the people who look after rooms. */
@Component
class AssignedPeople implements StaffingDirectory {

    private final Assignments assignments;
    private final StaffedSites sites;
    private final Pins pins;

    AssignedPeople(Assignments assignments, StaffedSites sites, Pins pins) {
        this.assignments = assignments;
        this.sites = sites;
        this.pins = pins;
    }

    @Override
    public List<AssignedInvigilator> assigned(String plan, UUID site) {
        return assignments.of(plan, site).stream()
                .map(placed -> new AssignedInvigilator(
                        placed.assignment().invigilator(),
                        placed.number(),
                        placed.name(),
                        placed.assignment().opening()))
                .toList();
    }

    @Override
    public int version(String plan, UUID site) {
        return sites.find(plan, site).map(StaffedSite::assigned).orElse(0);
    }

    @Override
    public int revision(String plan, UUID site) {
        return sites.find(plan, site).map(StaffedSite::version).orElse(0);
    }

    @Override
    public Map<UUID, Integer> revisions(String plan) {
        return sites.of(plan).stream().collect(Collectors.toMap(StaffedSite::site, StaffedSite::version));
    }

    @Override
    public Map<UUID, String> pins(String plan, UUID site) {
        var values = new TreeMap<UUID, String>();
        pins.of(plan, site).forEach((invigilator, pin) -> values.put(invigilator, pin.value()));
        return values;
    }
}
