package org.onex.center;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** What an ordinary reader says of the signatures in a file: pdfsig of poppler-utils. */
public record PdfSig(String output) {

    private static final String VALID = "Signature Validation: Signature is Valid.";
    private static final String WHOLE = "  - Total document signed";

    public static PdfSig of(byte[] pdf) {
        try {
            var file = Files.createTempFile("onex", ".pdf");
            try {
                Files.write(file, pdf);
                var process = new ProcessBuilder(List.of("pdfsig", file.toString()))
                        .redirectErrorStream(true)
                        .start();
                return new PdfSig(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("poppler-utils has to be installed", e);
        }
    }

    public long signatures() {
        return output.lines().filter(line -> line.startsWith("Signature #")).count();
    }

    public long valid() {
        return output.lines().filter(line -> line.contains(VALID)).count();
    }

    /** Whether nothing stands in the file behind its last signature. */
    public boolean isWhole() {
        return output.lines().anyMatch(WHOLE::equals);
    }
}
