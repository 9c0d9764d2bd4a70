package org.onex.node.sitting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.vault.DataKey;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a candidate's device may see: its own attempt as it is on disk, the sessions, the sealed papers. A few at a time, so that the writer
 * always finds a connection.
 */
@Component
@ConcurrencyLimit(5)
class ReadAttempts {

    /** Devices that were recognised once; they beat every few seconds. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    private final Attempts attempts;
    private final ExamSessions sessions;
    private final PhotoDirectory photos;
    private final Journal journal;

    ReadAttempts(Attempts attempts, ExamSessions sessions, PhotoDirectory photos, Journal journal) {
        this.attempts = attempts;
        this.sessions = sessions;
        this.photos = photos;
        this.journal = journal;
    }

    List<ExamSession> sessionsNotOverAt(Instant now) {
        return sessions.notOverAt(now);
    }

    /**
     * Whom a ticket belongs to.
     *
     * @throws SittingRefused if to nobody
     */
    Attempts.Ticket ticket(String number, Instant now) {
        return attempts.findByTicket(number, now)
                .orElseThrow(() -> SittingRefused.of(SittingRefused.Code.SIGN_IN_WRONG));
    }

    /**
     * Turns strangers away before they cost the writer anything.
     *
     * @throws SittingRefused if no device of this attempt has this token
     */
    void requireKnown(UUID attempt, String tokenHash) {
        var device = attempt + tokenHash;
        if (!known.contains(device)) {
            if (!attempts.isKnown(attempt, tokenHash)) {
                throw SittingRefused.of(SittingRefused.Code.ATTEMPT_UNKNOWN);
            }
            known.add(device);
        }
    }

    byte[] sealedPaper(String sha256) {
        return sessions.sealedBytes(sha256).orElseThrow(() -> SittingRefused.of(SittingRefused.Code.PAPER_UNKNOWN));
    }

    /**
     * The key of an attempt's paper.
     *
     * @throws SittingRefused if the attempt is unknown or the key was not released yet
     */
    DataKey releasedKey(UUID id) {
        return sessions.key(found(id).seat().session())
                .orElseThrow(() -> SittingRefused.of(SittingRefused.Code.NOT_RELEASED));
    }

    /**
     * The attempt for the device that owns it.
     *
     * @throws SittingRefused if the token belongs to no device of this attempt, or to one that was taken over from
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    AttemptView viewFor(UUID id, String tokenHash, Instant now) {
        return view(owned(id, tokenHash), now);
    }

    /** As it is now, for a device that has just been seated. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    AttemptView viewOf(UUID id, Instant now) {
        return view(found(id), now);
    }

    private Attempt found(UUID id) {
        return attempts.find(id).orElseThrow(() -> SittingRefused.of(SittingRefused.Code.ATTEMPT_UNKNOWN));
    }

    private AttemptView view(Attempt attempt, Instant now) {
        var seat = attempt.seat();
        var session = sessions.find(seat.session()).orElseThrow();
        var paper = sessions.paper(seat.session(), seat.form());
        // Whoever sits at this machine next has no business with what was handed in.
        var isOver = attempt.state() == AttemptState.HANDED_IN;
        var answers = isOver
                ? Map.<String, String>of()
                : journal.answersOf(attempt.id()).answers();
        return AttemptView.of(attempt, new AttemptView.Around(session, paper, answers, next(attempt, now)), now);
    }

    private AttemptView.@Nullable Next next(Attempt attempt, Instant now) {
        return attempts.following(attempt.id())
                .map(this::found)
                .map(next -> AttemptView.Next.of(
                        next, sessions.find(next.seat().session()).orElseThrow(), now))
                .orElse(null);
    }

    /**
     * The subject that follows for the device that owns what was handed in.
     *
     * @throws SittingRefused if it is not this device's, not handed in yet, or the last one
     */
    Attempt following(UUID id, String tokenHash, Instant now) {
        var finished = owned(id, tokenHash);
        var next = attempts.following(id).orElseThrow(() -> SittingRefused.of(SittingRefused.Code.NO_NEXT));
        finished.requireDone(now);
        return found(next);
    }

    /**
     * @throws SittingRefused if the candidate may not go on to what follows this attempt yet
     */
    void requireDone(UUID id, Instant now) {
        found(id).requireDone(now);
    }

    /**
     * The candidate's photo for the device that owns the attempt.
     *
     * @throws SittingRefused if it is not this device's, or there is none
     */
    PhotoDirectory.Photo photoFor(UUID id, String tokenHash) {
        return photos.of(owned(id, tokenHash).id());
    }

    private Attempt owned(UUID id, String tokenHash) {
        var attempt = found(id);
        if (attempt.epochOf(tokenHash) != attempt.progress().epoch()) {
            throw SittingRefused.of(SittingRefused.Code.TAKEN_OVER);
        }
        return attempt;
    }

    List<Entry> entries(UUID attempt, int epoch, long from, long to) {
        return journal.between(attempt, epoch, from, to);
    }
}
