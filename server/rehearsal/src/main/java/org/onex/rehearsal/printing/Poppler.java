package org.onex.rehearsal.printing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.onex.rehearsal.outside.Unexpected;

/** The programs of poppler-utils, which read a PDF as anybody's printer or screen would. */
public final class Poppler implements AutoCloseable {

    private static final long PATIENCE_S = 60;
    private static final String PAGE_END = "\f";
    /** Of the table that pdffonts and pdfimages print, above which nothing is listed. */
    private static final int HEADINGS = 2;
    /** Counted from the end, because types of fonts have one word or two: emb, sub, uni, and two numbers. */
    private static final int EMBEDDED = 5;

    private final Path pdf;

    private Poppler(Path pdf) {
        this.pdf = pdf;
    }

    /**
     * A font that a file uses.
     *
     * @param embedded whether the file brings it along, so that it looks the same everywhere
     */
    public record Font(String name, boolean embedded) {}

    /**
     * Looks at a PDF, which is gone from the disk again after closing.
     *
     * @throws Unexpected if the programs are not installed
     */
    public static Poppler look(byte[] content) {
        try {
            var file = Files.createTempFile("onex-printed", ".pdf");
            Files.write(file, content);
            return new Poppler(file);
        } catch (IOException e) {
            throw new Unexpected("cannot keep a printed file for a moment: " + e, e);
        }
    }

    /** The text of every page, line by line as it is seen. */
    public List<String> pages() {
        var text = text("pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), "-");
        var pages = text.split(PAGE_END, -1);
        return Arrays.asList(pages).subList(0, pages.length - 1);
    }

    /** How many pages there are, by their own account. */
    int count() {
        return text("pdfinfo", pdf.toString())
                .lines()
                .filter(line -> line.startsWith("Pages:"))
                .map(line -> line.substring("Pages:".length()).strip())
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(-1);
    }

    public List<Font> fonts() {
        return rows("pdffonts", pdf.toString())
                .map(columns -> new Font(columns[0], columns[columns.length - EMBEDDED].equals("yes")))
                .toList();
    }

    /** The numbers of the pages on which there are pictures. */
    Set<Integer> pagesWithPictures() {
        return rows("pdfimages", "-list", pdf.toString())
                .map(columns -> Integer.parseInt(columns[0]))
                .collect(Collectors.toSet());
    }

    /** The first page as a screen shows it. */
    public BufferedImage firstPage() {
        var png = bytes("pdftoppm", "-png", "-r", "150", "-f", "1", "-l", "1", "-singlefile", pdf.toString());
        try {
            var image = ImageIO.read(new ByteArrayInputStream(png));
            if (image != null) {
                return image;
            }
        } catch (IOException e) {
            throw new Unexpected("pdftoppm drew what is no picture: " + e, e);
        }
        throw new Unexpected("pdftoppm drew what is no picture");
    }

    /**
     * A digital signature (数字签名) as anybody's reader judges it.
     *
     * @param field       the place that it is in
     * @param signer      whose it is, by their certificate
     * @param valid       whether what it covers is what was signed
     * @param trusted     whether the signer is known to an authority that is trusted
     * @param covers      whether nothing was added to the file afterwards
     */
    public record Signed(String field, String signer, boolean valid, boolean trusted, boolean covers) {

        private static Signed of(String said) {
            return new Signed(
                    after(said, "Signature Field Name: "),
                    after(said, "Signer Certificate Common Name: "),
                    said.contains("Signature is Valid"),
                    said.contains("Certificate is Trusted"),
                    said.contains("- Total document signed"));
        }

        private static String after(String said, String label) {
            return said.lines()
                    .filter(line -> line.contains(label))
                    .map(line ->
                            line.substring(line.indexOf(label) + label.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * The signatures in the order in which they were given.
     *
     * @param trust a folder of NSS in which authorities are trusted
     */
    public List<Signed> signatures(Path trust) {
        var said = text("pdfsig", "-nssdir", trust.toString(), pdf.toString());
        return Arrays.stream(said.split("Signature #\\d+:"))
                .skip(1)
                .map(Signed::of)
                .toList();
    }

    private static Stream<String[]> rows(String... command) {
        return text(command).lines().skip(HEADINGS).map(line -> line.strip().split("\\s+"));
    }

    private static String text(String... command) {
        return new String(bytes(command), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String... command) {
        try {
            var process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = process.getInputStream().readAllBytes();
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new Unexpected(command[0] + " cannot read a printed file");
            }
            return output;
        } catch (IOException e) {
            throw new Unexpected(
                    command[0] + " looks at printed matter and is not installed: apt-get install poppler-utils", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(pdf);
        } catch (IOException e) {
            throw new Unexpected("cannot remove " + pdf + ": " + e, e);
        }
    }
}
