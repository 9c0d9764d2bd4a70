package org.onex.node.sitting;

import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.onex.contract.bundle.SessionBundle;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.Digests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a session ready to be sat on this node: its roster and its sealed papers, later the key that opens them. */
@Component
public class InstallSession {

    /** What papers are sealed for; a file that was sealed for anything else does not open as one. */
    public static final String PAPER = "onex-paper-v1";

    private final ExamSessions sessions;

    InstallSession(ExamSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Installs a session completely or not at all. One that is installed already stays as it is.
     *
     * @param files sealed papers by the SHA-256 of their bytes
     * @throws IllegalArgumentException if the bundle is of another format or does not hold together; nothing is installed
     */
    @Transactional
    public void install(SessionBundle bundle, Map<String, byte[]> files) {
        requireWhole(bundle, files);
        if (sessions.add(bundle)) {
            sessions.addPapersAndSeats(bundle, files);
        }
    }

    private static void requireWhole(SessionBundle bundle, Map<String, byte[]> files) {
        if (bundle.format() != SessionBundle.FORMAT) {
            throw new IllegalArgumentException("bundle of format " + bundle.format() + "; this node reads 1");
        }
        var forms = new HashSet<String>();
        for (var paper : bundle.papers()) {
            var bytes = files.get(paper.sha256());
            if (bytes == null || !Digests.sha256(bytes).equals(paper.sha256())) {
                throw new IllegalArgumentException("paper " + paper.form() + " is missing or damaged");
            }
            forms.add(paper.form());
        }
        for (var seating : bundle.seatings()) {
            if (!forms.contains(seating.form())) {
                throw new IllegalArgumentException("seat " + seating.seat() + " has a form that is not in the bundle");
            }
        }
    }

    /**
     * Releases the papers' key: from now on whoever may start gets it.
     *
     * @throws SittingRefused           if there is no such session
     * @throws IllegalArgumentException if the key does not open every paper of the session; none is stored then
     */
    @Transactional
    public void release(UUID session, DataKey key) {
        if (sessions.find(session).isEmpty()) {
            throw SittingRefused.of(SittingRefused.Code.SESSION_UNKNOWN);
        }
        sessions.sealedPapers(session).forEach(file -> key.open(file, PAPER));
        sessions.store(session, key);
    }
}
