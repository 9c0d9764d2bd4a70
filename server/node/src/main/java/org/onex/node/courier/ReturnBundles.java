package org.onex.node.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.onex.foundation.clock.BusinessClock;
import org.onex.node.sitting.BundleDirectory.InstalledBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Returns what was written and noted to the centre (回收), once an exam is over and while nobody writes, until it has given a receipt for all of
 * it; and again what comes later. Begins where it was, however it ended the last time; what fails for one bundle does not stop the others.
 */
@Component
class ReturnBundles {

    private static final Logger log = LoggerFactory.getLogger(ReturnBundles.class);

    /** What was refused may be taken later: the centre was mended, or this node was. */
    private static final Duration TRIED_AGAIN = Duration.ofDays(1);
    /** Nothing can come any more; somebody may still have written something down. */
    private static final Duration LOOKED_AGAIN = Duration.ofHours(1);

    private final ReturnProgress progress;
    private final SealFiles seal;
    private final SendFiles send;
    private final ExamHours hours;
    private final Contact contact;
    private final BusinessClock clock;

    /** What was in the way of a bundle the last time. */
    private final Map<UUID, String> problems = new ConcurrentHashMap<>();

    /** When the files of a bundle were made ready for the last time; at the start nobody knows, and what was refused is sealed anew. */
    private final Map<UUID, Instant> triedAt = new ConcurrentHashMap<>();

    /** Of which bundles nothing can come any more. */
    private final Map<UUID, Rest> rests = new ConcurrentHashMap<>();

    ReturnBundles(
            ReturnProgress progress,
            SealFiles seal,
            SendFiles send,
            ExamHours hours,
            Contact contact,
            BusinessClock clock) {
        this.progress = progress;
        this.seal = seal;
        this.send = send;
        this.hours = hours;
        this.contact = contact;
        this.clock = clock;
    }

    /**
     * How long a bundle is left alone.
     *
     * @param node as which we looked
     */
    private record Rest(UUID node, Instant until) {}

    synchronized void returnAll(Enrolment we) {
        for (var bundle : progress.installed()) {
            // Whatever there is to do, candidates come first.
            if (hours.isExamOn()) {
                return;
            }
            if (!isResting(we, bundle)) {
                attempt(we, bundle);
            }
        }
    }

    private boolean isResting(Enrolment we, UUID bundle) {
        var rest = rests.get(bundle);
        return rest != null && rest.node().equals(we.node()) && clock.instant().isBefore(rest.until());
    }

    private void attempt(Enrolment we, UUID id) {
        try {
            progress.find(id).ifPresent(bundle -> bringWhatIsDue(we, bundle));
            problems.remove(id);
        } catch (CenterAway e) {
            log.debug("Bundle {} is not returned yet", id, e);
            problems.put(id, e.code());
            contact.lost(e);
        } catch (CourierRefused e) {
            log.warn("The return of bundle {} has to wait: {}", id, e.code());
            problems.put(id, e.code());
        } catch (RuntimeException e) {
            log.warn("The return of bundle {} has to wait", id, e);
            problems.put(id, CourierRefused.Code.RETURN_FAILED.code());
        }
    }

    private void bringWhatIsDue(Enrolment we, InstalledBundle bundle) {
        var stand = progress.of(bundle);
        var now = clock.instant();
        var tried = triedAt.get(bundle.id());
        var isRefusalOld = stand.refused() && (tried == null || !now.isBefore(tried.plus(TRIED_AGAIN)));
        if (stand.due() && (!stand.settled() || isRefusalOld)) {
            bring(we, bundle, isRefusalOld);
        } else if (stand.settled() && !stand.isLateSyncOpenAt(now)) {
            rests.put(bundle.id(), new Rest(we.node(), now.plus(LOOKED_AGAIN)));
        }
    }

    private void bring(Enrolment we, InstalledBundle bundle, boolean anew) {
        var recipient = send.recipient(we, bundle);
        var current = seal.seal(new SealFiles.Task(we, bundle, recipient, anew));
        if (current.isPresent()) {
            var isFirst = triedAt.put(bundle.id(), clock.instant()) == null;
            var isOldRefusal = send.send(we, bundle, current.get());
            // Had we heard of it before this start, it would have been sealed anew with the others.
            if (isFirst && isOldRefusal) {
                triedAt.remove(bundle.id());
            }
        }
    }

    /** Code of what is in the way of a bundle; nothing if nothing is. */
    Optional<String> problem(UUID bundle, ReturnProgress.Stand stand) {
        if (stand.isComplete()) {
            return Optional.empty();
        }
        return Optional.ofNullable(problems.get(bundle))
                .or(() -> stand.refused() ? Optional.of(CourierRefused.Code.RETURN_REFUSED.code()) : Optional.empty());
    }
}
