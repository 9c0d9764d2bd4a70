package org.onex.rehearsal.certificate;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.Bearers;
import org.onex.rehearsal.printing.Code;
import org.onex.rehearsal.printing.Poppler;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Reads a certificate as its holder does (证书文件): what it says, whose signatures it bears, what its code leads to. */
final class FileCheck implements AutoCloseable {

    private static final Map<String, String> LEVELS =
            Map.of("ELEMENTARY", "初级", "INTERMEDIATE", "中级", "ADVANCED", "高级");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String KEY = "/verify#key=";
    private static final String AUTHORITY = "/api/signature/authority";

    private final Scene scene;
    private final CertificateDesk desk;
    private final Bearers bearers;
    private @Nullable TrustStore trust;

    FileCheck(Scene scene, CertificateDesk desk) {
        this.scene = scene;
        this.desk = desk;
        this.bearers = Bearers.of(scene);
    }

    /** Of this installation; it has one when something was signed. */
    private TrustStore trust() {
        if (trust == null) {
            trust = TrustStore.of(scene.center().nobody().download(AUTHORITY));
        }
        return trust;
    }

    /** Answers the key that its code says; empty if there is none. */
    String check(JsonNode certificate, byte[] file) {
        try (var pdf = Poppler.look(file)) {
            var pages = pdf.pages();
            var plain = BLANKS.matcher(String.join("", pages)).replaceAll("");
            var expected = words(certificate);
            says(
                    pages.size() == 1 && expected.stream().allMatch(plain::contains),
                    certificate + " must say " + expected.size() + " things; it does not say "
                            + expected.stream()
                                    .filter(word -> !plain.contains(word))
                                    .toList());
            var fonts = pdf.fonts();
            scene.check(
                    Claim.FONTS_ARE_EMBEDDED,
                    !fonts.isEmpty() && fonts.stream().allMatch(Poppler.Font::embedded),
                    () -> "a certificate does not bring its fonts along: " + fonts);
            signatures(certificate, pdf.signatures(trust().folder()), trust().isComplete());
            return code(certificate, Code.read(pdf.firstPage()));
        }
    }

    private List<String> words(JsonNode certificate) {
        var name = Json.text(certificate, "name");
        return List.of(
                BLANKS.matcher(name).replaceAll(""),
                bearers.number(name, Json.text(certificate, "idNumber")),
                Json.text(certificate, "number"),
                Json.text(certificate.path("qualification"), "name"),
                LEVELS.getOrDefault(Json.text(certificate, "level"), "?"),
                Json.text(certificate.path("college"), "name"),
                scene.data().bodyOf(desk.body()).name());
    }

    /** The body's and the college's, of which the last covers everything. */
    void signatures(JsonNode certificate, List<Poppler.Signed> signatures, boolean isTrustKnown) {
        var isSigned = signatures.size() == 2
                && signatures.stream().allMatch(Poppler.Signed::valid)
                && signatures.getLast().covers()
                && signatures
                        .getFirst()
                        .signer()
                        .contains(scene.data().bodyOf(desk.body()).name())
                && signatures.getLast().signer().contains(Json.text(certificate.path("college"), "name"));
        var isTrusted = !isTrustKnown || signatures.stream().allMatch(Poppler.Signed::trusted);
        scene.check(
                Claim.SIGNATURES_HOLD,
                isSigned && isTrusted,
                () -> "the certificate " + Json.text(certificate, "number") + " bears " + signatures);
    }

    private String code(JsonNode certificate, String code) {
        says(
                code.contains(KEY),
                "the code of " + Json.text(certificate, "number") + " leads to " + (code.isEmpty() ? "nothing" : code));
        return code.contains(KEY) ? code.substring(code.indexOf(KEY) + KEY.length()) : "";
    }

    @Override
    public void close() {
        if (trust != null) {
            trust.close();
        }
    }

    private void says(boolean holds, String example) {
        scene.check(Claim.CERTIFICATES_SAY_WHAT_IS, holds, () -> example);
    }
}
