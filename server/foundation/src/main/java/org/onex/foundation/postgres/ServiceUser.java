package org.onex.foundation.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;

/**
 * Who PostgreSQL runs as. It refuses to run as root, so when the product itself runs as root its database belongs to the system user
 * {@code onex}, which is made when it is missing; otherwise there is nobody else to be.
 */
final class ServiceUser {

    private static final String NAME = "onex";

    /** In a folder that only root writes to. */
    private static final String LOCK = "/run/onex-user.lock";

    private final boolean drops;

    private ServiceUser(boolean drops) {
        this.drops = drops;
    }

    static ServiceUser ofThisProcess() throws IOException {
        var root = new UnixSystem().getUid() == 0;
        if (root) {
            make(NAME);
        }
        return new ServiceUser(root);
    }

    /**
     * Makes a system user unless there is one. One process of the machine after the other: two that find nobody make the user twice, the
     * second time with another number, and what already belonged to the first is nobody's any more.
     */
    static void make(String name) throws IOException {
        var unlessThereIsOne = "id -u \"$1\" >/dev/null 2>&1"
                + " || useradd --system --no-create-home --shell /usr/sbin/nologin \"$1\"";
        Commands.run(List.of("flock", LOCK, "sh", "-c", unlessThereIsOne, "sh", name));
    }

    /** The words that stand before a command so that it runs as this user and is told when we die. */
    List<String> prefix() {
        return drops
                ? List.of("setpriv", "--pdeathsig", "INT", "--reuid", NAME, "--regid", NAME, "--clear-groups", "--")
                : List.of("setpriv", "--pdeathsig", "INT", "--");
    }

    /** Gives a folder or file to this user. */
    void own(Path path) throws IOException {
        if (drops) {
            var lookup = path.getFileSystem().getUserPrincipalLookupService();
            var view = Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            view.setOwner(lookup.lookupPrincipalByName(NAME));
            view.setGroup(lookup.lookupPrincipalByGroupName(NAME));
        }
    }
}
