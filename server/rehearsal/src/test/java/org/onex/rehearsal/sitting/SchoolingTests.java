package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.ItemBankFile;

class SchoolingTests {

    private final Random random = new Random(1);
    private final Schooling schooling = Schooling.of(List.of(new ItemBankFile("x.yaml", "", DemoData.tree("""
            items: [{id: S001, answer: B}]
            tasks:
              - {id: D01, steps: [{id: "1", answer: "1234.50", tolerance: "0.5"}]}
              - {id: W01, rubric: []}
            """))));

    @Test
    void choicesAreKnownAndTextsAreNot() {
        assertThat(schooling.answer("S001", random)).contains("B");
        assertThat(schooling.answer("W01", random)).isEmpty();
        assertThat(Schooling.NONE.answer("S001", random)).isEmpty();
    }

    @Test
    void numbersAreTypedInManyWaysAlsoJustBesideTheRightOne() {
        var typed = new HashSet<String>();
        IntStream.range(0, 400)
                .forEach(each -> typed.add(schooling.answer("D01-1", random).orElseThrow()));
        assertThat(typed)
                .contains("1234.50", "1235.00", "1234.00", "1235.001", "１２３４．５０", "1,234.50", "1234.50%", "1235.00元");
    }
}
