package org.onex.center.certificate;

import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Certificates that have a number: found, downloaded, revoked. */
@RestController
@RequestMapping("/api/certificate/certificates")
class CertificateController {

    private final CertificateList list;
    private final HandOutCertificates handOut;
    private final RevokeCertificate revoke;
    private final CertificateViews views;

    CertificateController(
            CertificateList list, HandOutCertificates handOut, RevokeCertificate revoke, CertificateViews views) {
        this.list = list;
        this.handOut = handOut;
        this.revoke = revoke;
        this.views = views;
    }

    /** @param version of what was looked at */
    record RevocationOrder(int version, String reason) {}

    @GetMapping
    @PreAuthorize("hasAuthority('certificate.read')")
    Page<CertificateView> certificates(
            @ParameterObject CertificateList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        var rows = list.find(filter, actor, page.key(), page.size() + 1);
        var found = Page.of(
                rows,
                page.size(),
                list.count(filter, actor),
                certificate -> certificate.issued().number());
        return new Page<>(views.certificates(found.items()), found.next(), found.total());
    }

    @GetMapping(path = "/{candidate}/{id}/file", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('certificate.read')")
    ResponseEntity<byte[]> file(@PathVariable UUID candidate, @PathVariable UUID id, Actor actor) {
        return CertificateFile.pdf(handOut.file(new CertificateKey(candidate, id), actor));
    }

    @PostMapping("/{candidate}/{id}/revocation")
    @PreAuthorize("hasAuthority('certificate.revoke')")
    CertificateView revoke(
            @PathVariable UUID candidate, @PathVariable UUID id, @RequestBody RevocationOrder order, Actor actor) {
        var key = new CertificateKey(candidate, id);
        return views.certificate(revoke.revoke(key, order.version(), order.reason(), actor));
    }
}
