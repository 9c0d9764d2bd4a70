package org.onex.rehearsal.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import tools.jackson.databind.JsonNode;

/** The claims about invigilators against rooms that are staffed as they should be, and against others. */
class WatchCheckTests {

    private static final OffsetDateTime TWO = OffsetDateTime.parse("2024-05-18T14:00:00+08:00");

    private final Findings<Claim> findings = new Findings<>(Claim.class);
    private final WatchCheck check = new WatchCheck(findings);

    private static Watch room(String opening, OffsetDateTime opens, int missing, String... invigilators) {
        Map<String, JsonNode> there = Arrays.stream(invigilators)
                .collect(Collectors.toMap(
                        id -> id, id -> Json.object().put("id", id).put("number", "JKC0000000" + id)));
        return new Watch(opening, opens.getHour(), opens, opens.plusHours(3), 3, 2, missing, there);
    }

    private void check(Watch... rooms) {
        var places = Arrays.stream(rooms)
                .flatMap(room -> NeedTests.people(room.opening(), room.slot(), 3).stream())
                .toList();
        check.check(List.of(rooms), places, Set.of("1", "2", "3", "4"));
    }

    private List<Claim> broken() {
        return findings.all().stream()
                .filter(finding -> finding.broken() > 0)
                .map(Findings.Finding::claim)
                .toList();
    }

    @Test
    void whoeverIsFreeAgainMaySuperviseTheNextSlot() {
        check(room("a", TWO, 0, "1", "2"), room("b", TWO, 0, "3", "4"), room("c", TWO.plusHours(3), 1, "1"));

        assertThat(broken()).isEmpty();
        assertThat(findings.of(Claim.NO_INVIGILATOR_TWICE).checked()).isEqualTo(1);
    }

    @Test
    void somebodyInTwoRoomsAtOnceIsFound() {
        check(room("a", TWO, 0, "1", "2"), room("b", TWO.plusHours(1), 0, "2", "3"));

        assertThat(broken()).containsExactly(Claim.NO_INVIGILATOR_TWICE);
    }

    @Test
    void somebodyWhoIsNotApprovedIsFound() {
        check(room("a", TWO, 0, "1", "9"));

        assertThat(broken()).containsExactly(Claim.ONLY_APPROVED_INVIGILATE);
    }

    @Test
    void aPageThatCountsWronglyIsFound() {
        check(room("a", TWO, 0, "1"));

        assertThat(broken()).containsExactly(Claim.ENOUGH_INVIGILATORS);
    }

    @Test
    void aRoomThatNobodySupervisesIsFound() {
        check.check(List.of(), NeedTests.people("a", 14, 3), Set.of());

        assertThat(broken()).containsExactly(Claim.ENOUGH_INVIGILATORS);
    }

    @Test
    void whoTeachesTheSubjectIsDrawnOnlyWhenNobodyElseIsLeft() {
        var rooms = List.of(room("a", TWO, 0, "1", "2"));
        check.teachersLast(rooms, Map.of("1", false, "2", true));
        assertThat(broken()).isEmpty();

        check.teachersLast(rooms, Map.of("1", false, "2", true, "3", false));
        assertThat(broken()).containsExactly(Claim.TEACHERS_LAST);
    }
}
