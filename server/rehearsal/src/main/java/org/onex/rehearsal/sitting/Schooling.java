package org.onex.rehearsal.sitting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.ItemBankFile;
import tools.jackson.databind.JsonNode;

/**
 * What a candidate has learned for a subject (所学): right answers, and numbers that are nearly right, in all the ways in which people type
 * them.
 */
final class Schooling {

    static final Schooling NONE = new Schooling(Map.of());

    private static final int FULL_WIDTH = '０' - '0';

    /**
     * A right answer.
     *
     * @param tolerance of a number; empty for a choice
     */
    private record Right(String answer, String tolerance) {}

    private final Map<String, Right> answers;

    private Schooling(Map<String, Right> answers) {
        this.answers = answers;
    }

    static Schooling of(List<ItemBankFile> banks) {
        var answers = new HashMap<String, Right>();
        banks.stream().flatMap(bank -> bank.questions().stream()).forEach(question -> learn(question, answers));
        return new Schooling(answers);
    }

    private static void learn(JsonNode question, Map<String, Right> answers) {
        var id = Json.text(question, "id");
        if (question.has("answer")) {
            answers.put(id, new Right(Json.text(question, "answer"), ""));
        }
        for (var step : question.path("steps").values()) {
            answers.put(
                    id + "-" + Json.text(step, "id"),
                    new Right(Json.text(step, "answer"), Json.text(step, "tolerance")));
        }
    }

    /** What is typed for an item; empty if nothing was learned about it. */
    Optional<String> answer(String item, Random random) {
        return Optional.ofNullable(answers.get(item))
                .map(right -> right.tolerance().isEmpty() ? right.answer() : number(right, random));
    }

    /** The same by somebody who is sure of it: a number is within what is taken. */
    Optional<String> right(String item, Random random) {
        return Optional.ofNullable(answers.get(item))
                .map(right -> right.tolerance().isEmpty() ? right.answer() : near(right, random.nextInt(3), random));
    }

    /** At the edge of what is taken and just beyond it as often as right in the middle. */
    private static String number(Right right, Random random) {
        return near(right, random.nextInt(5), random);
    }

    private static String near(Right right, int side, Random random) {
        var value = new BigDecimal(right.answer());
        var tolerance = new BigDecimal(right.tolerance());
        var beside = switch (side) {
            case 0 -> value.add(tolerance);
            case 1 -> value.subtract(tolerance);
            case 3 -> value.add(tolerance).add(new BigDecimal("0.001"));
            default -> value;
        };
        return asPeopleType(beside, random);
    }

    private static String asPeopleType(BigDecimal value, Random random) {
        var plain = value.toPlainString();
        return switch (random.nextInt(6)) {
            case 0 -> " " + plain + "\t";
            case 1 -> fullWidth(plain);
            case 2 -> String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
            case 3 -> plain + "%";
            case 4 -> plain + "元";
            default -> plain;
        };
    }

    private static String fullWidth(String plain) {
        return plain.chars()
                .mapToObj(letter -> Character.toString(
                        letter >= '0' && letter <= '9' ? letter + FULL_WIDTH : letter == '.' ? '．' : letter))
                .reduce("", String::concat);
    }
}
