package org.onex.center.access;

import java.util.Locale;
import java.util.Map;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people in and out, and writes down who came, who left and whose password somebody did not know. */
@Service
class SignIn {

    private final Accounts accounts;
    private final CheckPassword passwords;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    SignIn(Accounts accounts, CheckPassword passwords, AuditTrail trail, TransactionTemplate transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.trail = trail;
        this.transactions = transactions;
    }

    /**
     * @throws AccessRefused if login or password is wrong, or was wrong too often
     */
    Account with(String login, String password, String address) {
        if (login.length() > Account.MAX_LOGIN || password.length() > Account.MAX_PASSWORD) {
            // Nobody has such an account, and what is this long is not worth remembering.
            throw AccessRefused.of(AccessRefused.Code.SIGN_IN_REFUSED);
        }
        var normalised = login.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        var account = accounts.find(normalised);
        if (!passwords.isRight(normalised, account, password, address)) {
            // Unknown logins are not written down: anybody could fill the trail with them.
            account.ifPresent(known -> record(known.actor(), "access.sign-in-refused", address));
            throw AccessRefused.of(AccessRefused.Code.SIGN_IN_REFUSED);
        }
        var known = account.orElseThrow();
        record(known.actor(), "access.sign-in", address);
        return known;
    }

    void out(Actor actor, String address) {
        record(actor, "access.sign-out", address);
    }

    private void record(Actor actor, String act, String address) {
        transactions.executeWithoutResult(
                status -> trail.record(actor, act, actor.login(), Map.of("address", address)));
    }
}
