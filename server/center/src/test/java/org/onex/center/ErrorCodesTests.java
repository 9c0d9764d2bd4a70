package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.onex.contract.kernel.ErrorCode;

/** The catalogue of error codes is what the code can say, no more and no less; the web has a sentence for each line of it. */
class ErrorCodesTests {

    private static final Path CATALOGUE = Path.of("src/main/resources/error-codes.txt");

    @Test
    void theCatalogueListsEveryCodeAndNoOther() throws IOException {
        var codes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.onex").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
                        .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                        .map(code -> ((ErrorCode) code).code())
                        .sorted()
                        .toList();
        if (Boolean.getBoolean("onex.rewrite")) {
            Files.write(CATALOGUE, codes);
        }
        assertThat(Files.readAllLines(CATALOGUE)).isEqualTo(codes);
    }
}
