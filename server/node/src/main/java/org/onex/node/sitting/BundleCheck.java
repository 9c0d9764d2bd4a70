package org.onex.node.sitting;

import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.Digests;

/** Whether a bundle and its files hold together, so that nobody finds out on the day that they do not. */
final class BundleCheck {

    private static final Set<String> PHOTO_TYPES = Set.of("image/jpeg", "image/png");

    private final SiteBundle bundle;
    private final BundleFiles files;
    /** The forms of each session, which come in the order in which they are sat. */
    private final Map<UUID, Set<String>> forms = new HashMap<>();

    BundleCheck(SiteBundle bundle, BundleFiles files) {
        this.bundle = bundle;
        this.files = files;
    }

    /**
     * @throws IllegalArgumentException that says what is wrong
     */
    void requireWhole() {
        require(
                bundle.format() == SiteBundle.FORMAT,
                "bundle of format " + bundle.format() + "; this node reads " + SiteBundle.FORMAT);
        require(!bundle.sessions().isEmpty(), "bundle without a session");
        require(Base64.getDecoder().decode(bundle.idHashKey()).length > 0, "the hash key is empty");
        requireSessions();
        requireSeatings();
        requirePhotos();
    }

    private void requireSessions() {
        var followed = new HashSet<UUID>();
        for (var session : bundle.sessions()) {
            var after = session.after();
            // Only what stands before it can come before it; two that follow the same one would both be the next.
            require(
                    after == null || (forms.containsKey(after) && followed.add(after)),
                    "session " + session.id() + " follows " + after + ", which does not lead to it");
            require(!session.papers().isEmpty(), "session " + session.id() + " has no paper");
            var own = new HashSet<String>();
            for (var paper : session.papers()) {
                requireFile(paper.sha256(), paper.bytes(), "paper " + paper.form() + " of session " + session.id());
                require(own.add(paper.form()), "form " + paper.form() + " is there twice");
            }
            require(forms.put(session.id(), own) == null, "session " + session.id() + " is there twice");
        }
    }

    private void requireSeatings() {
        var taken = new HashSet<String>();
        var attempts = new HashSet<UUID>();
        for (var seating : bundle.seatings()) {
            var name = "seat " + seating.seat() + " in " + seating.room();
            require(taken.add("t" + seating.ticket()), "ticket of " + name + " is there twice");
            require(taken.add("s" + seating.seat() + seating.room()), name + " is there twice");
            require(!seating.runs().isEmpty(), name + " sits nothing");
            requireRuns(seating.runs(), name);
            seating.runs()
                    .forEach(run -> require(attempts.add(run.attempt()), name + " has a run that is there twice"));
        }
    }

    private void requireRuns(List<SiteBundle.Run> runs, String name) {
        var sessions = new HashSet<UUID>();
        for (var run : runs) {
            require(
                    forms.getOrDefault(run.session(), Set.of()).contains(run.form()),
                    name + " has form " + run.form() + ", which is not in the bundle");
            require(sessions.add(run.session()), name + " sits a session twice");
        }
    }

    private void requirePhotos() {
        var seen = new HashSet<String>();
        for (var seating : bundle.seatings()) {
            var photo = seating.photo();
            if (photo != null && seen.add(photo.sha256())) {
                require(PHOTO_TYPES.contains(photo.type()), "photo of type " + photo.type());
                var sealed = requireFile(photo.sha256(), photo.bytes(), "photo of seat " + seating.seat());
                DataKey.of(Base64.getDecoder().decode(bundle.photoKey())).open(sealed, InstallSession.PHOTO);
            }
        }
    }

    private byte[] requireFile(String sha256, long length, String name) {
        byte[] bytes;
        try {
            bytes = files.read(sha256);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is missing or damaged", e);
        }
        require(bytes.length == length && Digests.sha256(bytes).equals(sha256), name + " is missing or damaged");
        return bytes;
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
