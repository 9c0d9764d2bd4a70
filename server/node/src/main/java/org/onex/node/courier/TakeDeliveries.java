package org.onex.node.courier;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.clock.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Looks what the centre has for this node (领取下发), has it brought, and says what became of it. Begins where it was, however it ended the last
 * time; what fails for one bundle does not stop the others.
 */
@Component
class TakeDeliveries {

    private static final Logger log = LoggerFactory.getLogger(TakeDeliveries.class);
    private static final String PATH = "/api/dispatch/deliveries";

    private final Enrolments enrolments;
    private final CenterLine line;
    private final Contact contact;
    private final Deliveries deliveries;
    private final BringBundle bring;
    private final IncomingFiles files;
    private final BusinessClock clock;
    /** Who is in a hurry does not queue behind a letter that takes minutes. */
    private final ReentrantLock busy = new ReentrantLock();

    TakeDeliveries(
            Enrolments enrolments,
            CenterLine line,
            Contact contact,
            Deliveries deliveries,
            BringBundle bring,
            IncomingFiles files,
            BusinessClock clock) {
        this.enrolments = enrolments;
        this.line = line;
        this.contact = contact;
        this.deliveries = deliveries;
        this.bring = bring;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Nothing if it is done just now.
     *
     * @throws CenterAway if the centre does not say what there is
     */
    void take(Enrolment we) {
        if (busy.tryLock()) {
            try {
                takeAll(we);
            } finally {
                busy.unlock();
            }
        }
    }

    private void takeAll(Enrolment we) {
        for (var item : line.ask(we, "GET", PATH, null).expecting(200).body().path("items")) {
            // What was said to the node of another site is not written down for the one that we have become.
            enrolments.asStill(we, () -> announce(item));
        }
        var open = deliveries.notOverAt(clock.instant());
        open.stream()
                .filter(delivery -> delivery.state() == Delivery.State.WAITING)
                .forEach(delivery -> attempt(delivery, () -> bring(we, delivery)));
        deliveries.all().stream()
                .filter(delivery -> delivery.state() != Delivery.State.WAITING && !delivery.reported())
                .forEach(delivery -> attempt(delivery, () -> report(we, delivery)));
        files.keepOnly(open.stream().map(Delivery::bundle).collect(Collectors.toSet()));
    }

    private void announce(JsonNode item) {
        try {
            deliveries.announce(
                    UUID.fromString(item.path("bundle").asString()),
                    item.path("version").asInt(),
                    new Deliveries.Letter(
                            item.path("sha256").asString(),
                            item.path("bytes").asLong(),
                            OffsetDateTime.parse(item.path("entryOpensAt").asString())
                                    .toInstant(),
                            OffsetDateTime.parse(item.path("closesAt").asString())
                                    .toInstant()));
        } catch (IllegalArgumentException | DateTimeException e) {
            log.warn("The centre announces something that cannot be understood", e);
        }
    }

    private void attempt(Delivery delivery, Runnable step) {
        try {
            step.run();
        } catch (CenterAway e) {
            contact.lost(e);
        } catch (RuntimeException e) {
            log.warn("Bundle {} version {} has to wait", delivery.bundle(), delivery.version(), e);
        }
    }

    private void bring(Enrolment we, Delivery delivery) {
        var here = delivery.installedVersion();
        if (here != null && delivery.isHere()) {
            deliveries.store(delivery.installed(here));
            return;
        }
        try {
            bring.bring(we, delivery);
        } catch (CenterAway e) {
            deliveries.store(delivery.waiting(null));
            throw e;
        } catch (CourierRefused e) {
            log.warn("No bundle {} version {}: {}", delivery.bundle(), delivery.version(), e.code());
            deliveries.store(e.isForNow() ? delivery.waiting(e.code()) : delivery.refused(e));
        }
    }

    private void report(Enrolment we, Delivery delivery) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("version", delivery.version());
        said.put("state", delivery.state().name());
        said.put("problem", delivery.problem());
        var answer = line.ask(we, "PUT", PATH + "/" + delivery.bundle(), said);
        // A centre that does not know it any more has nothing to be told.
        if (!answer.code().equals("dispatch.bundle-unknown")) {
            answer.expecting(204);
        }
        deliveries.markReported(delivery);
    }
}
