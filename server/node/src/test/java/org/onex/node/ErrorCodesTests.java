package org.onex.node;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.onex.foundation.web.Committed;

/** The catalogue of error codes is what a node can say, no more and no less; its pages have a sentence for each line of it. */
class ErrorCodesTests {

    @Test
    void theCatalogueListsEveryCodeAndNoOther() throws IOException {
        Committed.assertListsEveryErrorCode(Path.of("src/main/resources/error-codes.txt"));
    }
}
