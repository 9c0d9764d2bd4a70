package org.onex.center.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemeTests {

    private static final Scheme.PassRule SIXTY = new Scheme.PassRule(60);
    private static final Scheme.SchemeSubject THEORY = new Scheme.SchemeSubject(Subject.THEORY, 100, 60);
    private static final Scheme.SchemeSubject PRACTICAL = new Scheme.SchemeSubject(Subject.PRACTICAL, 100, null);

    @Test
    void aSubjectIsNotExaminedTwice() {
        refused(() -> new Scheme(Level.ELEMENTARY, 1, List.of(THEORY, THEORY), SIXTY), "subjects");
        refused(() -> new Scheme(Level.ELEMENTARY, 1, List.of(), SIXTY), "subjects");
    }

    @Test
    void nobodyCanBeAskedForMoreMarksThanThereAre() {
        refused(() -> new Scheme(Level.ELEMENTARY, 1, List.of(THEORY), new Scheme.PassRule(101)), "passRule");
        assertThat(new Scheme(Level.ELEMENTARY, 1, List.of(THEORY), new Scheme.PassRule(100)).passRule())
                .isEqualTo(new Scheme.PassRule(100));
    }

    @Test
    void theVersionIsNoPartOfWhatASchemeSays() {
        var first = new Scheme(Level.ELEMENTARY, 1, List.of(THEORY, PRACTICAL), SIXTY);
        assertThat(first.saysTheSameAs(new Scheme(Level.ELEMENTARY, 7, List.of(THEORY, PRACTICAL), SIXTY)))
                .isTrue();
        assertThat(first.saysTheSameAs(new Scheme(Level.ELEMENTARY, 1, List.of(PRACTICAL, THEORY), SIXTY)))
                .isFalse();
        assertThat(first.saysTheSameAs(
                        new Scheme(Level.ELEMENTARY, 1, List.of(THEORY, PRACTICAL), new Scheme.PassRule(50))))
                .isFalse();
    }

    private static void refused(Runnable attempt, String field) {
        assertThatExceptionOfType(CatalogRefused.class)
                .isThrownBy(attempt::run)
                .satisfies(e -> assertThat(e.facts()).containsEntry("field", field));
    }
}
