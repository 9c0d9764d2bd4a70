package org.onex.center.script;

/**
 * How much of a plan's exams has come back, as far as the asker sees it: a body all sites, a college its own.
 *
 * @param bundles    one per site and slot
 * @param complete   of which everything is here
 * @param runs       all that were packed
 * @param scripts    arrived and proven
 * @param absent     who never signed in (缺考)
 * @param notStarted who signed in and never began
 * @param doubts     that nobody has decided
 */
record ReturnPlanView(
        ReturnPlan plan,
        int bundles,
        int complete,
        int runs,
        int scripts,
        int absent,
        int notStarted,
        int doubts,
        int incidents) {

    record ReturnPlan(String code, String name) {}
}
