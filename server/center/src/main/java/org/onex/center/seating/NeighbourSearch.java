package org.onex.center.seating;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.onex.center.seating.SeatPlan.Guest;

/**
 * Puts the people of one room on its seats so that as few as possible have somebody of their own class to the left, to the right, ahead or
 * behind. It begins with their order and exchanges two at a time as long as that does no harm.
 */
final class NeighbourSearch {

    /** Enough for rooms of a hundred to come to rest; a room takes a few milliseconds. */
    private static final int TRIES_PER_SEAT = 400;

    private final List<Guest> guests;
    private final int columns;

    private NeighbourSearch(List<Guest> guests, int columns) {
        this.guests = guests;
        this.columns = columns;
    }

    /** The guests in the order of the seats. */
    static List<Guest> arranged(List<Guest> guests, RoomOpening opening, Random random) {
        var search = new NeighbourSearch(new ArrayList<>(guests), opening.columns());
        search.improve(random);
        return search.guests;
    }

    /** How many pairs of neighbours a room with so many people has. */
    static int pairs(int people, int columns) {
        var pairs = 0;
        for (int seat = 0; seat < people; seat++) {
            pairs += (seat % columns > 0 ? 1 : 0) + (seat >= columns ? 1 : 0);
        }
        return pairs;
    }

    /** How many of the pairs are of one class. */
    static int sameClassPairs(List<Guest> guests, int columns) {
        return new NeighbourSearch(guests, columns).conflicts();
    }

    private int conflicts() {
        var counted = 0;
        for (int seat = 0; seat < guests.size(); seat++) {
            counted += conflictsAt(seat);
        }
        return counted / 2;
    }

    private void improve(Random random) {
        var conflicts = conflicts();
        for (int i = 0; conflicts > 0 && i < guests.size() * TRIES_PER_SEAT; i++) {
            var one = random.nextInt(guests.size());
            var other = random.nextInt(guests.size());
            if (guests.get(one).schoolclass().equals(guests.get(other).schoolclass())) {
                continue; // nothing would change
            }
            var before = conflictsAt(one) + conflictsAt(other);
            Collections.swap(guests, one, other);
            var gained = before - conflictsAt(one) - conflictsAt(other);
            if (gained < 0) {
                Collections.swap(guests, one, other);
            } else {
                conflicts -= gained;
            }
        }
    }

    private int conflictsAt(int seat) {
        return (seat % columns > 0 ? conflict(seat, seat - 1) : 0)
                + ((seat + 1) % columns > 0 ? conflict(seat, seat + 1) : 0)
                + conflict(seat, seat - columns)
                + conflict(seat, seat + columns);
    }

    private int conflict(int seat, int neighbour) {
        return neighbour >= 0
                        && neighbour < guests.size()
                        && guests.get(seat)
                                .schoolclass()
                                .equals(guests.get(neighbour).schoolclass())
                ? 1
                : 0;
    }
}
