package org.onex.center.certificate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issues: looked at and signed by both parties, downloaded once they are made. */
@RestController
@RequestMapping("/api/certificate")
class IssueController {

    /** @param digest of what was looked at */
    record SignatureRequest(String digest) {}

    /** The plans of which there are issues, by code. */
    @GetMapping("/plans")
    @PreAuthorize("hasAuthority('certificate.read')")
    Page<PlanCertificatesView> plans(@ParameterObject PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @GetMapping("/issues")
    @PreAuthorize("hasAuthority('certificate.read')")
    Page<IssueView> issues(@ParameterObject IssueList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @GetMapping("/issues/{id}")
    @PreAuthorize("hasAuthority('certificate.read')")
    IssueView issue(@PathVariable UUID id, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @GetMapping("/issues/{id}/people")
    @PreAuthorize("hasAuthority('certificate.read')")
    Page<IssuedPersonView> people(@PathVariable UUID id, @ParameterObject PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @PostMapping("/issues/{id}/signature")
    @PreAuthorize("hasAuthority('certificate.sign')")
    IssueView sign(
            @PathVariable UUID id, @RequestBody SignatureRequest request, HttpServletRequest asked, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** The files of all certificates of an issue that still hold, in one archive. */
    @GetMapping(path = "/issues/{id}/files", produces = CertificateFile.ZIP)
    @PreAuthorize("hasAuthority('certificate.read')")
    void files(@PathVariable UUID id, Actor actor, HttpServletResponse response) throws IOException {
        throw new UnsupportedOperationException();
    }
}
