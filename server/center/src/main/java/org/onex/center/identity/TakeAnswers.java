package org.onex.center.identity;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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

    /** What the service has no answer for is asked again. */
    void take(String ticket, List<IdentityService.Answer> answers) {
        var verdicts = answers.stream()
                .collect(Collectors.toMap(
                        IdentityService.Answer::reference, IdentityService.Answer::verdict, (one, other) -> other));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var found = new ArrayList<Finding>();
        var unanswered = new ArrayList<Inquiry>();
        var open = inquiries.ofTicket(ticket);
        for (var inquiry : open) {
            var verdict = verdicts.get(inquiry.id().toString());
            if (verdict == null) {
                unanswered.add(inquiry);
            } else {
                found.add(Finding.ofService(inquiry.key(), inquiry.name(), verdict, now));
            }
        }
        inquiries.putOff(Inquiries.ids(unanswered), now);
        open.removeAll(unanswered);
        inquiries.remove(Inquiries.ids(open));
        findings.add(found);
        if (!found.isEmpty()) {
            events.publishEvent(
                    new RealNamesAnswered(found.stream().map(Finding::answer).toList()));
        }
    }
}
