package org.onex.center.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;

/** A person's way in (账号): a login that acts for one organisation with certain duties. */
record Account(String login, String name, String passwordHash, Organization organization, Set<Duty> duties) {

    static final int MIN_PASSWORD = 10;
    static final int MAX_LOGIN = 40;
    static final int MAX_PASSWORD = 200;

    Account {
        AccessRefused.require(login.matches("[a-z][a-z0-9.-]{2,39}"), "login");
        AccessRefused.require(!name.isBlank() && name.length() <= 50, "name");
        AccessRefused.require(!duties.isEmpty(), "duties");
        for (var duty : duties) {
            AccessRefused.require(duty.at() == organization.kind(), "duties");
        }
        duties = Set.copyOf(EnumSet.copyOf(duties));
    }

    static void requireUsablePassword(String password) {
        AccessRefused.require(password.length() >= MIN_PASSWORD && password.length() <= MAX_PASSWORD, "password");
    }

    Account withPassword(String hash) {
        return new Account(login, name, hash, organization, duties);
    }

    Actor actor() {
        return new Actor(login, name, organization);
    }

    /** Everything that its duties allow, sorted. */
    Set<String> permissions() {
        var permissions = new TreeSet<String>();
        duties.forEach(duty -> permissions.addAll(duty.permissions()));
        return permissions;
    }
}
