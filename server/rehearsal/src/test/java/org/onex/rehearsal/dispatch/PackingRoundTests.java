package org.onex.rehearsal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;
import org.onex.rehearsal.seating.Place;

/** Packing at a centre with two sites that does as it should, and at centres that do not. */
class PackingRoundTests {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2024-05-18T12:00:00+08:00");
    private static final String PLAN = DispatchDesk.PLANS + "/HK-2024-1-01";

    private final FakeCenter center = new FakeCenter();
    private final int[] versions = {0, 0};
    private final String[] states = {"UNPACKED", "UNPACKED"};
    private final List<Venue> venues = List.of(venue("s0", "college01"), venue("s1", "college02"));
    private final PackingRound round = new PackingRound(center.scene("003", 1), venues);
    private Consumer<PackingRoundTests> packing = PackingRoundTests::packChanged;

    PackingRoundTests() {
        center.answers("POST", PLAN + "/packing", request -> {
            packing.accept(this);
            return new Reply(202, "{\"job\": \"j\"}");
        });
        center.answers("GET", "/api/job/jobs/j", Reply.ok("{\"state\": \"DONE\"}"));
        center.answers(
                "GET",
                PLAN + "/bundles",
                request -> Reply.list(IntStream.range(0, 2).mapToObj(this::bundle)));
    }

    @AfterEach
    void close() {
        center.close();
    }

    private static Venue venue(String site, String college) {
        var spot = new Place.Spot("HK-2024-1-01", site, site, 1, NOON, NOON, "o", 1, "机房", 1, 1, 1, "A");
        var guest = new Place.Guest("c", "r", "1", "王", "9", "college", "", "q", "ELEMENTARY", 1);
        var slots = new TreeMap<Integer, List<Place>>();
        slots.put(1, List.of(new Place(spot, guest)));
        return new Venue(site, site, college, slots);
    }

    private String bundle(int site) {
        return """
                {"id": "b%d", "version": %d, "state": "%s", "people": 1, "problems": [],
                 "site": {"id": "s%d"}, "slot": {"number": 1}}""".formatted(site, versions[site], states[site], site);
    }

    private void packChanged() {
        for (var i = 0; i < versions.length; i++) {
            if (!states[i].equals("PACKED")) {
                pack(i);
            }
        }
    }

    private void pack(int site) {
        versions[site]++;
        states[site] = "PACKED";
    }

    private long broken() {
        return center.found(Claim.BUNDLES_GO_BY_VERSION).broken();
    }

    @Test
    void whatDidNotChangeStaysAndWhatChangedIsPackedAnew() {
        var packed = round.pack();
        round.again(packed);
        states[1] = "STALE";
        round.changed(venues.getLast(), packed);
        assertThat(center.found(Claim.BUNDLES_GO_BY_VERSION).examples()).isEmpty();
        assertThat(versions).containsExactly(1, 2);
    }

    @Test
    void aVersionWithoutAChangeIsFound() {
        var packed = round.pack();
        packing = test -> test.pack(0);
        round.again(packed);
        assertThat(broken()).isEqualTo(1);
    }

    @Test
    void aChangeThatIsNotNoticedIsFound() {
        var packed = round.pack();
        round.changed(venues.getLast(), packed);
        assertThat(broken()).isEqualTo(2);
    }

    @Test
    void aBundleThatIsMissingIsFound() {
        center.answers("GET", PLAN + "/bundles", request -> Reply.list(List.of(bundle(0)).stream()));
        round.pack();
        assertThat(broken()).isEqualTo(1);
    }
}
