package org.onex.center.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onex.contract.kernel.Window;

/**
 * One person's examinations, of all awarding bodies. It holds as long as a session can be chosen for each so that no two overlap; seating
 * will choose them.
 */
final class Timetable {

    private final List<Commitment> held;

    Timetable(List<Commitment> held) {
        this.held = List.copyOf(held);
    }

    /** What is in the way of one more: something held, or nothing if there is room. */
    Optional<Commitment> clashWith(Commitment wanted) {
        var concerned = concernedBy(wanted);
        if (isPossible(concerned)) {
            return Optional.empty();
        }
        return held.stream()
                .filter(wanted::canNeverBeSatBeside)
                .findFirst()
                // Only all together leave no room; then one of those is named that share an hour with it.
                .or(() -> held.stream().filter(wanted::touches).findFirst())
                .or(() -> Optional.of(wanted));
    }

    /** It and everything whose sessions hang together with its own; what has nothing to do with it would only multiply the possibilities. */
    private List<Commitment> concernedBy(Commitment wanted) {
        var concerned = new ArrayList<>(List.of(wanted));
        var rest = new ArrayList<>(held);
        for (int next = 0; next < concerned.size(); next++) {
            var one = concerned.get(next);
            var touched = rest.stream().filter(one::touches).toList();
            concerned.addAll(touched);
            rest.removeAll(touched);
        }
        return concerned;
    }

    static boolean isPossible(List<Commitment> commitments) {
        return new Search(commitments).isPossible(0);
    }

    /** Tries the sessions one after another. Nobody has so many exams on a few days that it takes long; who does is refused. */
    private static final class Search {

        private static final int MOST_STEPS = 100_000;

        private final List<Commitment> commitments;
        private final List<Window> taken = new ArrayList<>();
        private int steps;

        Search(List<Commitment> commitments) {
            this.commitments = commitments;
        }

        boolean isPossible(int next) {
            if (next == commitments.size()) {
                return true;
            }
            for (var session : commitments.get(next).sessions()) {
                steps++;
                if (steps < MOST_STEPS && taken.stream().noneMatch(session::overlaps)) {
                    taken.add(session);
                    if (isPossible(next + 1)) {
                        return true;
                    }
                    taken.removeLast();
                }
            }
            return false;
        }
    }
}
