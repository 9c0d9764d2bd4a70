package org.onex.center.identity;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.candidate.RealNamesAnswered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what the identity service said and tells the candidates' module. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakeAnswers {

    private final Inquiries inquiries;
    private final Findings findings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakeAnswers(Inquiries inquiries, Findings findings, ApplicationEventPublisher events, Clock clock) {
        this.inquiries = inquiries;
        this.findings = findings;
        this.events = events;
        this.clock = clock;
    }

    /** What the service has no answer for is asked again, later each time. */
    void take(String ticket, List<IdentityService.Answer> answers) {
        var verdicts = answers.stream()
                .collect(Collectors.toMap(
                        IdentityService.Answer::reference, IdentityService.Answer::verdict, (one, other) -> other));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var found = new HashMap<UUID, Finding>();
        var open = inquiries.ofTicket(ticket);
        for (var inquiry : open) {
            var verdict = verdicts.get(inquiry.id().toString());
            if (verdict == null) {
                inquiries.putOff(List.of(inquiry.id()), now.plus(AskIdentityService.pauseAfter(inquiry.attempts())));
            } else {
                found.put(inquiry.id(), Finding.ofService(inquiry.key(), inquiry.name(), verdict, now));
            }
        }
        if (found.isEmpty()) {
            return;
        }
        // The rosters are taken before the questions, as by whoever enters people.
        events.publishEvent(new RealNamesAnswered(
                found.values().stream().map(Finding::answer).toList()));
        var answered = inquiries.remove(found.keySet());
        found.keySet().retainAll(answered);
        findings.add(found.values());
    }
}
