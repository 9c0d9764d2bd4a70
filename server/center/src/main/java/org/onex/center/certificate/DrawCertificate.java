package org.onex.center.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.center.typesetting.Portrait;
import org.onex.center.typesetting.TypeCases;
import org.springframework.stereotype.Service;

/** Makes the file of a certificate (证书文件): draws it, then the awarding body and after it the college sign it (双方签发). */
@Service
class DrawCertificate {

    private final TypeCases types;

    DrawCertificate(TypeCases types) {
        this.types = types;
    }

    /**
     * A PDF with both signatures. Takes some tenths of a second, and connections of its own at most the first time that a party signs: call it
     * outside of transactions.
     *
     * @param photo null draws an empty frame
     */
    byte[] draw(CertificateText text, @Nullable Portrait photo) {
        throw new UnsupportedOperationException();
    }

    /** The characters of what would be printed that no font has, each once; an empty list is as it should be. */
    List<String> missing(CertificateText text) {
        return types.lend(fonts -> fonts.missing(
                text.name() + text.qualification() + text.awardingBodyName() + text.collegeName() + text.number()));
    }
}
