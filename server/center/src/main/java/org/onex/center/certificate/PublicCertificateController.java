package org.onex.center.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.file.FileStore;
import org.onex.center.result.Proof;
import org.onex.center.typesetting.Portrait;
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

    private final HandOutCertificates handOut;
    private final VerifyCertificate verify;
    private final CertificateViews views;
    private final FileStore files;

    PublicCertificateController(
            HandOutCertificates handOut, VerifyCertificate verify, CertificateViews views, FileStore files) {
        this.handOut = handOut;
        this.verify = verify;
        this.views = views;
        this.files = files;
    }

    /**
     * What proves that somebody asks for themselves.
     *
     * @param ticket the number on their ticket
     */
    record CertificateInquiry(String idNumber, String name, String ticket) {

        Proof proof() {
            return new Proof(idNumber, name, ticket);
        }

        /** Without the ID number, so that it cannot get into a log by accident. */
        @Override
        public String toString() {
            return "inquiry by ticket";
        }
    }

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
        var certificate = handOut.own(inquiry.proof(), asked.getRemoteAddr());
        var reason = reason(certificate);
        return new OwnCertificateView(
                certificate.issued().number(),
                certificate.exam().qualification().name(),
                certificate.exam().level(),
                certificate.issued().issuedOn(),
                certificate.state(),
                reason == null,
                reason);
    }

    private @Nullable WithheldReason reason(Certificate certificate) {
        if (certificate.state() == Certificate.State.REVOKED) {
            return WithheldReason.REVOKED;
        }
        return handOut.isCleared(certificate) ? null : WithheldReason.FEE_NOT_CLEARED;
    }

    @PostMapping(path = "/downloads", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> download(@RequestBody CertificateInquiry inquiry, HttpServletRequest asked) {
        return CertificateFile.pdf(handOut.ownFile(inquiry.proof(), asked.getRemoteAddr()));
    }

    @PostMapping("/verifications")
    VerificationView verify(@RequestBody VerificationRequest request, HttpServletRequest asked) {
        var key = request.key();
        return key == null || key.isBlank()
                ? view(verify.byNumber(request.number(), request.name(), asked.getRemoteAddr()), null)
                : withPhoto(verify.byKey(key, asked.getRemoteAddr()));
    }

    /** Whoever has the paper in hand compares the photo; whoever has typed a name must not get one. */
    private VerificationView withPhoto(Certificate certificate) {
        var photo = certificate.photo();
        return view(certificate, photo == null ? null : dataAddress(photo));
    }

    /** As it is printed, not the file that was sent: that may say where it was taken. */
    private @Nullable String dataAddress(String photo) {
        var picture =
                new Portrait(photo, () -> files.read(photo)).plain().content().get();
        return picture.length == 0
                ? null
                : "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(picture);
    }

    private VerificationView view(Certificate certificate, @Nullable String photo) {
        var issue = views.issueOf(certificate);
        var revoked = certificate.revoked();
        return new VerificationView(
                revoked == null ? VerificationView.State.GENUINE : VerificationView.State.REVOKED,
                certificate.issued().number(),
                certificate.holder().name(),
                certificate.holder().idNumber().masked(),
                certificate.exam().qualification().name(),
                certificate.exam().level(),
                issue.awardingBody().name(),
                issue.college().name(),
                certificate.issued().issuedOn(),
                revoked == null ? null : new VerificationView.PublicRevocation(revoked.on(), revoked.reason()),
                photo);
    }
}
