package org.onex.center.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.center.candidate.CandidateDirectory;
import org.onex.center.candidate.EnrolmentOutline;
import org.onex.center.candidate.EnrolmentsPending;
import org.onex.center.candidate.InformationState;
import org.onex.center.job.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the questions about real names going: hands them over, asks for the answers, tries again after an outage, later each time. The
 * service is never called while the database waits for us.
 */
@Component
class AskIdentityService implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(AskIdentityService.class);

    private static final int BATCH = 500;
    private static final Duration TURN = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final int LONGEST_PAUSE_MINUTES = 60;
    private static final int MOST_FAILURES = 3;

    private final Inquiries inquiries;
    private final TakeAnswers takeAnswers;
    private final CandidateDirectory candidates;
    private final Optional<IdentityService> service;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AskIdentityService(
            Inquiries inquiries,
            TakeAnswers takeAnswers,
            CandidateDirectory candidates,
            ObjectProvider<IdentityService> service,
            TransactionTemplate transaction,
            Clock clock) {
        this.inquiries = inquiries;
        this.takeAnswers = takeAnswers;
        this.candidates = candidates;
        this.service = Optional.ofNullable(service.getIfAvailable());
        this.transaction = transaction;
        this.clock = clock;
        if (this.service.isEmpty()) {
            log.warn("No identity service is configured (onex.identity.url): candidates stay 信息待认证 until there is one");
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(EnrolmentsPending pending) {
        inquiries.add(pending.keys(), clock.instant());
    }

    @Override
    public String kind() {
        return "identity.ask-service";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        if (service.isEmpty()) {
            return false;
        }
        var wasFetched = fetch(service.get());
        var wasAsked = ask(service.get());
        return wasFetched || wasAsked;
    }

    private boolean ask(IdentityService there) {
        var now = clock.instant();
        var taken = transaction.execute(status -> inquiries.take(BATCH, now, now.plus(TURN)));
        if (taken == null || taken.isEmpty()) {
            return false;
        }
        var outlines = candidates.outlines(taken.stream().map(Inquiry::key).toList()).stream()
                .collect(Collectors.toMap(EnrolmentOutline::key, Function.identity()));
        var asked = new ArrayList<Asked>();
        var gone = new ArrayList<Inquiry>();
        for (var inquiry : taken) {
            var outline = outlines.get(inquiry.key());
            // Who has left, or withdrew their consent, is asked about no more.
            if (outline == null || outline.state() != InformationState.PENDING) {
                gone.add(inquiry);
            } else {
                asked.add(Asked.of(inquiry, outline));
            }
        }
        transaction.executeWithoutResult(status -> inquiries.remove(Inquiries.ids(gone)));
        handOver(there, batches(asked), now);
        return true;
    }

    private record Asked(Inquiry inquiry, IdentityService.Question question) {

        static Asked of(Inquiry inquiry, EnrolmentOutline outline) {
            return new Asked(
                    new Inquiry(inquiry.id(), inquiry.key(), outline.name(), null, inquiry.attempts()),
                    new IdentityService.Question(inquiry.id().toString(), outline.name(), outline.number()));
        }
    }

    /** What was turned away before goes in smaller and smaller batches, so that one odd question does not hold up the others for ever. */
    private static List<List<Asked>> batches(List<Asked> asked) {
        var byAttempts = asked.stream()
                .collect(Collectors.groupingBy(one -> one.inquiry().attempts(), TreeMap::new, Collectors.toList()));
        var batches = new ArrayList<List<Asked>>();
        byAttempts.forEach((attempts, some) -> {
            var size = Math.max(1, BATCH >> (3 * Math.min(attempts, 3)));
            for (int from = 0; from < some.size(); from += size) {
                batches.add(some.subList(from, Math.min(some.size(), from + size)));
            }
        });
        return batches;
    }

    private void handOver(IdentityService there, List<List<Asked>> batches, Instant now) {
        int failures = 0;
        for (var batch : batches) {
            var inquiries = batch.stream().map(Asked::inquiry).toList();
            if (failures >= MOST_FAILURES) {
                // It is away altogether; these were not turned away, only not asked.
                transaction.executeWithoutResult(
                        status -> this.inquiries.release(Inquiries.ids(inquiries), now.plus(LOOK_AGAIN)));
            } else if (!handOver(there, batch, inquiries, now)) {
                failures++;
            }
        }
    }

    private boolean handOver(IdentityService there, List<Asked> batch, List<Inquiry> asked, Instant now) {
        try {
            var ticket = there.ask(batch.stream().map(Asked::question).toList());
            transaction.executeWithoutResult(status -> inquiries.asked(asked, ticket, now.plus(LOOK_AGAIN)));
            return true;
        } catch (IdentityService.Away away) {
            var pause = pauseAfter(asked.getFirst().attempts());
            log.warn(
                    "The identity service did not take {} questions; again in {}: {}",
                    asked.size(),
                    pause,
                    away.getMessage());
            transaction.executeWithoutResult(status -> inquiries.putOff(Inquiries.ids(asked), now.plus(pause)));
            return false;
        }
    }

    /** 1, 2, 4 … at most 60 minutes. */
    static Duration pauseAfter(int attempts) {
        return Duration.ofMinutes(Math.min(LONGEST_PAUSE_MINUTES, 1L << Math.min(attempts, 6)));
    }

    private boolean fetch(IdentityService there) {
        var now = clock.instant();
        var tickets = inquiries.dueTickets(now);
        for (var ticket : tickets) {
            try {
                fetch(there, ticket, now);
            } catch (DataAccessException e) {
                throw e;
            } catch (RuntimeException e) {
                // Whatever one batch is answered with, the others go on. The message may repeat what was asked.
                log.warn(
                        "The identity service cannot say what became of a batch: {}",
                        e.getClass().getSimpleName());
                transaction.executeWithoutResult(status -> inquiries.lookAgain(ticket, now.plus(TURN)));
            }
        }
        return !tickets.isEmpty();
    }

    private void fetch(IdentityService there, String ticket, Instant now) {
        var answers = there.answers(ticket);
        transaction.executeWithoutResult(status -> {
            if (answers.isEmpty()) {
                inquiries.lookAgain(ticket, now.plus(LOOK_AGAIN));
            } else {
                takeAnswers.take(ticket, answers.get());
            }
        });
    }
}
