package org.onex.center.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.clock.OutsideProduction;
import org.springframework.stereotype.Component;

/**
 * An identity service for demonstrations and rehearsals (模拟实名认证). It answers 20 to 120 minutes of business time later, by the sequence
 * digits of the number (15 to 17): 900–939 belong to another name, 940–959 to nobody, and of 960–969 it does not want to hear at the first
 * time. All others belong to the name asked for. It forgets what it was asked when it stops, as real ones do.
 */
@Component
@OutsideProduction
class SimulatedIdentityService implements IdentityService {

    private static final int SOONEST_MINUTES = 20;
    private static final int SPREAD_MINUTES = 100;

    private final Clock clock;
    private final Map<String, Batch> batches = new ConcurrentHashMap<>();
    private final Set<IdNumber> turnedAway = ConcurrentHashMap.newKeySet();

    SimulatedIdentityService(Clock clock) {
        this.clock = clock;
    }

    private record Batch(Instant due, List<Answer> answers) {}

    @Override
    public String ask(List<Question> questions) {
        for (var question : questions) {
            if (isBetween(question.number(), 960, 969) && turnedAway.add(question.number())) {
                throw new Away("simulated outage");
            }
        }
        var ticket = UUID.randomUUID().toString();
        var answers = questions.stream()
                .map(question -> new Answer(question.reference(), verdict(question.number())))
                .toList();
        batches.put(ticket, new Batch(clock.instant().plus(delay(questions)), answers));
        return ticket;
    }

    @Override
    public Optional<List<Answer>> answers(String ticket) {
        var batch = batches.get(ticket);
        if (batch == null) {
            return Optional.of(List.of());
        }
        return clock.instant().isBefore(batch.due()) ? Optional.empty() : Optional.of(batch.answers());
    }

    private static Duration delay(List<Question> questions) {
        var chance = new CRC32();
        questions.forEach(question -> chance.update(question.number().hashCode()));
        return Duration.ofMinutes(SOONEST_MINUTES + chance.getValue() % SPREAD_MINUTES);
    }

    private static Verdict verdict(IdNumber number) {
        if (isBetween(number, 900, 939)) {
            return Verdict.MISMATCH;
        }
        return isBetween(number, 940, 959) ? Verdict.NOT_FOUND : Verdict.MATCH;
    }

    private static boolean isBetween(IdNumber number, int first, int last) {
        var sequence = Integer.parseInt(number.value(), 14, 17, 10);
        return sequence >= first && sequence <= last;
    }
}
