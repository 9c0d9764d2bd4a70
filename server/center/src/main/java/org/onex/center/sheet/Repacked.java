package org.onex.center.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Takes a finished .xlsx and passes it on without the moment it was made at, so that the same rows make the same bytes. Its parts, which bear
 * no time, are copied as they are packed; only the one that names the moment is written anew.
 */
final class Repacked extends OutputStream {

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String WITHOUT_TIME = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>OneX</dc:creator></cp:coreProperties>""";

    private static final LocalDateTime BEGINNING_OF_ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final OutputStream target;

    Repacked(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int b) {
        packed.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        packed.write(bytes, offset, length);
    }

    void finish() throws IOException {
        try (var zip = ZipFile.builder().setByteArray(packed.toByteArray()).get()) {
            var copy = new ZipArchiveOutputStream(target);
            var entries = zip.getEntriesInPhysicalOrder();
            while (entries.hasMoreElements()) {
                copy(zip, entries.nextElement(), copy);
            }
            copy.finish();
            target.flush();
        }
    }

    private static void copy(ZipFile zip, ZipArchiveEntry entry, ZipArchiveOutputStream copy) throws IOException {
        if (entry.getName().equals(PROPERTIES)) {
            var properties = new ZipArchiveEntry(PROPERTIES);
            properties.setTimeLocal(BEGINNING_OF_ZIP_TIME);
            copy.putArchiveEntry(properties);
            copy.write(WITHOUT_TIME.getBytes(StandardCharsets.UTF_8));
            copy.closeArchiveEntry();
        } else {
            copy.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
        }
    }
}
