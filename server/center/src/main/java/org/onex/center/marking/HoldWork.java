package org.onex.center.marking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays a work on a marker's desk (占用阅卷任务). */
@Service
class HoldWork {

    /** As long nobody else gets a work that somebody has on the desk. */
    private static final Duration HELD = Duration.ofMinutes(30);

    private final Works works;

    HoldWork(Works works) {
        this.works = works;
    }

    /** The one that this marker has already, or the next one that nobody has. */
    Optional<Work> due(String plan, Actor actor, Instant now) {
        return works.heldBy(plan, actor.login()).stream()
                .findFirst()
                .or(() -> works.waiting(plan, now, 1).stream().findFirst());
    }

    /**
     * Locks the marker's own desk and then this one work, and nothing else: two desks never wait for each other crosswise.
     *
     * @return empty if somebody else was quicker, or another window of the same marker has laid out another one
     */
    @Transactional
    Optional<Work> hold(String plan, Work seen, Actor actor, Instant now) {
        works.sitDown(plan, actor.login());
        var held = works.heldBy(plan, actor.login());
        if (!held.isEmpty() && !held.getFirst().key().equals(seen.key())) {
            return Optional.empty();
        }
        return works.hold(
                seen, new Work.Hold(new WorkView.WorkMarker(actor.login(), actor.name()), now.plus(HELD)), now);
    }
}
