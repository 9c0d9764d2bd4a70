package org.onex.center.script;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.onex.center.node.EnrolledNode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells an exam server where we are, and takes its list of what it has: the newest one counts. */
@Service
class TakeLists {

    private final SiteReturns returns;
    private final Announcements announcements;
    private final SentRuns sent;
    private final ReturnKeys keys;
    private final Receipts receipts;
    private final Doubts doubts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakeLists(
            SiteReturns returns,
            Announcements announcements,
            SentRuns sent,
            ReturnKeys keys,
            Receipts receipts,
            Doubts doubts,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.returns = returns;
        this.announcements = announcements;
        this.sent = sent;
        this.keys = keys;
        this.receipts = receipts;
        this.doubts = doubts;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws ScriptRefused if it is no bundle of the node's site
     */
    ReturnController.ReturnStanding standing(UUID bundle, EnrolledNode node) {
        var sender = Sender.of(bundle, node);
        var key = keys.of(siteReturn(sender).whose().awardingBody());
        return new ReturnController.ReturnStanding(key.sealingKey().base64(), record(sender), receipts.of(sender));
    }

    /**
     * @throws ScriptRefused if something of it cannot be, or was never packed for the node's site
     */
    ReturnController.ReturnProgress take(UUID bundle, ReturnController.ReturnAnnouncement said, EnrolledNode node) {
        var sender = Sender.of(bundle, node);
        siteReturn(sender);
        var list = AnnouncedList.of(said);
        var packed = sent.of(node.site(), bundle, list.version()).orElseThrow(TakeLists::unknown);
        list.requireWithin(packed);
        transaction.executeWithoutResult(status -> keep(sender, node, list, packed));
        return progress(sender);
    }

    /** A list that is older than one that was taken already comes late, and changes nothing. */
    private void keep(Sender sender, EnrolledNode node, AnnouncedList list, PackedRuns packed) {
        returns.hold(sender.site(), sender.bundle());
        var isOlder = announcements
                .find(sender)
                .filter(known -> list.record() < known.number())
                .isPresent();
        if (isOlder) {
            return;
        }
        var before = announcements.listed(sender);
        announcements.replace(sender, node.name(), list, clock.instant().truncatedTo(ChronoUnit.MICROS));
        returns.correct(packed, sender.site());
        doubts.dropRefusedFiles(sender);
        returns.count(sender.site(), sender.bundle());
        // It sends the same list again and again.
        if (!announcements.listed(sender).equals(before)) {
            events.publishEvent(
                    new ScriptDirectory.OutcomesChanged(siteReturn(sender).plan()));
        }
    }

    private SiteReturn siteReturn(Sender sender) {
        return returns.find(sender.site(), sender.bundle()).orElseThrow(TakeLists::unknown);
    }

    private static ScriptRefused unknown() {
        return ScriptRefused.of(ScriptRefused.Code.BUNDLE_UNKNOWN);
    }

    private int record(Sender sender) {
        return announcements
                .find(sender)
                .map(Announcements.Announcement::record)
                .orElse(0);
    }

    private ReturnController.ReturnProgress progress(Sender sender) {
        var listed = announcements.listed(sender);
        return new ReturnController.ReturnProgress(
                record(sender),
                receipts.of(sender),
                listed.stream()
                        .filter(file -> file.state() == ReturnedFile.State.WANTED)
                        .map(file -> new ReturnController.WantedFile(file.sha256(), file.have()))
                        .toList(),
                listed.stream()
                        .filter(file -> file.reason() != null)
                        .map(file -> new ReturnController.RefusedFile(file.sha256(), file.reason()))
                        .toList());
    }
}
