package org.onex.center.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.onex.center.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where one's own account is signed in. */
@RestController
@RequestMapping("/api/access/sessions")
class LiveSessionController {

    private final LiveSessions sessions;

    LiveSessionController(LiveSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    List<LiveSessions.LiveSession> list(Actor actor, HttpServletRequest request) {
        return sessions.of(actor, request.getSession().getId());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, Actor actor) {
        sessions.end(actor, id);
    }
}
