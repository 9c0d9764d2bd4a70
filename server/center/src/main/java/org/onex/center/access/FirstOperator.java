package org.onex.center.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.clock.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Opens the operator's account when there is no account at all. Its password is drawn at random and lies in a file that only the
 * installation's owner can read; a demonstration has the printed one instead.
 */
@Component
class FirstOperator implements SmartInitializingSingleton {

    static final String LOGIN = "operator";
    static final String DEMO_PASSWORD = "onex-demo-1";
    private static final Logger log = LoggerFactory.getLogger(FirstOperator.class);

    private final Accounts accounts;
    private final KeepAccounts keep;
    private final Mode mode;
    private final Path data;

    FirstOperator(Accounts accounts, KeepAccounts keep, Mode mode, @Value("${onex.data}") Path data) {
        this.accounts = accounts;
        this.keep = keep;
        this.mode = mode;
        this.data = data;
    }

    /** Before the first request can be answered, so that nobody is refused who comes at once. */
    @Override
    public void afterSingletonsInstantiated() {
        if (accounts.count() > 0) {
            return;
        }
        var password = mode.isProduction() ? drawnPassword() : DEMO_PASSWORD;
        var particulars = new KeepAccounts.Particulars(
                LOGIN, "平台运营", OrganizationKind.PLATFORM, "platform", Set.of(Duty.PLATFORM_OPERATOR));
        var self = new Actor(LOGIN, "平台运营", new Organization(OrganizationKind.PLATFORM, "platform", "OneX"));
        keep.keep(particulars, password, self);
    }

    private String drawnPassword() {
        var secret = new byte[12];
        new SecureRandom().nextBytes(secret);
        var password = HexFormat.of().formatHex(secret);
        var file = data.resolve("operator-password");
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password);
        } catch (IOException e) {
            throw new UncheckedIOException("the first operator's password cannot be kept in " + file, e);
        }
        log.info("The first operator's password is in {}; sign in, change it and delete the file", file);
        return password;
    }
}
