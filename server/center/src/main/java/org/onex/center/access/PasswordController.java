package org.onex.center.access;

import jakarta.servlet.http.HttpServletRequest;
import org.onex.center.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own password. */
@RestController
@RequestMapping("/api/access/password")
class PasswordController {

    private final ChangePassword change;

    PasswordController(ChangePassword change) {
        this.change = change;
    }

    record PasswordChange(String present, String wanted) {}

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody PasswordChange sent, Actor actor, HttpServletRequest request) {
        var session = request.getSession().getId();
        change.change(actor, new ChangePassword.Wish(sent.present(), sent.wanted(), request.getRemoteAddr(), session));
    }
}
