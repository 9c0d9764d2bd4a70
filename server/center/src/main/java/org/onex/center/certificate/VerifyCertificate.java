package org.onex.center.certificate;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.WrittenName;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.web.Network;
import org.onex.foundation.web.Tries;
import org.springframework.stereotype.Service;

/**
 * Anybody asks whether a certificate is genuine (查验证书, domain §15): by its number and the name on it, or by what its QR code says. Whatever is not
 * right gets one and the same answer, and who tries names gets few tries for a number and for all numbers together; an address may ask often, because a whole company is one.
 */
@Service
class VerifyCertificate {

    static final int WRONG_PER_NUMBER = 10;
    static final int WRONG_PER_ADDRESS = 60;
    static final int TRIES_PER_ADDRESS = 120;

    private static final Pattern NUMBER = Pattern.compile("\\d{21}");

    private final Certificates certificates;
    private final Tries byNumber = new Tries(WRONG_PER_NUMBER, Duration.ofMinutes(10));
    /** Apart, so that nobody drives out counters of certificates with numbers that they make up. */
    private final Tries byMadeUpNumber = new Tries(WRONG_PER_NUMBER, Duration.ofMinutes(10));

    private final Tries wrongByAddress = new Tries(WRONG_PER_ADDRESS, Duration.ofHours(1));
    private final Tries byAddress = new Tries(TRIES_PER_ADDRESS, Duration.ofMinutes(1));

    VerifyCertificate(Certificates certificates) {
        this.certificates = certificates;
    }

    /** @param address where the question comes from */
    Certificate byKey(String key, String address) {
        var network = begin(address);
        var found = orRefuse(certificates.keyed(new VerificationKey(key.strip())));
        wrongByAddress.giveBack(network);
        return found;
    }

    Certificate byNumber(@Nullable String number, @Nullable String name, String address) {
        var asked = IdNumber.normalized(number == null ? "" : number);
        if (asked.isEmpty()) {
            throw CertificateRefused.invalid("number");
        }
        if (name == null || name.isBlank()) {
            throw CertificateRefused.invalid("name");
        }
        var network = begin(address);
        if (!NUMBER.matcher(asked).matches()) {
            throw CertificateRefused.of(CertificateRefused.Code.NO_SUCH);
        }
        var numbered = certificates.numbered(asked);
        take(numbered.isPresent() ? byNumber : byMadeUpNumber, asked);
        var found = orRefuse(numbered.filter(
                certificate -> WrittenName.same(certificate.holder().name(), name)));
        byNumber.giveBack(asked);
        wrongByAddress.giveBack(network);
        return found;
    }

    /** Counted as wrong until it is right, so that a hundred at once are a hundred. */
    private String begin(String address) {
        var network = Network.of(address);
        take(byAddress, network);
        take(wrongByAddress, network);
        return network;
    }

    private static Certificate orRefuse(Optional<Certificate> found) {
        return found.orElseThrow(() -> CertificateRefused.of(CertificateRefused.Code.NO_SUCH));
    }

    private static void take(Tries tries, String name) {
        tries.take(name).ifPresent(seconds -> {
            throw CertificateRefused.tooManyTries(seconds);
        });
    }
}
