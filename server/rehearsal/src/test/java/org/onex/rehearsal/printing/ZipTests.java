package org.onex.rehearsal.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.people.Digest;

class ZipTests {

    @Test
    void filesAreFoundByTheirNamesWhateverFolderTheyAreIn() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("考点/准考证.pdf"));
            zip.write("one".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("门贴.pdf"));
            zip.write("two".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Zip.of(bytes.toByteArray()))
                .containsOnlyKeys("准考证.pdf", "门贴.pdf")
                .containsEntry("门贴.pdf", Digest.sha256("two".getBytes(StandardCharsets.UTF_8)));
    }
}
