package org.onex.center.script;

import java.time.Instant;
import java.util.UUID;
import org.onex.contract.kernel.Window;

/**
 * What a site is to send back of one slot of a plan (考点回收), from the packing of its bundle on.
 *
 * @param plan    its code
 * @param hours   of the slot
 * @param version the newest that was packed; likewise the runs in it
 * @param withoutOutcome of these runs there is neither a script nor the word that there is none
 */
record SiteReturn(
        UUID site,
        UUID bundle,
        String plan,
        int slot,
        Whose whose,
        Window hours,
        int version,
        int runs,
        int withoutOutcome,
        Counts counts) {

    /**
     * What the site is called and whose it and the plan are.
     *
     * @param college      code of the college whose site it is
     * @param awardingBody code of the body whose plan it is
     */
    record Whose(String site, String college, String awardingBody) {}

    /**
     * What has arrived and been proven.
     *
     * @param scripts of runs of the newest version
     */
    record Counts(int scripts, int absent, int notStarted, int incidents) {}

    /** The word of the awarding body that nobody waits for the rest of an exam server any more (放弃等待). */
    record Waiver(String reason, String by, Instant at) {}
}
