package org.onex.center.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/access/session")
class SessionController {

    private final SignIn signIn;
    private final SecurityContextRepository contexts;
    private final LiveSessions sessions;

    SessionController(SignIn signIn, SecurityContextRepository contexts, LiveSessions sessions) {
        this.signIn = signIn;
        this.contexts = contexts;
        this.sessions = sessions;
    }

    record Credentials(String login, String password) {}

    /** Who is signed in and what they may do. */
    record Session(String login, String name, Organization organization, List<String> permissions) {

        static Session of(Actor actor, Collection<? extends GrantedAuthority> authorities) {
            return new Session(
                    actor.login(),
                    actor.name(),
                    actor.organization(),
                    authorities.stream()
                            .map(GrantedAuthority::getAuthority)
                            .filter(authority -> authority != null && authority.contains("."))
                            .sorted()
                            .toList());
        }
    }

    @GetMapping
    Session current(Actor actor, Authentication authentication) {
        return Session.of(actor, authentication.getAuthorities());
    }

    @PostMapping
    Session signIn(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        var account = signIn.with(credentials.login(), credentials.password(), request.getRemoteAddr());
        if (request.getSession(false) != null) {
            // A session somebody had before signing in may be known to others.
            request.changeSessionId();
        }
        var authentication = authentication(account);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        contexts.saveContext(context, request, response);
        sessions.opened(request.getSession(), account.login(), request);
        return Session.of(account.actor(), authentication.getAuthorities());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, @Nullable Authentication authentication) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            signIn.out(signedIn.actor(), request.getRemoteAddr());
        }
        SecurityContextHolder.clearContext();
    }

    private static Authentication authentication(Account account) {
        var authorities =
                account.permissions().stream().map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(account.actor()), null, authorities);
    }
}
