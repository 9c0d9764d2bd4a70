package org.onex.center.printing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.foundation.web.TimePlace;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
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

/** Printed matter: asked for, looked at, handed out. */
@RestController
@RequestMapping("/api/printing")
class PrintController {

    private static final String ZIP = "application/zip";

    private final OrderPrint order;
    private final HandOut handOut;
    private final PrintList list;
    private final PrintViews views;

    PrintController(OrderPrint order, HandOut handOut, PrintList list, PrintViews views) {
        this.order = order;
        this.handOut = handOut;
        this.list = list;
        this.views = views;
    }

    /**
     * @param plan its code
     * @param site null for the tickets of one's own people, wherever they sit
     */
    record PrintRequest(String plan, @Nullable UUID site, List<PrintKind> kinds) {}

    /** What was asked for, and the job that draws it. */
    record Ordered(UUID id, UUID job) {}

    @PostMapping("/prints")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('printing.print')")
    Ordered print(@RequestBody PrintRequest request, Actor actor) {
        var print = order.order(request.plan(), request.site(), request.kinds(), actor);
        return new Ordered(print.id(), print.job());
    }

    @GetMapping("/prints")
    @PreAuthorize("hasAuthority('printing.read')")
    Page<PrintView> list(@ParameterObject PrintList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        var rows = list.find(filter, actor, page.key(), page.size() + 1);
        var found =
                Page.of(rows, page.size(), list.count(filter, actor), print -> TimePlace.key(print.at(), print.id()));
        return new Page<>(views.of(found.items()), found.next(), found.total());
    }

    @GetMapping("/prints/{id}")
    @PreAuthorize("hasAuthority('printing.read')")
    PrintView get(@PathVariable UUID id, Actor actor) {
        return views.of(handOut.visible(id, actor));
    }

    @GetMapping(path = "/prints/{id}/files/{name}", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('printing.print')")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String name, Actor actor) {
        return pdf(name, handOut.file(id, name, actor));
    }

    /** Everything of a print in one archive. */
    @GetMapping(path = "/prints/{id}/archive", produces = ZIP)
    @PreAuthorize("hasAuthority('printing.print')")
    void archive(@PathVariable UUID id, Actor actor, HttpServletResponse response) throws IOException {
        var print = handOut.archive(id, actor);
        var site = print.site();
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                attachment("考试物料_" + print.plan() + (site == null ? "" : "_" + site.name()) + ".zip"));
        handOut.write(print, response.getOutputStream());
    }

    /** One ticket at once, for whoever has lost theirs. */
    @GetMapping(path = "/tickets/{ticket}", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('printing.print')")
    ResponseEntity<byte[]> ticket(@PathVariable String ticket, Actor actor) {
        return pdf("准考证-" + ticket + ".pdf", handOut.ticket(ticket, actor));
    }

    /** Full of personal data: nothing of it stays on a computer that others use, too. */
    private static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(content);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
