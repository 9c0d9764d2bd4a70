package org.onex.node.invigilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.RecordFile.Attendance;

class RoomRecordTests {

    private static final UUID THEORY = new UUID(0, 1);
    private static final UUID PRACTICAL = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);
    private static final Map<UUID, UUID> BEFORE = Map.of(PRACTICAL, THEORY, THIRD, PRACTICAL);
    private static final Attendance ABSENT = new Attendance(false, "JKC1", Instant.EPOCH, "经核对未到");
    private static final Attendance PRESENT = new Attendance(true, "JKC2", Instant.EPOCH, "");

    private static RecordDirectory.RoomRecord noted(Map<UUID, Attendance> seen) {
        return new RecordDirectory.RoomRecord(seen, List.of(), List.of());
    }

    @Test
    void whoIsAbsentFromOneSubjectIsAbsentFromAllThatFollow() {
        var noted = noted(Map.of(THEORY, ABSENT));
        assertThat(noted.ofNobody(PRACTICAL, BEFORE)).isEqualTo(ABSENT);
        assertThat(noted.ofNobody(THIRD, BEFORE)).isEqualTo(ABSENT);
    }

    @Test
    void whoWasSeenInOneSubjectMayHaveComeToTheNext() {
        assertThat(noted(Map.of(THEORY, PRESENT)).ofNobody(PRACTICAL, BEFORE)).isNull();
        assertThat(noted(Map.of()).ofNobody(PRACTICAL, BEFORE)).isNull();
    }

    @Test
    void whatWasWrittenDownOfTheSubjectItselfCounts() {
        var noted = noted(Map.of(THEORY, ABSENT, PRACTICAL, PRESENT));
        assertThat(noted.ofNobody(PRACTICAL, BEFORE)).isEqualTo(PRESENT);
        assertThat(noted.ofNobody(THIRD, BEFORE)).isNull();
    }
}
