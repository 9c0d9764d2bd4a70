package org.onex.center.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.onex.center.paper.Blueprint.PaperSection;

/**
 * The questions of one section, dealt out to two forms. They are ordered by field of work and difficulty; every n-th is taken, so that both
 * the fields and the difficulties come up as they do in the bank, and each two that stand side by side are given to different forms.
 */
record SectionSplit(PaperSection section, List<Question> a, List<Question> b) {

    /**
     * @param pool the questions of the section's type, at least as many as it wants
     */
    static SectionSplit drawn(PaperSection section, List<Question> pool, Random random) {
        var ordered = ordered(pool, random);
        var shared = everyNth(ordered, Math.max(0, 2 * section.count() - pool.size()), random);
        var left = new ArrayList<>(ordered);
        left.removeAll(shared);
        var dealt = everyNth(left, 2 * (section.count() - shared.size()), random);
        left.removeAll(dealt);
        var halves = Halves.of(dealt, left);
        return new SectionSplit(section, mixed(halves.first(), shared, random), mixed(halves.second(), shared, random));
    }

    private static List<Question> ordered(List<Question> pool, Random random) {
        var ordered = new ArrayList<>(pool);
        Collections.shuffle(ordered, random);
        ordered.sort(Comparator.comparing(Question::field).thenComparingInt(Question::difficulty));
        return ordered;
    }

    /** So many of them at even distances, from a place that chance chooses. */
    private static List<Question> everyNth(List<Question> ordered, int wanted, Random random) {
        var taken = new ArrayList<Question>();
        var start = random.nextDouble();
        for (int i = 0; i < wanted; i++) {
            taken.add(ordered.get((int) Math.floor((i + start) * ordered.size() / wanted)));
        }
        return taken;
    }

    /** On paper no order tells what is easy. */
    private static List<Question> mixed(List<Question> own, List<Question> shared, Random random) {
        var mixed = new ArrayList<>(own);
        mixed.addAll(shared);
        Collections.shuffle(mixed, random);
        return List.copyOf(mixed);
    }

    /** Neighbours pulled apart, with an eye on fields of work and on the sum of difficulties. */
    private static final class Halves {

        private final List<Question> first = new ArrayList<>();
        private final List<Question> second = new ArrayList<>();
        private final Map<String, Integer> aheadIn = new HashMap<>();
        private final List<Question> spare;
        private int harder;

        private Halves(List<Question> spare) {
            this.spare = spare;
        }

        /**
         * @param spare what was not dealt out
         */
        static Halves of(List<Question> ordered, List<Question> spare) {
            var halves = new Halves(spare);
            for (int i = 0; i + 1 < ordered.size(); i += 2) {
                halves.part(ordered.get(i), ordered.get(i + 1));
            }
            halves.level();
            return halves;
        }

        List<Question> first() {
            return first;
        }

        List<Question> second() {
            return second;
        }

        /** A pair across two fields evens out the first of them; any other one evens out the difficulty. */
        private void part(Question one, Question other) {
            var ahead = aheadIn.getOrDefault(one.field(), 0);
            var isAcross = !one.field().equals(other.field());
            var makesWorse = (one.difficulty() - other.difficulty()) * harder > 0;
            var swaps = (isAcross && ahead != 0) ? ahead > 0 : makesWorse;
            give(swaps ? other : one, swaps ? one : other);
        }

        private void give(Question toFirst, Question toSecond) {
            first.add(toFirst);
            second.add(toSecond);
            harder += toFirst.difficulty() - toSecond.difficulty();
            aheadIn.merge(toFirst.field(), 1, Integer::sum);
            aheadIn.merge(toSecond.field(), -1, Integer::sum);
        }

        /** Exchanges questions of one field as long as that brings the difficulties closer together. */
        private void level() {
            var better = true;
            while (Math.abs(harder) > 1 && better) {
                better = exchange(first, second, 2) || exchange(first, spare, 1) || exchange(second, spare, -1);
            }
        }

        /**
         * The first exchange that helps.
         *
         * @param weight how often the gap between the two counts for the difference of the forms
         */
        private boolean exchange(List<Question> some, List<Question> others, int weight) {
            for (int i = 0; i < some.size(); i++) {
                for (int j = 0; j < others.size(); j++) {
                    var one = some.get(i);
                    var other = others.get(j);
                    var after = harder - weight * (one.difficulty() - other.difficulty());
                    if (one.field().equals(other.field()) && Math.abs(after) < Math.abs(harder)) {
                        some.set(i, other);
                        others.set(j, one);
                        harder = after;
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
