package org.onex.center.dispatch;

import java.time.LocalDate;

/**
 * How far the dispatch of a plan has come, as far as the asker sees it: a body all sites, a college its own. What is neither packed, stale
 * nor blocked has not been packed yet.
 *
 * @param bundles   one per site and slot
 * @param packed    from the seats and invigilators that count now
 * @param installed those whose newest version all exam servers of the site have installed, of which there is at least one
 */
record PlanDispatchView(
        DispatchPlan plan,
        LocalDate examDate,
        int sites,
        int bundles,
        int packed,
        int stale,
        int blocked,
        int installed) {

    record DispatchPlan(String code, String name) {}
}
