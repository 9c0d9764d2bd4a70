package org.onex.rehearsal.printing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.people.Digest;

/** What is in an archive. */
final class Zip {

    private Zip() {}

    /** The SHA-256 of each file, by its name without folders. */
    static Map<String, String> of(byte[] archive) {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName().replaceAll(".*/", ""), Digest.sha256(zip.readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new Unexpected("an archive of printed matter cannot be read: " + e, e);
        }
        return files;
    }
}
