package org.onex.center.certificate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.onex.center.signature.SignPdf;
import org.onex.center.typesetting.Portrait;
import org.onex.center.typesetting.TypeCases;

/** Draws no picture, only words, so that a hundred certificates take no minute; characters of the private use area are in no font. */
class DrawingOnPaper extends DrawCertificate {

    final List<CertificateText> drawn = new CopyOnWriteArrayList<>();

    DrawingOnPaper(TypeCases types, SignPdf signPdf) {
        super(types, signPdf);
    }

    @Override
    byte[] draw(CertificateText text, @Nullable Portrait photo) {
        drawn.add(text);
        return ("%PDF " + text + (photo == null ? "" : photo.key())).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    List<String> missing(CertificateText text) {
        return text.name()
                .codePoints()
                .filter(c -> c >= 0xE000 && c <= 0xF8FF)
                .mapToObj(Character::toString)
                .toList();
    }
}
