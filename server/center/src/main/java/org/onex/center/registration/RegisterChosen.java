package org.onex.center.registration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.onex.center.audit.AuditTrail;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers people whom somebody has chosen on a page. */
@Service
class RegisterChosen {

    private static final int MOST = 500;

    /** Who of several people is registered now, and who cannot be. */
    record RegistrationOutcome(List<RegistrationKey> registered, List<RefusedPerson> refused) {}

    record RefusedPerson(EnrolmentKey person, List<Reason> reasons) {}

    record Reason(RegistrationRefused.Code code, Map<String, Object> facts) {

        static Reason of(Refusal refusal) {
            return new Reason(refusal.code(), refusal.facts());
        }
    }

    private final ReadWishes read;
    private final RegisterCandidates register;
    private final AuditTrail trail;

    RegisterChosen(ReadWishes read, RegisterCandidates register, AuditTrail trail) {
        this.read = read;
        this.register = register;
        this.trail = trail;
    }

    /**
     * @throws RegistrationRefused if nobody or too many were chosen; what is wrong with single people is told in the outcome
     */
    @Transactional
    RegistrationOutcome register(ReadWishes.Choice choice, Actor actor) {
        var people = List.copyOf(new LinkedHashSet<>(choice.people()));
        if (people.isEmpty() || people.size() > MOST) {
            throw RegistrationRefused.of(RegistrationRefused.Code.TOO_MANY, Map.of("most", MOST));
        }
        var once = new ReadWishes.Choice(people, choice.what(), choice.site());
        var judgements = register.register(() -> read.choice(once, actor));
        var registered = new ArrayList<RegistrationKey>();
        var refused = new ArrayList<RefusedPerson>();
        var added = new ArrayList<String>();
        for (int i = 0; i < people.size(); i++) {
            var judgement = judgements.get(i);
            var standing = judgement.standing();
            if (standing == null) {
                refused.add(new RefusedPerson(
                        people.get(i),
                        judgement.refusals().stream().map(Reason::of).toList()));
            } else {
                registered.add(standing.key());
                if (judgement.isNew()) {
                    added.add(standing.key().candidate() + "/" + standing.key().id());
                }
            }
        }
        if (!added.isEmpty()) {
            trail.record(
                    actor,
                    "registration.register",
                    choice.what().plan(),
                    Map.of(
                            "qualification", choice.what().qualification(),
                            "level", choice.what().level(),
                            "registered", added));
        }
        return new RegistrationOutcome(registered, refused);
    }
}
