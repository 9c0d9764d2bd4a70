package org.onex.rehearsal.seating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * How many people sit in each of the fewest rooms that hold them (004 §六, 90 in rooms of 75 are 45 and 45), worked out by the rehearsal
 * itself. Which of two equal rooms is meant is nobody's promise, so only the sizes are told.
 */
final class EvenSplit {

    private EvenSplit() {}

    /**
     * Machines of a room.
     *
     * @param working all that can be used
     * @param spare   of those the ones that stay free while there are enough others
     */
    record Machines(int working, int spare) {

        private int usable() {
            return working - spare;
        }
    }

    /** From the most to the fewest; empty if not even all working machines suffice. */
    static List<Integer> of(int people, List<Machines> rooms) {
        var sizes = split(people, rooms, Machines::usable);
        return sizes.isEmpty() ? split(people, rooms, Machines::working) : sizes;
    }

    private static List<Integer> split(int people, List<Machines> rooms, ToIntFunction<Machines> size) {
        var largest = rooms.stream()
                .map(size::applyAsInt)
                .sorted(Comparator.reverseOrder())
                .toList();
        for (var count = 1; count <= largest.size(); count++) {
            var chosen = largest.subList(0, count);
            if (chosen.stream().mapToInt(Integer::intValue).sum() >= people) {
                return filled(people, chosen);
            }
        }
        return List.of();
    }

    /** One person after the other goes where the fewest sit, as long as there is a machine. */
    private static List<Integer> filled(int people, List<Integer> sizes) {
        var filled = new ArrayList<>(sizes.stream().map(size -> 0).toList());
        for (var i = 0; i < people; i++) {
            var emptiest = IntStream.range(0, sizes.size())
                    .filter(room -> filled.get(room) < sizes.get(room))
                    .boxed()
                    .min(Comparator.comparing(filled::get))
                    .orElseThrow();
            filled.set(emptiest, filled.get(emptiest) + 1);
        }
        return filled.stream().sorted(Comparator.reverseOrder()).toList();
    }
}
