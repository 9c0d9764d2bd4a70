package org.onex.center.access;

import java.util.Map;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives one's own account another password (修改密码). */
@Service
class ChangePassword {

    private final Accounts accounts;
    private final CheckPassword check;
    private final PasswordEncoder passwords;
    private final AuditTrail trail;

    ChangePassword(Accounts accounts, CheckPassword check, PasswordEncoder passwords, AuditTrail trail) {
        this.accounts = accounts;
        this.check = check;
        this.passwords = passwords;
        this.trail = trail;
    }

    /** What somebody typed, and at which machine. */
    record Wish(String present, String wanted, String address, String session) {}

    /**
     * Changes it and ends all other sessions of the account: whoever knew the old password is out.
     *
     * @throws AccessRefused if the present password is wrong, was wrong too often, or the new one is not usable or the same
     */
    @Transactional
    void change(Actor actor, Wish wish) {
        Account.requireUsablePassword(wish.wanted());
        var account = accounts.find(actor.login());
        if (!check.isRight(actor.login(), account, wish.present(), wish.address())) {
            throw AccessRefused.of(AccessRefused.Code.PASSWORD_WRONG);
        }
        if (wish.present().equals(wish.wanted())) {
            throw AccessRefused.of(AccessRefused.Code.PASSWORD_SAME);
        }
        accounts.store(account.orElseThrow().withPassword(passwords.encode(wish.wanted())));
        accounts.endOtherSessions(actor.login(), wish.session());
        trail.record(actor, "access.change-password", actor.login(), Map.of("address", wish.address()));
    }
}
