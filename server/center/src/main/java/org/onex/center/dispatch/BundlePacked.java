package org.onex.center.dispatch;

import java.util.Set;
import java.util.UUID;
import org.onex.contract.kernel.Window;

/**
 * A bundle has a new version (已打包): this is what its site will send back. Heard in the transaction that packs it.
 *
 * @param names of the site, and whose site and plan they are
 * @param plan  its code
 * @param hours of the slot
 * @param runs  the attempts in it
 */
public record BundlePacked(
        UUID site, Names names, String plan, int slot, Window hours, UUID bundle, int version, Set<UUID> runs) {

    public BundlePacked {
        runs = Set.copyOf(runs);
    }

    /**
     * What the site is called and whose it is.
     *
     * @param college      code of the college whose site it is
     * @param awardingBody code of the body whose plan it is
     */
    public record Names(String site, String college, String awardingBody) {}
}
