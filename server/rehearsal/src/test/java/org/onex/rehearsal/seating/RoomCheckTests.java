package org.onex.rehearsal.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The claims about a site's page against pages that are right, and against others. */
class RoomCheckTests {

    private final Findings<Claim> findings = new Findings<>(Claim.class);
    private final RoomCheck check = new RoomCheck(findings);

    /** Two rooms of 60 machines, one slot in which so many people sit. */
    private static ObjectNode view(int people) {
        return (ObjectNode) Json.MAPPER.readTree("""
                {"site": {"id": "s1", "name": "示范考核站点"},
                 "rooms": [{"id": "r1", "machines": 60, "spareMachines": 3}, {"id": "r2", "machines": 60, "spareMachines": 3}],
                 "slots": [{"number": 1, "people": %1$d, "seats": %1$d, "problem": null, "proposal": [],
                            "sessions": [{"qualification": {"code": "WDYY"}, "level": "ELEMENTARY", "people": %1$d}]}],
                 "openings": []}""".formatted(people));
    }

    private static ObjectNode proposing(int people, int... seats) {
        var view = view(people);
        var proposal = ((ObjectNode) view.path("slots").path(0)).putArray("proposal");
        for (var i = 0; i < seats.length; i++) {
            proposal.addObject().put("room", "r" + (i + 1)).put("seats", seats[i]);
        }
        return view;
    }

    private static ObjectNode opening(int people, int... seats) {
        var view = view(people);
        var openings = view.putArray("openings");
        for (var i = 0; i < seats.length; i++) {
            openings.addObject()
                    .put("id", "o" + i)
                    .put("slot", 1)
                    .put("room", "r" + (i + 1))
                    .put("number", i + 1)
                    .put("seats", seats[i])
                    .put("columns", 6);
        }
        return view;
    }

    private static List<JsonNode> registered(int people) {
        var one = Json.MAPPER.readTree("{\"qualification\": {\"code\": \"WDYY\"}, \"level\": \"ELEMENTARY\"}");
        return IntStream.range(0, people).mapToObj(i -> one).toList();
    }

    private List<Claim> broken() {
        return findings.all().stream()
                .filter(finding -> finding.broken() > 0)
                .map(Findings.Finding::claim)
                .toList();
    }

    @Test
    void ninetyPeopleAreProposedAs45And45() {
        check.proposal(proposing(90, 45, 45), registered(90));

        assertThat(broken()).isEmpty();
    }

    @Test
    void anUnevenProposalOrOneRoomTooManyIsFound() {
        check.proposal(proposing(90, 57, 33), registered(90));
        check.proposal(proposing(50, 25, 25), registered(50));

        assertThat(findings.of(Claim.ROOMS_ARE_EVEN).broken()).isEqualTo(2);
    }

    @Test
    void aPageThatCountsFewerPeopleThanAreRegisteredIsFound() {
        check.proposal(proposing(50, 50), registered(51));

        assertThat(broken()).containsExactly(Claim.SEATS_ARE_PEOPLE);
    }

    @Test
    void asManySeatsAsPeopleAreBalanced() {
        check.balanced(opening(90, 45, 45));

        assertThat(broken()).isEmpty();
    }

    @Test
    void aSeatTooFewOrMoreSeatsThanMachinesAreFound() {
        check.balanced(opening(90, 45, 44));
        check.balanced(opening(90, 61, 29));

        assertThat(findings.of(Claim.SEATS_ARE_PEOPLE).broken()).isEqualTo(2);
    }

    @Test
    void twoRoomsWithOneNumberAreFound() {
        var view = opening(90, 45, 45);
        ((ObjectNode) view.path("openings").path(1)).put("number", 1);
        check.balanced(view);

        assertThat(broken()).containsExactly(Claim.SEATS_ARE_PEOPLE);
    }
}
