package org.onex.node.courier;

import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.Mode;
import org.onex.foundation.vault.DataKey;
import org.onex.node.sitting.InstallSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gets the keys of the papers when the centre gives them out (领取密钥), shortly before the start. */
@Component
class TakeKeys {

    private static final Logger log = LoggerFactory.getLogger(TakeKeys.class);

    /** What the key of a session's papers is sealed for. */
    static final String PURPOSE = "onex-paper-key-v1 ";

    /** How long a centre that said no is left alone, unless it says that it will give the key out sooner. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String NOT_YET = "dispatch.not-released-yet";

    private final CenterLine line;
    private final Contact contact;
    private final AwaitedKeys awaited;
    private final InstallSession sessions;
    private final BusinessClock clock;
    private final AskAgain again;

    TakeKeys(
            CenterLine line,
            Contact contact,
            AwaitedKeys awaited,
            InstallSession sessions,
            BusinessClock clock,
            Mode mode) {
        this.line = line;
        this.contact = contact;
        this.awaited = awaited;
        this.sessions = sessions;
        this.clock = clock;
        this.again = new AskAgain(mode.isProduction() ? PATIENCE : Duration.ZERO, new Random());
    }

    synchronized void take(Enrolment we) {
        for (var session : awaited.dueAt(clock.instant())) {
            if (!again.isTimeFor(session, clock.instant())) {
                continue;
            }
            try {
                take(we, session);
            } catch (CenterAway e) {
                contact.lost(e);
            } catch (RuntimeException e) {
                again.later(session, clock.instant(), null);
                // Asked for again: without its key nobody can begin, so giving up helps nobody; and the others need
                // theirs.
                log.error("What came as the key of session {} does not open its papers", session, e);
            }
        }
    }

    private void take(Enrolment we, UUID session) {
        var answer = line.ask(we, "GET", "/api/dispatch/keys/" + session, null);
        if (answer.status() != 200) {
            again.later(
                    session,
                    clock.instant(),
                    answer.body().path("facts").path("releasesAt").asString(""));
        }
        if (answer.code().equals(NOT_YET)) {
            return;
        }
        var sealed = Base64.getDecoder()
                .decode(answer.expecting(200).body().path("key").asString(""));
        sessions.release(session, DataKey.of(we.keys().opening().open(sealed, PURPOSE + session)));
        awaited.markReleased(session);
        again.forget(session);
        log.info("The key of session {} is here", session);
    }
}
