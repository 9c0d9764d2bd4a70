package org.onex.center.registration;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.catalog.Level;
import org.onex.center.organization.Actor;
import org.onex.center.site.SiteDirectory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a college changes about its registrations before the deadline: another level or site, or none at all (退考). */
@Service
@Transactional
class ChangeRegistrations {

    private final Registrations registrations;
    private final Gates gates;
    private final SiteDirectory sites;
    private final ReadWishes read;
    private final JudgeWishes judge;
    private final Clock clock;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    ChangeRegistrations(
            Registrations registrations,
            Gates gates,
            SiteDirectory sites,
            ReadWishes read,
            JudgeWishes judge,
            Clock clock,
            AuditTrail trail,
            ApplicationEventPublisher events) {
        this.registrations = registrations;
        this.gates = gates;
        this.sites = sites;
        this.read = read;
        this.judge = judge;
        this.clock = clock;
        this.trail = trail;
        this.events = events;
    }

    /**
     * What is to hold instead.
     *
     * @param version       the one that was read
     * @param qualification its code
     * @param site          null for the college's own
     */
    record Change(
            int version,
            String qualification,
            Level level,
            @Nullable UUID site) {}

    /**
     * @throws RegistrationRefused if that is not possible, somebody changed it since, or the deadline is over
     */
    Registration change(RegistrationKey key, Change change, Actor actor) {
        var found = held(key, actor).at(change.version());
        var choice = new ReadWishes.Choice(
                List.of(new EnrolmentKey(key.candidate(), found.who().enrolment())),
                new OfferingKey(found.what().plan(), change.qualification(), change.level()),
                change.site());
        sites.hold(read.choice(choice, actor).stream()
                .map(ReadWishes.WishReading::wish)
                .filter(Objects::nonNull)
                .map(wish -> wish.site().id())
                .toList());
        var judgement =
                judge.judge(read.choice(choice, actor), clock.instant(), key).getFirst();
        var wish = judgement.wish();
        if (judgement.isRefused()) {
            throw judgement.refusals().getFirst().toError();
        }
        if (wish == null || !judgement.isNew()) {
            throw RegistrationRefused.of(RegistrationRefused.Code.DUPLICATE);
        }
        var changed = found.changedTo(wish);
        store(changed, "registration.change", actor);
        return changed;
    }

    /**
     * @param version the one that was read
     * @throws RegistrationRefused if somebody changed it since, or the deadline is over
     */
    Registration withdraw(RegistrationKey key, int version, Actor actor) {
        var withdrawn = held(key, actor).at(version).withdrawnAt(clock.instant().truncatedTo(ChronoUnit.MICROS));
        store(withdrawn, "registration.withdraw", actor);
        return withdrawn;
    }

    /** Finds it and keeps its gate from being shut and others from changing what the person is registered for. */
    private Registration held(RegistrationKey key, Actor actor) {
        var plan = own(key, actor).what().plan();
        var held = gates.hold(List.of(plan));
        registrations.lockPeople(List.of(key.candidate()));
        var now = clock.instant();
        held.values().forEach(gate -> gate.requireOpenAt(now));
        return own(key, actor);
    }

    private Registration own(RegistrationKey key, Actor actor) {
        return registrations
                .find(key)
                .filter(found -> found.isOf(actor.organization().code()))
                .orElseThrow(() -> RegistrationRefused.of(RegistrationRefused.Code.UNKNOWN));
    }

    private void store(Registration changed, String act, Actor actor) {
        registrations.change(List.of(changed));
        // Before the trail, as when people are registered: whoever bills locks the college's bill, and the trail is
        // locked to the end.
        events.publishEvent(
                new RegistrationsChanged(changed.what().plan(), changed.who().college()));
        trail.record(
                actor,
                act,
                changed.key().candidate() + "/" + changed.key().id(),
                Map.of(
                        "plan", changed.what().plan(),
                        "qualification", changed.what().qualification(),
                        "level", changed.what().level(),
                        "site", changed.site(),
                        "version", changed.version()));
    }
}
