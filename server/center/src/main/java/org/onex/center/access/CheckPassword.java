package org.onex.center.access;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Compares a password with an account's, a few at a time and not too often. */
@Component
class CheckPassword {

    private final SignInLimits limits;
    private final PasswordEncoder passwords;
    private final String nobodysHash;
    /** A check costs a processor and 16 MB for a while; a crowd of them must leave room for everybody else. */
    private final Semaphore checks =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    CheckPassword(SignInLimits limits, PasswordEncoder passwords) {
        this.limits = limits;
        this.passwords = passwords;
        this.nobodysHash = passwords.encode("nobody has this password");
    }

    /**
     * Whether the account has this password. An unknown login takes as long as a wrong password, so that nobody learns which logins there
     * are.
     *
     * @throws AccessRefused if it was wrong too often for this login, or the address tried too much
     */
    boolean isRight(String login, Optional<Account> account, String password, String address) {
        limits.beforeTrying(login, address);
        if (!matches(password, account.map(Account::passwordHash).orElse(nobodysHash)) || account.isEmpty()) {
            return false;
        }
        limits.afterRightPassword(login);
        return true;
    }

    private boolean matches(String password, String hash) {
        if (password.length() > Account.MAX_PASSWORD) {
            return false;
        }
        checks.acquireUninterruptibly();
        try {
            return passwords.matches(password, hash);
        } finally {
            checks.release();
        }
    }
}
