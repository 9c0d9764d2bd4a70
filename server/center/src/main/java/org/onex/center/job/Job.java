package org.onex.center.job;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;

/**
 * A piece of background work (后台任务) that somebody started for their organisation.
 *
 * @param ownerKind the organisation that sees it, with {@code ownerCode}
 * @param outcome   the code and facts at its end
 */
record Job(
        UUID id,
        String kind,
        String subject,
        OrganizationKind ownerKind,
        String ownerCode,
        String login,
        String name,
        JobState state,
        long done,
        long total,
        Instant since,
        @Nullable Instant ended,
        Outcome outcome) {

    /** What came out of a job; without a code all is well. */
    record Outcome(@Nullable String code, Map<String, Object> facts) {

        static final Outcome NONE = new Outcome(null, Map.of());
    }

    static Job started(UUID id, String kind, String subject, Actor actor, Instant now) {
        var owner = actor.organization();
        return new Job(
                id,
                kind,
                subject,
                owner.kind(),
                owner.code(),
                actor.login(),
                actor.name(),
                JobState.WAITING,
                0,
                0,
                now,
                null,
                Outcome.NONE);
    }

    boolean isVisibleTo(Actor actor) {
        return actor.actsFor(ownerKind, ownerCode);
    }

    JobView view() {
        return new JobView(id, kind, subject, state, name, done, total, since, ended, outcome.code(), outcome.facts());
    }
}
