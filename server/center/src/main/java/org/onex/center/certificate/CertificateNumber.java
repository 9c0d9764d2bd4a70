package org.onex.center.certificate;

import java.time.LocalDate;
import java.util.Comparator;
import org.onex.center.catalog.Level;

/**
 * What a certificate is known by for ever (证书编号): the awarding body's nine digits, the year of issue, the level's digit and seven digits that
 * count within these (domain §15, ours).
 */
record CertificateNumber(String text) {

    private static final int MOST = 9_999_999;

    /** What is counted separately. */
    record Series(String awardingBody, int year, Level level) {

        /** In which whoever needs several takes them. */
        static final Comparator<Series> ORDER = Comparator.comparing(Series::awardingBody)
                .thenComparingInt(Series::year)
                .thenComparing(Series::level);

        static Series of(Certificate certificate, LocalDate issuedOn) {
            return new Series(
                    certificate.exam().awardingBody(),
                    issuedOn.getYear(),
                    certificate.exam().level());
        }

        /** @param place from 1 */
        CertificateNumber number(int place) {
            if (place < 1 || place > MOST) {
                throw new IllegalArgumentException("no place in " + this + ": " + place);
            }
            return new CertificateNumber("%s%04d%d%07d".formatted(awardingBody, year, level.number(), place));
        }
    }
}
