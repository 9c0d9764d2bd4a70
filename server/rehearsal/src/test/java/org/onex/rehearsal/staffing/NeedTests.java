package org.onex.rehearsal.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.seating.Place;

class NeedTests {

    static List<Place> people(String opening, int slot, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var seat = Json.object()
                            .put("slot", slot)
                            .put("opens", "2024-05-18T14:00:00+08:00")
                            .put("closes", "2024-05-18T17:45:00+08:00");
                    seat.putObject("opening").put("id", opening);
                    return Place.of(seat);
                })
                .toList();
    }

    @Test
    void upToFortyPeopleNeedTwoAndMoreOneForTwenty() {
        assertThat(Need.of(1)).isEqualTo(2);
        assertThat(Need.of(40)).isEqualTo(2);
        assertThat(Need.of(41)).isEqualTo(3);
        assertThat(Need.of(60)).isEqualTo(3);
        assertThat(Need.of(61)).isEqualTo(4);
    }

    @Test
    void whoSupervisesInTheMorningCanDoSoInTheAfternoon() {
        var places = new ArrayList<>(people("morning", 1, 45));
        places.addAll(people("hall", 2, 10));
        places.addAll(people("annex", 2, 41));

        assertThat(Need.byRoom(places)).containsOnlyKeys("morning", "hall", "annex");
        assertThat(Need.atOnce(places)).isEqualTo(5);
        assertThat(Need.atOnce(List.of())).isZero();
    }
}
