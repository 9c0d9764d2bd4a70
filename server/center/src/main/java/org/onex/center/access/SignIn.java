package org.onex.center.access;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.onex.center.audit.AuditTrail;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks a login and its password. */
@Service
class SignIn {

    private final Accounts accounts;
    private final SignInLimits limits;
    private final PasswordEncoder passwords;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final String nobodysHash;
    /** A check costs a processor and 16 MB for a while; a crowd of them must leave room for everybody else. */
    private final Semaphore checks =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    SignIn(
            Accounts accounts,
            SignInLimits limits,
            PasswordEncoder passwords,
            AuditTrail trail,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.limits = limits;
        this.passwords = passwords;
        this.trail = trail;
        this.transactions = transactions;
        this.nobodysHash = passwords.encode("nobody has this password");
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
        limits.beforeTrying(normalised, address);
        var account = accounts.find(normalised);
        // An unknown login takes as long as a wrong password, so that nobody learns which logins there are.
        var hash = account.map(Account::passwordHash).orElse(nobodysHash);
        if (!matches(password, hash) || account.isEmpty()) {
            throw AccessRefused.of(AccessRefused.Code.SIGN_IN_REFUSED);
        }
        limits.afterRightPassword(normalised);
        transactions.executeWithoutResult(
                status -> trail.record(account.get().actor(), "access.sign-in", normalised, Map.of()));
        return account.get();
    }

    private boolean matches(String password, String hash) {
        checks.acquireUninterruptibly();
        try {
            return passwords.matches(password, hash);
        } finally {
            checks.release();
        }
    }
}
