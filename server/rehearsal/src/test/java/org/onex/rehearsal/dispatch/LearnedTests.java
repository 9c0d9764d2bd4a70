package org.onex.rehearsal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.people.IdNumbers;

class LearnedTests {

    private final Learned learned = new Learned();

    private void add(String text) {
        learned.add("a bundle", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aWholeIdNumberIsFound() {
        add("{\"maskedId\": \"9999**********0017\"}");
        assertThat(learned.numbers()).isEmpty();
        add("{\"id\": \"" + IdNumbers.of(LocalDate.of(2006, 1, 1), 1) + "\"}");
        assertThat(learned.numbers())
                .hasValueSatisfying(where -> assertThat(where).contains("a bundle"));
    }

    @Test
    void anAnswerIsFoundWordForWord() {
        add("企业面向消费者销售商品属于（ ）。");
        assertThat(learned.anyOf(Set.of("属于 B2C 模式"))).isEmpty();
        add("因为属于 B2C 模式。");
        assertThat(learned.anyOf(Set.of("属于 B2C 模式"))).isPresent();
    }

    @Test
    void aListOfRightAnswersIsFoundHoweverItIsLaidOut() {
        add("{\"order\": [\"S001\", \"S002\"], \"S0011\": \"B\", \"S001\": \"BC\"}");
        assertThat(learned.anyOf(Set.of("\"S001\":\"B\""))).isEmpty();
        add("{\"S002\": \"A\", \"S001\"  :\n \"B\"}");
        assertThat(learned.anyOf(Set.of("\"S001\":\"B\""))).isPresent();
    }
}
