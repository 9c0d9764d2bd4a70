package org.onex.center.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;

/** The banks of the demonstration are read without an error and are large enough. */
class DemoBanksTests {

    private static ItemBank read(String file) throws IOException {
        return BankFile.reader().read(file, Files.readString(Path.of("../../demo/papers", file)));
    }

    @ParameterizedTest
    @CsvSource({"WDYY-1.yaml, ELEMENTARY, false, 100", "WDYY-2.yaml, INTERMEDIATE, true, 50"})
    void bothSubjectsGetTwoDisjointFormsOfEqualDifficulty(String file, Level level, boolean drill, int items)
            throws IOException {
        var bank = read(file);
        assertThat(bank.level()).isEqualTo(level);
        assertThat(bank.drill()).isEqualTo(drill);
        for (var subject : Subject.values()) {
            for (int seed = 0; seed < 20; seed++) {
                var pair = FormPair.drawn(bank, bank.blueprint(subject).orElseThrow(), seed);
                assertThat(pair.comparison().shared()).isZero();
                assertThat(pair.comparison().sections())
                        .as("%s %s seed %d", file, subject, seed)
                        .allSatisfy(section -> assertThat(section.difference()).isLessThanOrEqualTo(1));
            }
        }
        var theory = bank.blueprint(Subject.THEORY).orElseThrow();
        assertThat(theory.sections().stream()
                        .mapToInt(Blueprint.PaperSection::count)
                        .sum())
                .isEqualTo(items);
    }
}
