package org.onex.center.access;

import java.util.List;
import java.util.Set;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, kept by the platform's operator. */
@RestController
@RequestMapping("/api/access/accounts")
class AccountController {

    private final Accounts accounts;
    private final KeepAccounts keep;

    AccountController(Accounts accounts, KeepAccounts keep) {
        this.accounts = accounts;
        this.keep = keep;
    }

    record OrganizationReference(OrganizationKind kind, String code) {}

    record AccountRequest(String name, OrganizationReference organization, Set<Duty> duties, String password) {}

    /** An account as others see it: without anything of its password. */
    record AccountView(String login, String name, Organization organization, List<Duty> duties) {

        static AccountView of(Account account) {
            return new AccountView(
                    account.login(),
                    account.name(),
                    account.organization(),
                    account.duties().stream().sorted().toList());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('account.read')")
    Page<AccountView> list(@ParameterObject PageRequest page) {
        var rows = accounts.after(page.key(), page.size() + 1).stream()
                .map(AccountView::of)
                .toList();
        return Page.of(rows, page.size(), accounts.count(), AccountView::login);
    }

    @PutMapping("/{login}")
    @PreAuthorize("hasAuthority('account.write')")
    AccountView keep(@PathVariable String login, @RequestBody AccountRequest request, Actor actor) {
        var organization = request.organization();
        var particulars = new KeepAccounts.Particulars(
                login, request.name(), organization.kind(), organization.code(), request.duties());
        return AccountView.of(keep.keep(particulars, request.password(), actor));
    }
}
