package org.onex.center.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;

/** What must be true of any two forms, whatever the bank: banks are made up from a seed, which is the test's name. */
class FormPairTests {

    private static final int SECTION = 0;

    /** A bank of judgements only, and how many a form wants of them. */
    private record Made(ItemBank bank, Blueprint blueprint, int wanted) {

        static Made from(long seed) {
            var random = new Random(seed);
            var fields = 1 + random.nextInt(6);
            var size = 1 + random.nextInt(150);
            var wanted = 1 + random.nextInt(size);
            return of(random, fields, size, wanted);
        }

        /** As large as a real one: enough for two forms. */
        static Made ample(long seed) {
            var random = new Random(seed);
            var wanted = 10 + random.nextInt(40);
            return of(random, 3 + random.nextInt(4), 2 * wanted + random.nextInt(80), wanted);
        }

        private static Made of(Random random, int fields, int size, int wanted) {
            var items = IntStream.range(0, size)
                    .mapToObj(i -> new Item(
                            "J%03d".formatted(i),
                            QuestionType.JUDGE,
                            1 + random.nextInt(fields) + ".1.1",
                            1 + random.nextInt(5),
                            "题干",
                            List.of(),
                            "T",
                            "理由"))
                    .toList();
            var tree = IntStream.rangeClosed(1, fields)
                    .mapToObj(i -> new FieldOfWork(String.valueOf(i), "领域", List.of()))
                    .toList();
            var section = new Blueprint.PaperSection("判断题", QuestionType.JUDGE, wanted, 1);
            var blueprint = new Blueprint("理论", List.of(section));
            var bank = new ItemBank(
                    "X-1",
                    new QualificationName("X", "X"),
                    Level.ELEMENTARY,
                    "题库",
                    true,
                    tree,
                    items,
                    List.of(),
                    Map.of(Subject.THEORY, blueprint));
            return new Made(bank, blueprint, wanted);
        }

        FormPair drawn(long seed) {
            return FormPair.drawn(bank, blueprint, seed);
        }

        List<Question> asked(Form form) {
            var byId = bank.byId();
            return ids(form).stream().map(byId::get).toList();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static List<String> ids(Form form) {
        return form.sections().get(SECTION).questions();
    }

    private static Set<String> inBoth(FormPair pair) {
        var both = new HashSet<>(ids(pair.a()));
        both.retainAll(ids(pair.b()));
        return both;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFormHasExactlyWhatTheBlueprintWantsAndNothingTwice(long seed) {
        var made = Made.from(seed);
        for (var form : made.drawn(seed).forms()) {
            assertThat(ids(form)).hasSize(made.wanted()).doesNotHaveDuplicates();
            assertThat(made.bank().byId().keySet()).containsAll(ids(form));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFormsShareNoMoreThanTheBankForces(long seed) {
        var made = Made.from(seed);
        var pair = made.drawn(seed);
        var forced = Math.max(0, 2 * made.wanted() - made.bank().items().size());
        assertThat(inBoth(pair)).hasSize(forced);
        assertThat(pair.comparison().shared()).isEqualTo(forced);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameSeedGivesTheSameFormsAndAnotherOneOthers(long seed) {
        var made = Made.ample(seed);
        assertThat(made.drawn(seed)).isEqualTo(made.drawn(seed));
        assertThat(made.drawn(seed + 1).forms()).isNotEqualTo(made.drawn(seed).forms());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noFormIsHarderThanTheOtherByMoreThanOneInAnAmpleBank(long seed) {
        var made = Made.ample(seed);
        var pair = made.drawn(seed);
        var a = made.asked(pair.a()).stream().mapToInt(Question::difficulty).sum();
        var b = made.asked(pair.b()).stream().mapToInt(Question::difficulty).sum();
        assertThat(Math.abs(a - b)).isLessThanOrEqualTo(1);
        var section = pair.comparison().sections().get(SECTION);
        assertThat(section.difficultyA()).isEqualTo(a);
        assertThat(section.difficultyB()).isEqualTo(b);
        assertThat(section.difference()).isEqualTo(Math.abs(a - b));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noFieldOfWorkComesUpMoreThanOnceMoreInOneForm(long seed) {
        var pair = Made.from(seed).drawn(seed);
        assertThat(pair.comparison().fields())
                .allSatisfy(field -> assertThat(Math.abs(field.questionsA() - field.questionsB()))
                        .isLessThanOrEqualTo(1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fieldsComeUpAsOftenAsTheBankHasThem(long seed) {
        var made = Made.ample(seed);
        var pair = made.drawn(seed);
        var share = 2.0 * made.wanted() / made.bank().items().size();
        for (var field : pair.comparison().fields()) {
            var has = made.bank().items().stream()
                    .filter(item -> item.field().equals(field.code()))
                    .count();
            assertThat(field.questionsA() + field.questionsB())
                    .isBetween((int) Math.floor(has * share) - 1, (int) Math.ceil(has * share) + 1);
        }
    }

    /** Of numbers from 1 to 5 in no order two in five are smaller than the one before; sorted by field and difficulty hardly one in eight. */
    @Test
    void theOrderOnPaperDoesNotTellWhatIsEasy() {
        var steps = 0;
        var falls = 0;
        for (var seed : seeds().toArray()) {
            var made = Made.ample(seed);
            var asked = made.asked(made.drawn(seed).a());
            for (int i = 1; i < asked.size(); i++) {
                steps++;
                falls += asked.get(i).difficulty() < asked.get(i - 1).difficulty() ? 1 : 0;
            }
        }
        assertThat((double) falls / steps).isBetween(0.3, 0.5);
    }
}
