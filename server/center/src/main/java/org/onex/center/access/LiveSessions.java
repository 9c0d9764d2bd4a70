package org.onex.center.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.Mode;
import org.onex.foundation.vault.Digests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an account is signed in (登录会话). In production whoever signs in is signed out everywhere else; demonstrations share their accounts
 * and let everybody in.
 */
@Service
class LiveSessions {

    private static final String ADDRESS = "onex.address";
    private static final String BROWSER = "onex.browser";
    private static final int LONGEST_BROWSER = 300;
    private static final int MOST_SHOWN = 50;
    private static final int NAME_LENGTH = 32;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final boolean onlyOne;

    LiveSessions(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            Accounts accounts,
            AuditTrail trail,
            Mode mode,
            @Value("${onex.access.one-session:}") @Nullable Boolean onlyOne) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.trail = trail;
        this.onlyOne = onlyOne == null ? mode.isProduction() : onlyOne;
    }

    /**
     * A place where somebody is signed in. Times are the machine's, as sessions end by them.
     *
     * @param id      names the session without being what opens it
     * @param browser as it calls itself
     * @param current whether it is the one that asks
     */
    record LiveSession(
            String id,
            OffsetDateTime since,
            OffsetDateTime lastUsed,
            String address,
            String browser,
            boolean current) {}

    /** Remembers from where a session was opened, and ends the others of the account if only one may live. */
    void opened(HttpSession session, String login, HttpServletRequest request) {
        session.setAttribute(ADDRESS, request.getRemoteAddr());
        var browser = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        session.setAttribute(BROWSER, browser.substring(0, Math.min(browser.length(), LONGEST_BROWSER)));
        if (onlyOne) {
            accounts.endOtherSessions(login, session.getId());
        }
    }

    /** The newest first, at most fifty. */
    List<LiveSession> of(Actor actor, String asking) {
        return found(actor).values().stream()
                .filter(session -> !session.isExpired())
                .sorted(Comparator.comparing(Session::getLastAccessedTime).reversed())
                .limit(MOST_SHOWN)
                .map(session -> view(session, asking))
                .toList();
    }

    /** Ends one of the account's sessions; one that has ended already stays so. */
    @Transactional
    void end(Actor actor, String id) {
        found(actor).keySet().stream()
                .filter(key -> nameOf(key).equals(id))
                .findFirst()
                .ifPresent(key -> {
                    sessions.deleteById(key);
                    trail.record(actor, "access.end-session", actor.login(), Map.of("session", id));
                });
    }

    private Map<String, ? extends Session> found(Actor actor) {
        return sessions.findByPrincipalName(actor.login());
    }

    private static LiveSession view(Session session, String asking) {
        return new LiveSession(
                nameOf(session.getId()),
                Window.inBeijing(session.getCreationTime()),
                Window.inBeijing(session.getLastAccessedTime()),
                session.getAttributeOrDefault(ADDRESS, ""),
                session.getAttributeOrDefault(BROWSER, ""),
                session.getId().equals(asking));
    }

    /** Whoever knows a session's key is in; its hash tells it apart as well. */
    private static String nameOf(String key) {
        return Digests.sha256(key.getBytes(StandardCharsets.UTF_8)).substring(0, NAME_LENGTH);
    }
}
