package org.onex.node.invigilation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.node.sitting.AttemptState;
import org.onex.node.sitting.SittingDirectory.RunNow;

/**
 * The numbers that stand on the sign-in sheet of a room (签到表): 应到, 实到, 缺考, one sheet per room and subject. Who is absent from one
 * subject is absent from what follows it, because they cannot come to it.
 */
final class RoomSheets {

    private RoomSheets() {}

    /** Whether somebody was seen. */
    enum Presence {
        PRESENT,
        ABSENT;

        static @Nullable Presence of(@Nullable Boolean isPresent) {
            if (isPresent == null) {
                return null;
            }
            return isPresent ? PRESENT : ABSENT;
        }
    }

    /**
     * One sheet.
     *
     * @param expected who should be there
     * @param signedIn who has been at a machine
     */
    record Sheet(
            String room,
            UUID session,
            String subject,
            int expected,
            int present,
            int absent,
            int signedIn,
            int handedIn,
            int incidents) {

        private static Sheet of(List<RunNow> runs, Map<UUID, Presence> seen, Map<UUID, Integer> incidents) {
            var any = runs.getFirst();
            return new Sheet(
                    any.room(),
                    any.session(),
                    any.subject(),
                    runs.size(),
                    count(runs, seen, Presence.PRESENT),
                    count(runs, seen, Presence.ABSENT),
                    (int) runs.stream()
                            .filter(run -> run.state() != AttemptState.EXPECTED)
                            .count(),
                    (int) runs.stream()
                            .filter(run -> run.state() == AttemptState.HANDED_IN)
                            .count(),
                    runs.stream()
                            .mapToInt(run -> incidents.getOrDefault(run.attempt(), 0))
                            .sum());
        }

        private static int count(List<RunNow> runs, Map<UUID, Presence> seen, Presence wanted) {
            return (int) runs.stream()
                    .filter(run -> seen.get(run.attempt()) == wanted)
                    .count();
        }
    }

    /**
     * @param runs      in the order of the sheets
     * @param written   what was written down, by run
     * @param incidents how many, by run
     */
    static List<Sheet> of(Collection<RunNow> runs, Map<UUID, Boolean> written, Map<UUID, Integer> incidents) {
        var byAttempt = new HashMap<UUID, RunNow>();
        runs.forEach(run -> byAttempt.put(run.attempt(), run));
        var seen = new HashMap<UUID, Presence>();
        var sheets = new LinkedHashMap<List<Object>, List<RunNow>>();
        for (var run : runs) {
            var presence = presence(run, byAttempt, written);
            if (presence != null) {
                seen.put(run.attempt(), presence);
            }
            sheets.computeIfAbsent(List.of(run.room(), run.session()), key -> new ArrayList<>())
                    .add(run);
        }
        return sheets.values().stream()
                .map(own -> Sheet.of(own, seen, incidents))
                .toList();
    }

    private static @Nullable Presence presence(RunNow run, Map<UUID, RunNow> runs, Map<UUID, Boolean> written) {
        var own = Presence.of(written.get(run.attempt()));
        var before = run.follows() == null ? null : runs.get(run.follows());
        if (own != null || before == null || run.state() != AttemptState.EXPECTED) {
            return own;
        }
        return presence(before, runs, written) == Presence.ABSENT ? Presence.ABSENT : null;
    }
}
