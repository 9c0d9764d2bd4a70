package org.onex.center.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may ask without an account: candidates for their own certificate, everybody whether one is genuine. */
@RestController
@RequestMapping("/api/certificate")
class PublicCertificateController {

    /**
     * What proves that somebody asks for themselves.
     *
     * @param ticket the number on their ticket
     */
    record CertificateInquiry(String idNumber, String name, String ticket) {}

    /**
     * A candidate's own certificate.
     *
     * @param qualification its name
     * @param reason        why it cannot be downloaded; null if it can
     */
    record OwnCertificateView(
            String number,
            String qualification,
            Level level,
            LocalDate issuedOn,
            Certificate.State state,
            boolean downloadable,
            @Nullable WithheldReason reason) {}

    /** Why a certificate is not handed out. */
    enum WithheldReason {
        /** The college has not paid for the exam. */
        FEE_NOT_CLEARED,
        REVOKED
    }

    /**
     * What a certificate is asked for by: its number and the name on it, or what its QR code says.
     *
     * @param key what stands behind {@code key=} in the QR code
     */
    record VerificationRequest(
            @Nullable String number,
            @Nullable String name,
            @Nullable String key) {}

    /**
     * What is true of a certificate.
     *
     * @param idNumber      masked
     * @param qualification its name; likewise the awarding body's and the college's
     * @param photo         as an address of data; only for whoever has the QR code
     */
    record VerificationView(
            State state,
            String number,
            String name,
            String idNumber,
            String qualification,
            Level level,
            String awardingBody,
            String college,
            LocalDate issuedOn,
            @Nullable PublicRevocation revoked,
            @Nullable String photo) {

        /** Whether it holds. */
        enum State {
            GENUINE,
            REVOKED
        }

        /** Since when a certificate does not hold any more, and why. */
        record PublicRevocation(LocalDate on, String reason) {}
    }

    @PostMapping("/inquiries")
    OwnCertificateView inquire(@RequestBody CertificateInquiry inquiry, HttpServletRequest asked) {
        throw new UnsupportedOperationException();
    }

    @PostMapping(path = "/downloads", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> download(@RequestBody CertificateInquiry inquiry, HttpServletRequest asked) {
        throw new UnsupportedOperationException();
    }

    @PostMapping("/verifications")
    VerificationView verify(@RequestBody VerificationRequest request, HttpServletRequest asked) {
        throw new UnsupportedOperationException();
    }
}
