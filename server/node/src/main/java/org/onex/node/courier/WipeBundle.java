package org.onex.node.courier;

import java.util.UUID;
import org.onex.foundation.clock.BusinessClock;
import org.onex.node.invigilation.ForgetRooms;
import org.onex.node.sitting.ForgetBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets what this node holds of people, papers and answers of an exam (擦除), once the centre has given receipts for all of it and nothing more
 * can come.
 */
@Component
class WipeBundle {

    private static final Logger log = LoggerFactory.getLogger(WipeBundle.class);

    private final ReturnProgress progress;
    private final ForgetBundle sitting;
    private final ForgetRooms rooms;
    private final AwaitedKeys keys;
    private final ReturnedFiles files;
    private final IncomingFiles incoming;
    private final ExamHours hours;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    WipeBundle(
            ReturnProgress progress,
            ForgetBundle sitting,
            ForgetRooms rooms,
            AwaitedKeys keys,
            ReturnedFiles files,
            IncomingFiles incoming,
            ExamHours hours,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.progress = progress;
        this.sitting = sitting;
        this.rooms = rooms;
        this.keys = keys;
        this.files = files;
        this.incoming = incoming;
        this.hours = hours;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Again changes nothing.
     *
     * @throws CourierRefused if no such exam was installed here, not all of it is returned, entries may still come, or candidates need the
     *     machine just now
     */
    void wipe(UUID id) {
        transaction.executeWithoutResult(status -> {
            requireWipeable(id);
            sitting.forget(id);
            // Whatever was written down in between is seen now, and from here on nobody writes anything down.
            requireWipeable(id);
            rooms.forget(id);
            keys.forget(id);
            files.wipe(id, clock.instant());
        });
        incoming.forget(id);
        log.info("Nothing about people is here any more of bundle {}", id);
    }

    private void requireWipeable(UUID id) {
        var bundle = progress.find(id).orElseThrow(() -> CourierRefused.of(CourierRefused.Code.BUNDLE_UNKNOWN));
        var stand = progress.of(bundle);
        if (!stand.isComplete()) {
            throw CourierRefused.of(CourierRefused.Code.NOT_RETURNED, "missing", Math.max(1, stand.missing()));
        }
        var until = stand.lateSyncUntil();
        if (until != null && stand.isLateSyncOpenAt(clock.instant())) {
            throw CourierRefused.lateSyncOpen(until);
        }
        // All runs are locked at once, and whoever writes would have to wait for it.
        if (hours.isExamOn()) {
            throw CourierRefused.of(CourierRefused.Code.EXAM_RUNNING);
        }
    }
}
