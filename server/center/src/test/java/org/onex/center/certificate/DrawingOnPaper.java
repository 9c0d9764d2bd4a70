package org.onex.center.certificate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.onex.center.signature.SignPdf;
import org.onex.center.typesetting.Portrait;
import org.onex.center.typesetting.TypeCases;

/** Draws no picture, only words, so that a hundred certificates take no minute; characters of the private use area are in no font. */
class DrawingOnPaper extends DrawCertificate {

    static final IntPredicate PRIVATE_USE = c -> c >= 0xE000 && c <= 0xF8FF;

    final List<CertificateText> drawn = new CopyOnWriteArrayList<>();

    /** Whoever is called so cannot be drawn. */
    volatile @Nullable String broken;

    /** The photo that was drawn last. */
    volatile @Nullable Portrait photo;

    /** Which characters no font has. */
    volatile IntPredicate missing = PRIVATE_USE;

    DrawingOnPaper(TypeCases types, SignPdf signPdf) {
        super(types, signPdf);
    }

    @Override
    byte[] draw(CertificateText text, @Nullable Portrait photo) {
        if (text.name().equals(broken)) {
            throw new IllegalStateException("cannot be drawn");
        }
        this.photo = photo;
        drawn.add(text);
        return ("%PDF " + text + (photo == null ? "" : photo.key())).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    List<String> missing(CertificateText text) {
        return (text.name() + text.collegeName())
                .codePoints()
                .filter(missing)
                .mapToObj(Character::toString)
                .toList();
    }
}
