package org.onex.center.certificate;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The awarding body takes a certificate back for good (撤销证书) and says why; everybody who verifies it reads that. */
@Service
class RevokeCertificate {

    private final Certificates certificates;
    private final AuditTrail trail;
    private final Clock clock;

    RevokeCertificate(Certificates certificates, AuditTrail trail, Clock clock) {
        this.certificates = certificates;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param version of what was looked at */
    @Transactional
    Certificate revoke(CertificateKey key, int version, String reason, Actor actor) {
        var certificate = certificates
                .find(key)
                .filter(some -> actor.actsFor(
                        OrganizationKind.AWARDING_BODY, some.exam().awardingBody()))
                .filter(some -> some.made() != null && some.made().file() != null)
                .orElseThrow(() -> CertificateRefused.of(CertificateRefused.Code.UNKNOWN));
        var revoked = certificate.revoke(version, reason, actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var revocation = Objects.requireNonNull(revoked.revoked());
        if (!certificates.revoke(revoked, revocation)) {
            throw CertificateRefused.of(CertificateRefused.Code.CHANGED);
        }
        trail.record(
                actor,
                "certificate.revoke",
                key.text(),
                Map.of("number", revoked.issued().number(), "reason", revocation.reason()));
        return revoked;
    }
}
