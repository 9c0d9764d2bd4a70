package org.onex.center;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.onex.foundation.web.Committed;

/** The catalogue of error codes is what the code can say, no more and no less; the web has a sentence for each line of it. */
class ErrorCodesTests {

    @Test
    void theCatalogueListsEveryCodeAndNoOther() throws IOException {
        Committed.assertListsEveryErrorCode(Path.of("src/main/resources/error-codes.txt"));
    }
}
