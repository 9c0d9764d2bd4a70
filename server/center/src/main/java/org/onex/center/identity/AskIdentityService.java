package org.onex.center.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.center.candidate.CandidateDirectory;
import org.onex.center.candidate.EnrolmentOutline;
import org.onex.center.candidate.EnrolmentsPending;
import org.onex.center.job.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
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
        var asked = new ArrayList<Inquiry>();
        var questions = new ArrayList<IdentityService.Question>();
        var gone = new ArrayList<Inquiry>();
        for (var inquiry : taken) {
            var outline = outlines.get(inquiry.key());
            if (outline == null) {
                gone.add(inquiry);
            } else {
                asked.add(new Inquiry(inquiry.id(), inquiry.key(), outline.name(), null, inquiry.attempts()));
                questions.add(new IdentityService.Question(inquiry.id().toString(), outline.name(), outline.number()));
            }
        }
        transaction.executeWithoutResult(status -> inquiries.remove(Inquiries.ids(gone)));
        if (!asked.isEmpty()) {
            handOver(there, asked, questions, now);
        }
        return true;
    }

    private void handOver(
            IdentityService there, List<Inquiry> asked, List<IdentityService.Question> questions, Instant now) {
        try {
            var ticket = there.ask(questions);
            transaction.executeWithoutResult(status -> inquiries.asked(asked, ticket, now.plus(LOOK_AGAIN)));
        } catch (IdentityService.Away away) {
            var attempts = asked.stream().mapToInt(Inquiry::attempts).max().orElse(0);
            var pause = Duration.ofMinutes(Math.min(LONGEST_PAUSE_MINUTES, 1L << Math.min(attempts, 6)));
            log.warn(
                    "The identity service did not take {} questions; again in {}: {}",
                    asked.size(),
                    pause,
                    away.getMessage());
            transaction.executeWithoutResult(status -> inquiries.putOff(Inquiries.ids(asked), now.plus(pause)));
        }
    }

    private boolean fetch(IdentityService there) {
        var now = clock.instant();
        var tickets = inquiries.dueTickets(now);
        for (var ticket : tickets) {
            try {
                var answers = there.answers(ticket);
                transaction.executeWithoutResult(status -> {
                    if (answers.isEmpty()) {
                        inquiries.lookAgain(ticket, now.plus(LOOK_AGAIN));
                    } else {
                        takeAnswers.take(ticket, answers.get());
                    }
                });
            } catch (IdentityService.Away away) {
                log.warn("The identity service cannot say what became of a batch: {}", away.getMessage());
                transaction.executeWithoutResult(status -> inquiries.lookAgain(ticket, now.plus(TURN)));
            }
        }
        return !tickets.isEmpty();
    }
}
