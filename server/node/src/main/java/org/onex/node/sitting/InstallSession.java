package org.onex.node.sitting;

import java.util.UUID;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.vault.DataKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes what a site got ready to be sat on this node: rosters, photos and sealed papers, later the keys that open the papers. */
@Component
public class InstallSession {

    /** What papers are sealed for; a file that was sealed for anything else does not open as one. */
    public static final String PAPER = "onex-paper-v1";

    /** What photos are sealed for. */
    public static final String PHOTO = "onex-photo-v1";

    private final Bundles bundles;
    private final ExamSessions sessions;
    private final BusinessClock clock;

    InstallSession(Bundles bundles, ExamSessions sessions, BusinessClock clock) {
        this.bundles = bundles;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Installs a bundle completely or not at all. It takes the place of an older version of itself until entry opens; one that is installed
     * in this version or a newer one stays as it is.
     *
     * @param files sealed papers and photos; never two of them are held at once
     * @return which version is installed now
     * @throws IllegalArgumentException if the bundle is of another format or does not hold together; nothing is installed
     * @throws SittingRefused           {@code sitting.entry-open} if an older version is installed whose entry is open
     */
    @Transactional
    public int install(SiteBundle bundle, BundleFiles files) {
        new BundleCheck(bundle, files).requireWhole();
        var now = clock.instant();
        var installed = bundles.lock(bundle.id());
        if (installed.isPresent()) {
            if (installed.get().version() >= bundle.version()) {
                return installed.get().version();
            }
            bundles.keepPhotos(bundle, files);
            requireNobodyEntered(installed.get());
            bundles.clear(bundle);
        }
        requireNoOthers(bundle);
        bundles.store(bundle, now);
        bundles.add(bundle, files);
        return bundle.version();
    }

    /** The clock is read when nobody else can enter any more. */
    private void requireNobodyEntered(Bundles.Installed installed) {
        var anybody = bundles.hasAnybodyEntered(installed.id());
        if (anybody || !clock.instant().isBefore(installed.entryOpensAt())) {
            throw SittingRefused.of(SittingRefused.Code.ENTRY_OPEN);
        }
    }

    private void requireNoOthers(SiteBundle bundle) {
        for (var session : bundle.sessions()) {
            if (sessions.find(session.id()).isPresent()) {
                throw new IllegalArgumentException("session " + session.id() + " belongs to another bundle");
            }
        }
    }

    /**
     * Releases the papers' key: from now on whoever may start gets it.
     *
     * @throws SittingRefused           if there is no such session, or its bundle is forgotten
     * @throws IllegalArgumentException if the key does not open every paper of the session; none is stored then
     */
    @Transactional
    public void release(UUID session, DataKey key) {
        if (sessions.find(session).isEmpty()) {
            throw SittingRefused.of(SittingRefused.Code.SESSION_UNKNOWN);
        }
        for (var sha256 : sessions.papers(session)) {
            var sealed = sessions.sealedBytes(sha256)
                    .orElseThrow(() -> SittingRefused.of(SittingRefused.Code.SESSION_UNKNOWN));
            key.open(sealed, PAPER);
        }
        sessions.store(session, key);
    }
}
