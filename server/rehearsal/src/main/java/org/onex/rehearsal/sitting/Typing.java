package org.onex.rehearsal.sitting;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.SoundText;
import tools.jackson.databind.JsonNode;

/** What a candidate types: clicks on options, changes of mind, and texts as people write them – rare characters, line breaks, emoji, long ones. */
final class Typing {

    private static final List<String> PIECES = List.of(
            "网店运营推广",
            "㛃",
            "𠮷",
            "䶮",
            "🙂",
            "👩‍💻",
            "\n",
            "\r\n",
            "\n\n",
            "\t",
            " ",
            "“引号”",
            "\"\\",
            "{\"a\":1}",
            "S01 1 B",
            "é",
            "e\u0301",
            "ａＢ",
            "🀄",
            "<b>",
            "%00",
            "\u0001",
            "\u2028",
            "答",
            "0",
            "，。");
    private static final int LONGEST = 20_000;
    /** One answer of so many is given as anybody would give it. */
    private static final int MOSTLY = 12;

    private final Random random;
    private final List<JsonNode> items;
    private final Schooling schooling;
    private boolean sure;

    /**
     * @param items of the paper
     */
    Typing(Random random, List<JsonNode> items, Schooling schooling) {
        this.random = random;
        this.items = items;
        this.schooling = schooling;
    }

    List<JsonNode> items() {
        return items;
    }

    JsonNode item() {
        return items.get(random.nextInt(items.size()));
    }

    /** Knows everything from now on, and writes nothing wrong any more. */
    void becomesSure() {
        sure = true;
    }

    /** A new answer; now and then none. */
    String answer(JsonNode item) {
        if (sure) {
            return schooling.right(Json.text(item, "id"), random).orElseGet(() -> SoundText.with(text(), LONGEST));
        }
        if (random.nextInt(12) == 0) {
            return "";
        }
        var known = schooling.answer(Json.text(item, "id"), random);
        if (known.isPresent() && random.nextBoolean()) {
            return known.get();
        }
        var keys = Json.each(item.path("options"))
                .map(option -> Json.text(option, "key"))
                .toList();
        return switch (Json.text(item, "type")) {
            case "SINGLE" -> keys.get(random.nextInt(keys.size()));
            case "MULTIPLE" ->
                keys.stream().filter(key -> random.nextBoolean()).sorted().collect(Collectors.joining());
            case "JUDGE" -> random.nextBoolean() ? "T" : "F";
            default -> text();
        };
    }

    /** The answer of somebody who knows nearly everything and takes their time. */
    String considered(JsonNode item) {
        if (sure) {
            return answer(item);
        }
        var known = schooling.answer(Json.text(item, "id"), random);
        return known.isPresent() && random.nextInt(MOSTLY) > 0 ? known.get() : answer(item);
    }

    private String text() {
        var dice = random.nextInt(100);
        if (dice == 0) {
            return "长".repeat(LONGEST);
        }
        var pieces = dice < 6 ? 800 : 1 + random.nextInt(30);
        return random.ints(pieces, 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
    }
}
