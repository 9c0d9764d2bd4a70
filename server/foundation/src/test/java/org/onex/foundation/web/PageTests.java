package org.onex.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTests {

    @Test
    void theNextPageBeginsAfterTheLastItemShown() {
        var page = Page.of(List.of("2024-05-18|甲", "2024-05-18|乙", "2024-06-07|丙"), 2, 3, Function.identity());
        assertThat(page.items()).containsExactly("2024-05-18|甲", "2024-05-18|乙");
        assertThat(new PageRequest(2, page.next()).key()).isEqualTo("2024-05-18|乙");
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(Page.of(List.of("a", "b"), 2, 2, Function.identity()).next()).isNull();
        assertThat(Page.of(List.<String>of(), 2, 0, Function.identity()).next()).isNull();
    }

    @Test
    void countingStopsAtTenThousand() {
        assertThat(Page.Total.of(10_000)).isEqualTo(new Page.Total(10_000, false));
        assertThat(Page.Total.of(10_001)).isEqualTo(new Page.Total(10_000, true));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-5, 1", "7, 7", "100000, 200", ", 50"})
    void aPageHasBetweenOneAndTwoHundredItems(Integer asked, int given) {
        assertThat(new PageRequest(asked, null).size()).isEqualTo(given);
    }

    @Test
    void aCursorThatIsNotOursIsRefused() {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> new PageRequest(10, "§§").key())
                .satisfies(e -> assertThat(e.facts()).containsEntry("field", "after"));
    }
}
