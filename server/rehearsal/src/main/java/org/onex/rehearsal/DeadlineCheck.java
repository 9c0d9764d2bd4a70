package org.onex.rehearsal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Takes the clock over the chosen plan's deadline (报名截止) and looks what the plan says on either side. */
final class DeadlineCheck {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /** What a plan's phase was, and the business time just before and just after asking. */
    record Look(OffsetDateTime before, String phase, OffsetDateTime after) {

        /** The clock passed the moment while we asked, so either answer is right. */
        boolean isInconclusive(OffsetDateTime closesAt) {
            return before.isBefore(closesAt) && !after.isBefore(closesAt);
        }

        /**
         * @param examStartsAt from then on a closed plan runs
         */
        boolean isRight(OffsetDateTime closesAt, OffsetDateTime examStartsAt) {
            if (isInconclusive(closesAt)) {
                return true;
            }
            if (after.isBefore(closesAt)) {
                return phase.equals("OPEN");
            }
            return after.isBefore(examStartsAt) ? phase.equals("CLOSED") : !phase.equals("OPEN");
        }
    }

    private final Scene scene;

    DeadlineCheck(Scene scene) {
        this.scene = scene;
    }

    /** The last day of registration is over at midnight in Beijing. */
    void checkMoment(JsonNode plan) {
        var deadline = plan.path("deadline");
        var wanted = LocalDate.parse(Json.text(deadline, "date"))
                .plusDays(1)
                .atStartOfDay()
                .atOffset(BEIJING);
        var told = OffsetDateTime.parse(Json.text(deadline, "closesAt"));
        scene.findings()
                .check(
                        Claim.DEADLINE_IS_EXACT,
                        told.isEqual(wanted),
                        () -> Json.text(plan, "code") + " closes at " + told + ", its last day ends at " + wanted);
    }

    /**
     * Lets the deadline pass.
     *
     * @throws Misuse if it has passed already, or the clock cannot be moved
     */
    void pass() {
        var plan = scene.center()
                .operator()
                .get("/api/plan/plans/" + scene.plan().code())
                .orFail();
        var closesAt = OffsetDateTime.parse(Json.text(plan.path("deadline"), "closesAt"));
        var examStartsAt = examStartsAt(plan);
        requireAhead(closesAt);
        look(closesAt, examStartsAt);
        scene.center().advanceTo(closesAt.minusSeconds(1));
        if (look(closesAt, examStartsAt).isInconclusive(closesAt)) {
            throw new Unexpected(
                    "this machine took more than a second to ask for a plan, so its deadline was not seen");
        }
        scene.center().advanceTo(closesAt);
        look(closesAt, examStartsAt);
        checkLists(closesAt);
    }

    private void requireAhead(OffsetDateTime closesAt) {
        var clock = scene.center().clock();
        if (!clock.movable()) {
            throw new Misuse(
                    "the clock of " + scene.center().address() + " cannot be moved: it runs in mode " + clock.mode());
        }
        if (!clock.now().isBefore(closesAt.minusSeconds(1))) {
            throw new Misuse("registration of " + scene.plan().code() + " closes at " + closesAt + " and it is "
                    + clock.now() + " there; choose a later plan, or leave --center out for a fresh product");
        }
    }

    /** As the college sees it, which wants to register. */
    private Look look(OffsetDateTime closesAt, OffsetDateTime examStartsAt) {
        var college = scene.center().as(scene.data().collegeOfficer());
        var before = scene.center().clock().now();
        var phase =
                Json.text(college.get("/api/plan/plans/" + scene.plan().code()).orFail(), "phase");
        var look = new Look(before, phase, scene.center().clock().now());
        scene.findings()
                .check(
                        Claim.DEADLINE_IS_EXACT,
                        look.isRight(closesAt, examStartsAt),
                        () -> scene.plan().code() + ", which closes at " + closesAt + ", was " + phase + " at "
                                + before);
        return look;
    }

    /** The filter of the list must agree with the page of the plan. */
    private void checkLists(OffsetDateTime closesAt) {
        var open = scene.all(scene.data().collegeOfficer(), "/api/plan/plans?phase=OPEN").stream()
                .anyMatch(plan -> Json.text(plan, "code").equals(scene.plan().code()));
        scene.findings()
                .check(
                        Claim.DEADLINE_IS_EXACT,
                        !open,
                        () -> scene.plan().code() + " is in the list of open plans after " + closesAt);
    }

    private static OffsetDateTime examStartsAt(JsonNode plan) {
        return Json.each(plan.path("offerings"))
                .flatMap(offering -> Json.each(offering.path("sessions")))
                .flatMap(session -> Json.each(session.path("windows")))
                .map(window -> OffsetDateTime.parse(Json.text(window, "opens")))
                .min(OffsetDateTime::compareTo)
                .orElseThrow(() -> new Unexpected(Json.text(plan, "code") + " has no exam window"));
    }
}
