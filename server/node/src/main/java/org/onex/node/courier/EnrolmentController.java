package org.onex.node.courier;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.BusinessClock;
import org.onex.node.sitting.BundleDirectory.InstalledBundle;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** To which site this node belongs, for whoever runs the machine. */
@RestController
@RequestMapping("/api/courier/enrolment")
class EnrolmentController {

    private final TechnicianCode code;
    private final EnrolNode enrol;
    private final Enrolments enrolments;
    private final CenterAddress addresses;
    private final Contact contact;
    private final Deliveries deliveries;
    private final AwaitedKeys keys;
    private final ReturnProgress progress;
    private final ReturnBundles returning;
    private final BusinessClock clock;

    EnrolmentController(
            TechnicianCode code,
            EnrolNode enrol,
            Enrolments enrolments,
            CenterAddress addresses,
            Contact contact,
            Deliveries deliveries,
            AwaitedKeys keys,
            ReturnProgress progress,
            ReturnBundles returning,
            BusinessClock clock) {
        this.code = code;
        this.enrol = enrol;
        this.enrolments = enrolments;
        this.addresses = addresses;
        this.contact = contact;
        this.deliveries = deliveries;
        this.keys = keys;
        this.progress = progress;
        this.returning = returning;
        this.clock = clock;
    }

    record NewEnrolment(
            @Nullable String center, String code, @Nullable String name) {}

    record OwnSite(UUID id, String name) {}

    /**
     * Who this node is.
     *
     * @param node          null, as name, site and enrolledAt, if it is enrolled nowhere
     * @param center        null if nobody has said where it is
     * @param lastContactAt when the centre was last heard of since this node's start
     * @param problem       code of what is in the way; null if nothing is
     * @param clockAheadMs  how far this node's clock is ahead of the centre's
     * @param bundles       all that the centre ever had for this node, the earliest first
     */
    record NodeEnrolment(
            @Nullable UUID node,
            @Nullable String name,
            @Nullable OwnSite site,
            @Nullable String center,
            @Nullable OffsetDateTime enrolledAt,
            @Nullable OffsetDateTime lastContactAt,
            @Nullable String problem,
            @Nullable Long clockAheadMs,
            List<DeliveredBundle> bundles) {}

    /**
     * A bundle and what became of it.
     *
     * @param installedVersion what can be sat here, perhaps an older version; null if there is nothing
     * @param sessions         of the installed version
     * @param keys             for how many of them the key of the papers is here
     * @param returned         how far it has gone back; null if nothing is installed
     */
    record DeliveredBundle(
            UUID bundle,
            int version,
            Delivery.State state,
            @Nullable String problem,
            @Nullable Integer installedVersion,
            OffsetDateTime entryOpensAt,
            OffsetDateTime closesAt,
            int sessions,
            int keys,
            @Nullable ReturnedBundle returned) {}

    /**
     * How far a bundle has gone back to the centre.
     *
     * @param due      nobody can write any more
     * @param scripts  that there are
     * @param receipts for how many of them the centre has given a receipt
     * @param record   whether it has what happened in the rooms
     * @param problem  code of what is in the way; null if nothing is
     * @param wipeable whether all of it may be forgotten here
     * @param wiped    whether it is
     */
    record ReturnedBundle(
            boolean due,
            int scripts,
            int receipts,
            boolean record,
            @Nullable String problem,
            boolean wipeable,
            boolean wiped) {}

    @GetMapping
    NodeEnrolment read(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        code.require(authorization);
        return enrolment();
    }

    @PostMapping
    NodeEnrolment enrol(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody NewEnrolment wish) {
        code.require(authorization);
        enrol.enrol(new EnrolNode.Wish(wish.center(), wish.code(), wish.name()));
        return enrolment();
    }

    private NodeEnrolment enrolment() {
        var we = enrolments.current();
        var state = contact.state();
        var heardAt = state.heardAt();
        return new NodeEnrolment(
                we.map(Enrolment::node).orElse(null),
                we.map(Enrolment::name).orElse(null),
                we.map(Enrolment::site)
                        .map(site -> new OwnSite(site.id(), site.name()))
                        .orElse(null),
                addresses.known().orElse(null),
                we.map(Enrolment::at).map(Window::inBeijing).orElse(null),
                heardAt == null ? null : Window.inBeijing(heardAt),
                state.problem(),
                state.aheadMs(),
                deliveries.all().stream().map(this::bundle).toList());
    }

    private DeliveredBundle bundle(Delivery delivery) {
        var count = keys.count(delivery.bundle());
        return new DeliveredBundle(
                delivery.bundle(),
                delivery.version(),
                delivery.state(),
                delivery.problem(),
                delivery.installedVersion(),
                Window.inBeijing(delivery.entryOpensAt()),
                Window.inBeijing(delivery.closesAt()),
                count.sessions(),
                count.released(),
                delivery.installedVersion() == null
                        ? null
                        : progress.find(delivery.bundle()).map(this::returned).orElse(null));
    }

    private ReturnedBundle returned(InstalledBundle bundle) {
        var stand = progress.of(bundle);
        return new ReturnedBundle(
                stand.due(),
                stand.scripts(),
                stand.receipts(),
                stand.record(),
                returning.problem(bundle.id(), stand).orElse(null),
                stand.isWipeableAt(clock.instant()),
                stand.wiped());
    }
}
