package org.onex.rehearsal.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page on reliability promises is looked up in the report by its name. */
class ReliabilityPageTests {

    @Test
    void thePromisesBearTheNamesThatTheReportGives() throws IOException {
        var page = Files.readString(Path.of("../../docs/operations/reliability.md"));
        var promises = page.substring(page.indexOf("names that the report gives"), page.indexOf("For the review"));
        var named = Pattern.compile("\\*([^*]+)\\*")
                .matcher(promises)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(Arrays.stream(Claim.values()).map(Claim::toString)).containsAll(named);
    }
}
