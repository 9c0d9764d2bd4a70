package org.onex.center.marking;

/**
 * How far the marking of a plan has come (阅卷进度).
 *
 * @param scripts  that count
 * @param scored   those whose objective items have their points
 * @param works    what is to be marked by people
 * @param marked   those of them that are
 * @param problems scripts that cannot be scored
 */
record PlanMarkingView(MarkingPlan plan, int scripts, int scored, int works, int marked, int problems) {

    record MarkingPlan(String code, String name) {}
}
