package org.onex.center.access;

import java.util.Locale;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Checks a login and its password. */
@Service
class SignIn {

    private final Accounts accounts;
    private final SignInLimits limits;
    private final PasswordEncoder passwords;
    private final String nobodysHash;

    SignIn(Accounts accounts, SignInLimits limits, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.limits = limits;
        this.passwords = passwords;
        this.nobodysHash = passwords.encode("nobody has this password");
    }

    /**
     * @throws AccessRefused if login or password is wrong, or was wrong too often
     */
    Account with(String login, String password, String address) {
        var normalised = login.strip().toLowerCase(Locale.ROOT);
        limits.beforeTrying(normalised, address);
        var account = accounts.find(normalised);
        // An unknown login takes as long as a wrong password, so that nobody learns which logins there are.
        var hash = account.map(Account::passwordHash).orElse(nobodysHash);
        if (!passwords.matches(password, hash) || account.isEmpty()) {
            throw AccessRefused.of(AccessRefused.Code.SIGN_IN_REFUSED);
        }
        limits.afterRightPassword(normalised);
        return account.get();
    }
}
