package org.onex.node.courier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of a bundle that the centre has for this node, and what became of it here (下发记录).
 *
 * @param sha256           of its letter
 * @param bytes            of its letter
 * @param problem          why it was refused or has to wait; null if nothing at this node is in the way
 * @param installedVersion what can be sat here, perhaps an older version; null if there is nothing
 * @param reported         whether the centre knows of it
 */
record Delivery(
        UUID bundle,
        int version,
        String sha256,
        long bytes,
        Instant entryOpensAt,
        Instant closesAt,
        State state,
        @Nullable String problem,
        @Nullable Integer installedVersion,
        boolean reported) {

    enum State {
        WAITING,
        INSTALLED,
        REFUSED
    }

    /** Sent again, perhaps in another letter because this node has other keys now, but here already. */
    boolean isHere() {
        return installedVersion != null && installedVersion >= version;
    }

    /** Whether candidates may be let in, or are at it. */
    boolean isSatAt(Instant now) {
        return installedVersion != null && !now.isBefore(entryOpensAt) && now.isBefore(closesAt);
    }

    /**
     * @param here which version can be sat here; a newer one than this, if one was installed before we were told of this
     */
    Delivery installed(int here) {
        return became(State.INSTALLED, null, here);
    }

    /**
     * @param why code of what is in the way for now; null if only the line is
     */
    Delivery waiting(@Nullable String why) {
        return became(State.WAITING, why, installedVersion);
    }

    Delivery refused(CourierRefused why) {
        return became(State.REFUSED, why.code(), installedVersion);
    }

    private Delivery became(State next, @Nullable String why, @Nullable Integer here) {
        return new Delivery(bundle, version, sha256, bytes, entryOpensAt, closesAt, next, why, here, false);
    }
}
