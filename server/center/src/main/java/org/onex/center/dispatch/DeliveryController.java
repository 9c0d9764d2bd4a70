package org.onex.center.dispatch;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.node.EnrolledNode;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What exam servers fetch and report; only they may ask, each for its own site. */
@RestController
@RequestMapping("/api/dispatch")
class DeliveryController {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final ListDeliveries deliveries;
    private final HandOutBlobs blobs;
    private final ReleaseKeys keys;
    private final TakeReports reports;

    DeliveryController(ListDeliveries deliveries, HandOutBlobs blobs, ReleaseKeys keys, TakeReports reports) {
        this.deliveries = deliveries;
        this.blobs = blobs;
        this.keys = keys;
        this.reports = reports;
    }

    /** Everything for a node; never more than the slots of a site that are not over. */
    record DeliveryList(List<DeliveryItem> items) {}

    /**
     * The newest version of a bundle.
     *
     * @param sha256 of the letter; likewise its length
     */
    record DeliveryItem(
            UUID bundle,
            int version,
            String sha256,
            long bytes,
            OffsetDateTime entryOpensAt,
            OffsetDateTime closesAt) {}

    /**
     * @param problem why it was refused; null if it was not
     */
    record DeliveryReport(
            int version,
            Deliveries.Delivery.State state,
            @Nullable String problem) {}

    /**
     * @param key sealed for the node that asks, Base64
     */
    record SessionKey(UUID session, String key) {}

    @GetMapping("/deliveries")
    @PreAuthorize("hasAuthority('node')")
    DeliveryList deliveries(EnrolledNode node) {
        return new DeliveryList(deliveries.of(node));
    }

    /** Immutable bytes, whole or from any place on. */
    @GetMapping(path = "/blobs/{sha256}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @PreAuthorize("hasAuthority('node')")
    ResponseEntity<Resource> blob(@PathVariable String sha256, EnrolledNode node) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePrivate().immutable())
                .eTag("\"" + sha256 + "\"")
                .body(blobs.content(sha256, node));
    }

    @PutMapping("/deliveries/{bundle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('node')")
    void report(@PathVariable UUID bundle, @RequestBody DeliveryReport report, EnrolledNode node) {
        reports.take(bundle, new Deliveries.Delivery(report.version(), report.state(), report.problem()), node);
    }

    @GetMapping("/keys/{session}")
    @PreAuthorize("hasAuthority('node')")
    SessionKey key(@PathVariable UUID session, EnrolledNode node) {
        return new SessionKey(session, keys.release(session, node));
    }
}
