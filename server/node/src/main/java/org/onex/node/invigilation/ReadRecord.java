package org.onex.node.invigilation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.node.sitting.SittingDirectory;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.stereotype.Component;

/** What was written down of a room, as its board shows it. Boards are many; the writer must always find a connection. */
@Component
@ConcurrencyLimit(2)
class ReadRecord {

    private final Attendances attendances;
    private final Incidents incidents;
    private final SittingDirectory sittings;

    ReadRecord(Attendances attendances, Incidents incidents, SittingDirectory sittings) {
        this.attendances = attendances;
        this.incidents = incidents;
        this.sittings = sittings;
    }

    /** What was written down at the runs of a bundle. */
    record SeatNotes(Map<UUID, Boolean> present, Map<UUID, Integer> counts) {

        RoomSheets.@Nullable Presence attendance(SittingDirectory.SeatNow seat) {
            return RoomSheets.Presence.of(present.get(seat.attempt()));
        }

        int incidents(SittingDirectory.SeatNow seat) {
            return counts.getOrDefault(seat.attempt(), 0);
        }
    }

    SeatNotes seats(Keeper keeper) {
        return new SeatNotes(present(keeper), incidents.counts(keeper.bundle()));
    }

    private Map<UUID, Boolean> present(Keeper keeper) {
        return attendances.of(keeper.bundle()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, seen -> seen.getValue().present()));
    }

    List<RoomSheets.Sheet> sheets(Keeper keeper) {
        return RoomSheets.of(
                sittings.runs(keeper.bundle(), keeper.rooms()), present(keeper), incidents.counts(keeper.bundle()));
    }

    /** An incident and the run at which it happened. */
    record Told(Incidents.Written written, SittingDirectory.RunNow run) {}

    /**
     * The latest one first.
     *
     * @param room null for all rooms of this invigilator
     */
    Page<Told> incidents(Keeper keeper, @Nullable String room, PageRequest page) {
        var rooms = keeper.roomsNamed(room);
        var runs = sittings.runs(keeper.bundle(), rooms).stream()
                .collect(Collectors.toMap(SittingDirectory.RunNow::attempt, run -> run));
        var found = incidents.page(keeper.bundle(), rooms, page);
        var items = found.items().stream()
                .map(one -> new Told(
                        one, Objects.requireNonNull(runs.get(one.incident().attempt()))))
                .toList();
        return new Page<>(items, found.next(), found.total());
    }
}
