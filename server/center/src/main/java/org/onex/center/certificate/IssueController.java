package org.onex.center.certificate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Issues: looked at and signed by both parties, downloaded once they are made. */
@RestController
@RequestMapping("/api/certificate")
class IssueController {

    private final IssueList list;
    private final SignIssue sign;
    private final BeginMaking making;
    private final HandOutCertificates handOut;
    private final CertificateViews views;
    private final String address;

    IssueController(
            IssueList list,
            SignIssue sign,
            BeginMaking making,
            HandOutCertificates handOut,
            CertificateViews views,
            @Value("${onex.address:}") String address) {
        this.list = list;
        this.sign = sign;
        this.making = making;
        this.handOut = handOut;
        this.views = views;
        this.address = address;
    }

    /** @param digest of what was looked at */
    record SignatureRequest(String digest) {}

    /** The plans of which there are issues, by code. */
    @GetMapping("/plans")
    @PreAuthorize("hasAuthority('certificate.read')")
    Page<PlanCertificatesView> plans(@ParameterObject PageRequest page, Actor actor) {
        var rows = list.plans(actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.countPlans(actor), IssueList.PlanRow::plan);
        return new Page<>(views.plans(found.items()), found.next(), found.total());
    }

    /** The newest first. */
    @GetMapping("/issues")
    @PreAuthorize("hasAnyAuthority('certificate.read', 'certificate.oversee')")
    Page<IssueView> issues(@ParameterObject IssueList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        var rows = list.find(filter, actor, page.key(), page.size() + 1);
        var found = Page.of(
                rows,
                page.size(),
                list.count(filter, actor),
                issue -> issue.id().toString());
        return new Page<>(views.issues(found.items()), found.next(), found.total());
    }

    @GetMapping("/issues/{id}")
    @PreAuthorize("hasAuthority('certificate.read')")
    IssueView issue(@PathVariable UUID id, Actor actor) {
        return views.issue(sign.visible(id, actor));
    }

    @GetMapping("/issues/{id}/people")
    @PreAuthorize("hasAuthority('certificate.read')")
    Page<IssuedPersonView> people(
            @PathVariable UUID id,
            @ParameterObject IssueList.PeopleFilter filter,
            @ParameterObject PageRequest page,
            Actor actor) {
        var issue = sign.visible(id, actor);
        var rows = list.people(issue.id(), filter, page.key(), page.size() + 1);
        var found = Page.of(
                rows,
                page.size(),
                list.countPeople(issue.id(), filter),
                certificate -> certificate.key().id().toString());
        return new Page<>(found.items().stream().map(CertificateViews::person).toList(), found.next(), found.total());
    }

    /** The photo that is printed, in small: whoever signs sees whose certificates they sign. */
    @GetMapping(path = "/issues/{id}/people/{candidate}/{certificate}/photo", produces = MediaType.IMAGE_JPEG_VALUE)
    @PreAuthorize("hasAuthority('certificate.sign')")
    ResponseEntity<byte[]> photo(
            @PathVariable UUID id, @PathVariable UUID candidate, @PathVariable UUID certificate, Actor actor) {
        var issue = sign.visible(id, actor);
        return CertificateFile.photo(handOut.photo(issue, new CertificateKey(candidate, certificate)));
    }

    @PostMapping("/issues/{id}/signature")
    @PreAuthorize("hasAuthority('certificate.sign')")
    IssueView sign(
            @PathVariable UUID id, @RequestBody SignatureRequest request, HttpServletRequest asked, Actor actor) {
        return views.issue(sign.sign(id, request.digest(), verifyAddress(asked), actor));
    }

    /** Makes the files that are missing after making them broke. */
    @PostMapping("/issues/{id}/making")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAnyAuthority('certificate.sign', 'certificate.oversee')")
    IssueView beginAgain(@PathVariable UUID id, Actor actor) {
        return views.issue(making.again(id, actor));
    }

    /** Production knows its address; elsewhere it is the one at which we were asked. */
    private String verifyAddress(HttpServletRequest asked) {
        var base = address.isBlank()
                ? ServletUriComponentsBuilder.fromContextPath(asked).build().toUriString()
                : address.strip();
        return (base.endsWith("/") ? base : base + "/") + "verify";
    }

    /** The files of all certificates of an issue that still hold, in one archive. */
    @GetMapping(path = "/issues/{id}/files", produces = CertificateFile.ZIP)
    @PreAuthorize("hasAuthority('certificate.read')")
    void files(@PathVariable UUID id, Actor actor, HttpServletResponse response) throws IOException {
        var issue = handOut.archive(id, actor);
        response.setContentType(CertificateFile.ZIP);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                CertificateFile.attachment(
                        "证书_" + issue.plan() + "_" + issue.college().name() + "_" + issue.number() + ".zip"));
        handOut.write(issue, response.getOutputStream());
    }
}
