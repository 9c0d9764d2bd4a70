package org.onex.node.invigilation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.RecordFile;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What others may ask about what was written down in the rooms (考场记录). */
@Repository
@ConcurrencyLimit(1)
public class RecordDirectory {

    private final Attendances attendances;
    private final Incidents incidents;
    private final Acts acts;

    RecordDirectory(Attendances attendances, Incidents incidents, Acts acts) {
        this.attendances = attendances;
        this.incidents = incidents;
        this.acts = acts;
    }

    /**
     * The record of all rooms of a bundle. The same as long as nothing more was written down.
     *
     * @param attendance by run; runs of which nothing was written down are missing
     * @param incidents  in the order in which they were written down
     * @param acts       in the order in which they were done
     */
    public record RoomRecord(
            Map<UUID, RecordFile.Attendance> attendance,
            List<RecordFile.Incident> incidents,
            List<RecordFile.Act> acts) {

        public RoomRecord {
            attendance = Map.copyOf(attendance);
            incidents = List.copyOf(incidents);
            acts = List.copyOf(acts);
        }

        /**
         * What was seen of a run to which nobody signed in: who is absent from one subject is absent from what follows it, because they cannot
         * come to it, as on the sign-in sheets ({@link RoomSheets}).
         *
         * @param before runs by those that follow them
         */
        public RecordFile.@Nullable Attendance ofNobody(UUID attempt, Map<UUID, UUID> before) {
            var own = attendance.get(attempt);
            var first = before.get(attempt);
            if (own != null || first == null) {
                return own;
            }
            var earlier = ofNobody(first, before);
            return earlier != null && !earlier.present() ? earlier : null;
        }
    }

    /** As of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public RoomRecord of(UUID bundle) {
        return new RoomRecord(attendances.of(bundle), incidents.of(bundle), acts.of(bundle));
    }
}
