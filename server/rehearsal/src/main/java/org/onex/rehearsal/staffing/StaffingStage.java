package org.onex.rehearsal.staffing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import org.onex.rehearsal.seating.Place;
import org.onex.rehearsal.seating.SeatLists;
import org.onex.rehearsal.seating.SiteDesk;

/** Every college with a site names enough invigilators, the body decides, rooms are staffed, and PINs are issued. */
public final class StaffingStage implements Stage {

    /** One more than is needed stays free, and one waits for the body. */
    private static final int MORE = 2;

    private static final String REASON = "演练：机房停电，重新编排";

    @Override
    public Step step() {
        return Step.STAFFING;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var bySite = new SeatLists(scene)
                .places().stream()
                        .collect(Collectors.groupingBy(place -> place.spot().site()));
        var crews = new ArrayList<Crew>();
        for (var i = 0; i < scene.data().colleges().size(); i++) {
            for (var site : sites(scene, scene.data().colleges().get(i), bySite)) {
                crews.add(Crew.of(scene, i, site, bySite.getOrDefault(site, List.of())));
            }
        }
        var counts = new LinkedHashMap<String, Long>();
        List.of("invigilators", "assigned", "pins").forEach(counted -> counts.put(counted, 0L));
        for (var i = 0; i < crews.size(); i++) {
            var foreign = i == 0 ? "" : crews.getFirst().anybody();
            var crew = crews.get(i);
            crew.name();
            crew.staff(foreign);
            if (i == crews.size() - 1) {
                again(scene, crew);
            }
            counts.merge("pins", (long) new PinCheck(scene, crew.desk()).play(), Long::sum);
            counts.merge("invigilators", (long) crew.applications().size(), Long::sum);
            counts.merge("assigned", crew.assigned(), Long::sum);
        }
        return counts;
    }

    private static List<String> sites(Scene scene, DemoData.College college, Map<String, List<Place>> bySite) {
        return scene.all(scene.data().officerOf(college), "/api/site/sites").stream()
                .map(site -> Json.text(site, "id"))
                .filter(bySite::containsKey)
                .toList();
    }

    /** When the seats are withdrawn, nobody has a room any more; when they are given again, rooms are staffed anew. */
    private static void again(Scene scene, Crew crew) {
        var body = new SiteDesk(
                scene, scene.data().officerOf(scene.notice()), scene.plan().code(), crew.site());
        var seed = body.view().path("seed").asInt(1);
        body.withdraw(SiteDesk.version(body.view()), REASON).orFail();
        var version = crew.desk().rooms().body().path("version").asInt(1);
        var answer = crew.desk().draw(version, 1);
        scene.check(
                Claim.BAD_STAFFING_SAYS_WHY,
                answer.code().equals("staffing.not-arranged"),
                () -> "somebody draws for a site that is not arranged, " + answer);
        body.arrange(SiteDesk.version(body.view()), seed).orFail();
        var rooms = Watch.of(crew.desk().view());
        scene.check(
                Claim.ENOUGH_INVIGILATORS,
                rooms.stream().allMatch(room -> room.invigilators().isEmpty()),
                () -> "the seats were withdrawn, and somebody still is in a room");
        crew.drawAnew(body.places());
    }

    /** One site with those who are to invigilate there. */
    private record Crew(
            Scene scene, String site, StaffDesk desk, Applications applications, Assignments rooms, int needed) {

        static Crew of(Scene scene, int college, String site, List<Place> places) {
            var login = scene.data().officerOf(scene.data().colleges().get(college));
            var desk = new StaffDesk(scene, login, site);
            var applications = new Applications(scene, desk, college);
            return new Crew(
                    scene,
                    site,
                    desk,
                    applications,
                    new Assignments(scene, desk, applications, places),
                    Need.atOnce(places));
        }

        void name() {
            applications.apply(needed + MORE);
        }

        /** First with too few, then with one more than is needed. */
        void staff(String foreign) {
            rooms.draw();
            applications.approve(0, needed / 2);
            rooms.draw();
            applications.approve(needed / 2, needed + 1);
            applications.onBehalf();
            applications.checkListed();
            rooms.drawEnough();
            rooms.byHand(foreign);
            rooms.retireOne();
            rooms.strangers();
        }

        void drawAnew(List<Place> places) {
            var anew = new Assignments(scene, desk, applications, places);
            anew.drawEnough();
            anew.checkTeachers();
        }

        String anybody() {
            return applications.approved().keySet().iterator().next();
        }

        long assigned() {
            return Watch.of(desk.view()).stream()
                    .mapToLong(room -> room.invigilators().size())
                    .sum();
        }
    }
}
