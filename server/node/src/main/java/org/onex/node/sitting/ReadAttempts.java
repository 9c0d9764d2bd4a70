package org.onex.node.sitting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.onex.foundation.vault.DataKey;
import org.springframework.stereotype.Component;

/** What a candidate's device may see: its own attempt as it is on disk, the sessions, the sealed papers. */
@Component
class ReadAttempts {

    private final Attempts attempts;
    private final ExamSessions sessions;
    private final Journal journal;

    ReadAttempts(Attempts attempts, ExamSessions sessions, Journal journal) {
        this.attempts = attempts;
        this.sessions = sessions;
        this.journal = journal;
    }

    List<ExamSession> sessionsNotOverAt(Instant now) {
        return sessions.notOverAt(now);
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
    AttemptView viewFor(UUID id, String tokenHash, Instant now) {
        var attempt = found(id);
        if (attempt.epochOf(tokenHash) != attempt.progress().epoch()) {
            throw SittingRefused.of(SittingRefused.Code.TAKEN_OVER);
        }
        return view(attempt, now);
    }

    private Attempt found(UUID id) {
        return attempts.find(id).orElseThrow(() -> SittingRefused.of(SittingRefused.Code.ATTEMPT_UNKNOWN));
    }

    AttemptView view(Attempt attempt, Instant now) {
        var seat = attempt.seat();
        var session = sessions.find(seat.session()).orElseThrow();
        var paper = sessions.paper(seat.session(), seat.form());
        return AttemptView.of(
                attempt, session, paper, journal.answersOf(attempt.id()).answers(), now);
    }

    List<Entry> entries(UUID attempt, int epoch, long from, long to) {
        return journal.between(attempt, epoch, from, to);
    }
}
