package org.onex.rehearsal.seating;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;

class SessionHoursTests {

    private static final SessionHours HOURS = SessionHours.of(Json.MAPPER.readTree("""
            {"offerings": [{"qualification": {"code": "ZBDS"}, "level": "ELEMENTARY", "sessions": [
              {"windows": [{"opens": "2024-09-26T14:00:00+08:00", "closes": "2024-09-26T15:00:00+08:00"},
                           {"opens": "2024-09-26T15:30:00+08:00", "closes": "2024-09-26T18:00:00+08:00"}]},
              {"windows": [{"opens": "2024-09-27T08:30:00+08:00", "closes": "2024-09-27T12:30:00+08:00"}]}]}]}"""));

    private static Place place(int session, String opens, String closes) {
        var json = Json.object()
                .put("slot", 1)
                .put("level", "ELEMENTARY")
                .put("session", session)
                .put("opens", opens)
                .put("closes", closes);
        json.putObject("qualification").put("code", "ZBDS");
        return Place.of(json);
    }

    @Test
    void aSeatIsTakenFromTheFirstSubjectToTheLast() {
        assertThat(HOURS.areWithin(place(1, "2024-09-26T14:00:00+08:00", "2024-09-26T18:00:00+08:00")))
                .isTrue();
        assertThat(HOURS.areWithin(place(1, "2024-09-26T14:00:00+08:00", "2024-09-26T15:00:00+08:00")))
                .isFalse();
    }

    @Test
    void theOtherDayIsAnotherSession() {
        assertThat(HOURS.areWithin(place(2, "2024-09-26T14:00:00+08:00", "2024-09-26T18:00:00+08:00")))
                .isFalse();
        assertThat(HOURS.areWithin(place(3, "2024-09-26T14:00:00+08:00", "2024-09-26T18:00:00+08:00")))
                .isFalse();
    }
}
