package org.onex.center.access;

import java.util.Map;
import java.util.Set;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts and changes them. */
@Service
@Transactional
class KeepAccounts {

    private final Accounts accounts;
    private final OrganizationDirectory organizations;
    private final PasswordEncoder passwords;
    private final AuditTrail trail;

    KeepAccounts(Accounts accounts, OrganizationDirectory organizations, PasswordEncoder passwords, AuditTrail trail) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.passwords = passwords;
        this.trail = trail;
    }

    /** The particulars of an account as its keeper gives them. */
    record Particulars(String login, String name, OrganizationKind kind, String code, Set<Duty> duties) {}

    Account keep(Particulars wanted, String password, Actor actor) {
        Account.requireUsablePassword(password);
        var organization = organizations
                .find(wanted.kind(), wanted.code())
                .orElseThrow(() -> AccessRefused.organizationUnknown(wanted.kind() + ":" + wanted.code()));
        var account =
                new Account(wanted.login(), wanted.name(), passwords.encode(password), organization, wanted.duties());
        accounts.store(account);
        // What somebody was allowed when they signed in may not be what they are allowed now.
        accounts.endSessions(account.login());
        trail.record(
                actor,
                "access.keep-account",
                account.login(),
                Map.of(
                        "organization",
                        organization.kind() + ":" + organization.code(),
                        "duties",
                        account.duties().stream().map(Duty::name).sorted().toList()));
        return account;
    }
}
