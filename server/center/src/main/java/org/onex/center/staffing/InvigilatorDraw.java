package org.onex.center.staffing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.onex.contract.kernel.Window;

/**
 * Fills what is missing in a site's rooms (系统自动分配, 004 §五). Those who do not teach the subject go first (建议非本专业任课老师), then those who
 * have the fewest rooms in this plan, then in all; a seed decides between equals, so that the same seed gives the same draw. When there
 * are too few, every room has one before another has two.
 */
final class InvigilatorDraw {

    /**
     * Somebody who may be drawn.
     *
     * @param teaches whether they teach the subject
     * @param inPlan  how many rooms they have in this plan
     * @param engaged the hours in which they have rooms, in whatever plan
     */
    record Available(UUID id, String number, boolean teaches, int inPlan, List<Window> engaged) {

        Available {
            engaged = List.copyOf(engaged);
        }

        boolean isFreeIn(Window hours) {
            return engaged.stream().noneMatch(hours::overlaps);
        }

        Available alsoIn(Window hours) {
            var more = new ArrayList<>(engaged);
            more.add(hours);
            return new Available(id, number, teaches, inPlan + 1, more);
        }
    }

    private final Map<UUID, Long> lots = new HashMap<>();
    private final Map<UUID, Available> people = new HashMap<>();
    private final List<Assignment> drawn = new ArrayList<>();

    private InvigilatorDraw(List<Available> available, long seed) {
        var chance = new Random(seed);
        available.stream().sorted(Comparator.comparing(Available::number)).forEach(one -> {
            lots.put(one.id(), chance.nextLong());
            people.put(one.id(), one);
        });
    }

    /**
     * Who is to be added; those who are assigned already stay.
     *
     * @param rooms    whose hours are to come
     * @param assigned how many each room has, by its opening
     */
    static List<Assignment> filling(
            List<StaffedRoom> rooms, Map<UUID, Integer> assigned, List<Available> available, long seed) {
        var draw = new InvigilatorDraw(available, seed);
        var order = rooms.stream()
                .sorted(Comparator.comparing((StaffedRoom room) -> room.hours().opens())
                        .thenComparingInt(room -> room.opening().number()))
                .toList();
        int most = rooms.stream().mapToInt(StaffedRoom::required).max().orElse(0);
        for (int filled = 0; filled < most; filled++) {
            for (var room : order) {
                int has = assigned.getOrDefault(room.opening().id(), 0);
                if (has <= filled && filled < room.required()) {
                    draw.drawFor(room);
                }
            }
        }
        return draw.drawn;
    }

    private void drawFor(StaffedRoom room) {
        chosen(room.hours()).ifPresent(one -> {
            people.put(one.id(), one.alsoIn(room.hours()));
            drawn.add(new Assignment(room.opening().id(), one.id(), room.hours()));
        });
    }

    private Optional<Available> chosen(Window hours) {
        return people.values().stream()
                .filter(one -> one.isFreeIn(hours))
                .min(Comparator.comparing(Available::teaches)
                        .thenComparingInt(Available::inPlan)
                        .thenComparingInt(one -> one.engaged().size())
                        .thenComparing(one -> lots.getOrDefault(one.id(), 0L))
                        .thenComparing(Available::number));
    }
}
