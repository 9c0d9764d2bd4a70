package org.onex.node.courier;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.onex.foundation.clock.TimeRunning;
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

    private final ReturnProgress progress;
    private final SealFiles seal;
    private final SendFiles send;
    private final TimeRunning exams;
    private final Contact contact;

    /** What was in the way of a bundle the last time. */
    private final Map<UUID, String> problems = new ConcurrentHashMap<>();

    ReturnBundles(ReturnProgress progress, SealFiles seal, SendFiles send, TimeRunning exams, Contact contact) {
        this.progress = progress;
        this.seal = seal;
        this.send = send;
        this.exams = exams;
        this.contact = contact;
    }

    synchronized void returnAll(Enrolment we) {
        for (var bundle : progress.installed()) {
            // Whatever there is to do, candidates come first.
            if (exams.isRunning()) {
                return;
            }
            attempt(we, bundle);
        }
    }

    private void attempt(Enrolment we, UUID id) {
        try {
            progress.find(id).ifPresent(bundle -> bringWhatIsDue(we, bundle));
            problems.remove(id);
        } catch (CenterAway e) {
            log.debug("Bundle {} is not returned yet", id, e);
            problems.put(id, e.code());
            contact.lost(e);
        } catch (RuntimeException e) {
            log.warn("The return of bundle {} has to wait", id, e);
        }
    }

    private void bringWhatIsDue(Enrolment we, InstalledBundle bundle) {
        var stand = progress.of(bundle);
        // What the centre cannot take is not brought again until it has become something else.
        if (stand.due() && !stand.settled()) {
            bring(we, bundle);
        }
    }

    private void bring(Enrolment we, InstalledBundle bundle) {
        var recipient = send.recipient(we, bundle);
        var current = seal.seal(we, bundle, recipient);
        if (current.isPresent() && !exams.isRunning()) {
            send.send(we, bundle, current.get());
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
