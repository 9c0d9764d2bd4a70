package org.onex.center.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.signature.SignPdf;
import org.onex.center.signature.Signing;
import org.onex.center.typesetting.Paper;
import org.onex.center.typesetting.Portrait;
import org.onex.center.typesetting.TypeCases;
import org.springframework.stereotype.Service;

/** Makes the file of a certificate (证书文件): draws it, then the awarding body and after it the college sign it (双方签发). */
@Service
class DrawCertificate {

    private final TypeCases types;
    private final SignPdf signPdf;

    DrawCertificate(TypeCases types, SignPdf signPdf) {
        this.types = types;
        this.signPdf = signPdf;
    }

    /**
     * A PDF with both signatures; the same text and photo give the same bytes. Never within a transaction (SignPdf), and the first of a body or
     * a college takes some seconds longer.
     *
     * @param photo null leaves the frame empty
     */
    byte[] draw(CertificateText text, @Nullable Portrait photo) {
        var body = new Organization(OrganizationKind.AWARDING_BODY, text.awardingBodyCode(), text.awardingBodyName());
        var college = new Organization(OrganizationKind.COLLEGE, text.collegeCode(), text.collegeName());
        return signed(signed(picture(text, photo), body, text), college, text);
    }

    private byte[] signed(byte[] file, Organization by, CertificateText text) {
        var reason = CertificateForm.signer(by.kind()) + "签发 " + text.number();
        return signPdf.sign(file, new Signing(by, CertificateForm.place(by.kind()), reason, text.signedAt()));
    }

    /** The file as it is before anybody signs. */
    byte[] picture(CertificateText text, @Nullable Portrait photo) {
        return types.lend(fonts -> {
            try (var paper = new Paper(fonts, CertificateForm.TITLE + " " + text.number(), text.signedAt())) {
                CertificateForm.draw(text, photo, paper);
                return paper.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The characters of what would be printed that no font has, each once; there should be none. */
    List<String> missing(CertificateText text) {
        return types.lend(fonts -> fonts.missing(CertificateForm.words(text)));
    }
}
