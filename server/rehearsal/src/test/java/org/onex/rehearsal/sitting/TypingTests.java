package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.ItemBankFile;
import org.onex.rehearsal.scene.SoundText;
import tools.jackson.databind.JsonNode;

class TypingTests {

    private static final int LONGEST = 20_000;
    private static final List<ItemBankFile> BANK = List.of(new ItemBankFile("x.yaml", "", DemoData.tree("""
            items: [{id: S001, answer: B}]
            tasks:
              - {id: D01, steps: [{id: "1", answer: "12.50", tolerance: "0.5"}]}
              - {id: W01, rubric: []}
            """)));

    private final Typing typing = new Typing(new Random(7), List.of(), Schooling.of(BANK));

    private List<String> answers(String item, String type) {
        JsonNode asked = Json.object().put("id", item).put("type", type);
        return IntStream.range(0, 500).mapToObj(each -> typing.answer(asked)).toList();
    }

    /** The longest text that may be handed in is among them. */
    @Test
    void whoIsSureWritesGoodTextsThatAreNotTooLong() {
        typing.becomesSure();

        assertThat(answers("W01", "TEXT"))
                .allMatch(SoundText::is)
                .allMatch(text -> text.length() <= LONGEST)
                .anyMatch(text -> text.length() == LONGEST);
    }

    @Test
    void whoIsSureAnswersEverythingRight() {
        typing.becomesSure();

        assertThat(answers("S001", "SINGLE")).containsOnly("B");
        assertThat(answers("D01-1", "NUMBER")).allMatch(typed -> {
            var digits = typed.strip().replaceAll("[%元,]", "");
            var plain = Normalizer.normalize(digits, Normalizer.Form.NFKC);
            return new BigDecimal(plain).subtract(new BigDecimal("12.50")).abs().compareTo(new BigDecimal("0.5")) <= 0;
        });
    }

    @Test
    void whoIsNotSureWritesNoGoodTextAndMakesMistakes() {
        assertThat(answers("W01", "TEXT")).noneMatch(SoundText::is);
        assertThat(answers("D01-1", "NUMBER")).contains("13.001");
    }
}
