package org.onex.center.dispatch;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a site is to get for one slot of a plan, and how far it has come.
 *
 * @param id       null before it was first packed; likewise the version and when it was packed
 * @param version  the newest one
 * @param people   in the newest version; before that how many have a seat
 * @param sessions in it: one per level and subject that somebody sits; 0 before it was first packed
 * @param problems what kept the last packing from going through; an older version stays where it is
 * @param warnings what else it found
 * @param keysFrom from when the keys of its papers are given out, the earliest of them
 * @param nodes    the site's exam servers
 */
record BundleView(
        @Nullable UUID id,
        @Nullable Integer version,
        DispatchSite site,
        DispatchSlot slot,
        int people,
        int sessions,
        State state,
        List<PackingFinding> problems,
        List<PackingFinding> warnings,
        @Nullable OffsetDateTime packedAt,
        OffsetDateTime keysFrom,
        List<NodeDelivery> nodes) {

    /** How far it is. */
    enum State {
        /** 未打包. */
        UNPACKED,
        /** 已打包, from the seats and the invigilators that count now. */
        PACKED,
        /** 已过期: seats, invigilators or their PINs have changed since it was packed. */
        STALE,
        /** 无法打包: problems say why. */
        BLOCKED
    }

    record DispatchSite(UUID id, String name, DispatchCollege college) {}

    record DispatchCollege(String code, String name) {}

    record DispatchSlot(int number, OffsetDateTime opens, OffsetDateTime closes) {}

    /**
     * What has become of it at an exam server.
     *
     * @param version the last one it said anything about; null if it never did
     * @param problem the code by which it refused that version
     * @param at      when it said so
     * @param keys    for how many of the sessions it has got the key
     */
    record NodeDelivery(
            UUID id,
            String name,
            @Nullable Integer version,
            NodeState state,
            @Nullable String problem,
            @Nullable OffsetDateTime at,
            int keys) {}

    /** What an exam server has said of the newest version. */
    enum NodeState {
        /** Nothing yet. */
        WAITING,
        INSTALLED,
        REFUSED
    }
}
