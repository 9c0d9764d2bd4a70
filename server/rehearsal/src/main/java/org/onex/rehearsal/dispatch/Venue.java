package org.onex.rehearsal.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;

/**
 * A site (考点) at which people have seats.
 *
 * @param college the account of whose college it is
 * @param slots   who sits there when, by the number of the slot; never none
 */
public record Venue(String site, String name, String college, SortedMap<Integer, List<Place>> slots) {

    /** All of them, each before its own college. */
    public static List<Venue> of(Scene scene, List<Place> places) {
        var bySite = places.stream()
                .collect(Collectors.groupingBy(place -> place.spot().site()));
        var venues = new ArrayList<Venue>();
        for (var college : scene.data().colleges()) {
            var login = scene.data().officerOf(college);
            for (var site : scene.all(login, "/api/site/sites")) {
                var id = Json.text(site, "id");
                var there = bySite.getOrDefault(id, List.of());
                if (!there.isEmpty()) {
                    venues.add(new Venue(id, there.getFirst().spot().siteName(), login, bySlot(there)));
                }
            }
        }
        return venues;
    }

    private static SortedMap<Integer, List<Place>> bySlot(List<Place> places) {
        return places.stream()
                .collect(Collectors.groupingBy(place -> place.spot().slot(), TreeMap::new, Collectors.toList()));
    }

    @Override
    public String toString() {
        return name;
    }
}
