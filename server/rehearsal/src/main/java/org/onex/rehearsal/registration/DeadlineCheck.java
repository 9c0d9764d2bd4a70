package org.onex.rehearsal.registration;

import java.time.Duration;
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
public final class DeadlineCheck {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    /** Time enough for asking before the deadline comes by itself. */
    private static final Duration LAST_MINUTE = Duration.ofMinutes(1);

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

    public DeadlineCheck(Scene scene) {
        this.scene = scene;
    }

    /** The last day of registration is over at midnight in Beijing. */
    public void checkMoment(JsonNode plan) {
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
     * The chosen plan has to be open still, so that people can be registered for it.
     *
     * @throws Misuse if its deadline has passed already, or the clock cannot be moved
     */
    public void requireAhead() {
        var clock = scene.center().clock();
        if (!clock.movable()) {
            throw new Misuse(
                    "the clock of " + scene.center().address() + " cannot be moved: it runs in mode " + clock.mode());
        }
        var closesAt = closesAt();
        if (!clock.now().isBefore(closesAt.minus(LAST_MINUTE))) {
            throw new Misuse("registration of " + scene.plan().code() + " closes at " + closesAt + " and it is "
                    + clock.now() + " there; choose a later plan, or leave --center out for a fresh product");
        }
    }

    /** Moves the clock to shortly before the deadline, where the plan is open. */
    void approach() {
        scene.center().advanceTo(closesAt().minus(LAST_MINUTE));
        if (look().isInconclusive(closesAt())) {
            throw new Unexpected(
                    "this machine took more than a minute to ask for a plan, so its deadline was not seen");
        }
    }

    /**
     * Lets the deadline pass: the plan is open a second before, and closed when the clock has been moved.
     *
     * @param whenOver is told when the clock has answered
     */
    void pass(Runnable whenOver) {
        scene.center().advanceTo(closesAt().minusSeconds(1));
        look();
        scene.center().advanceTo(closesAt());
        whenOver.run();
        look();
        checkLists(closesAt());
    }

    /** The first moment at which nobody may be registered any more. */
    OffsetDateTime closesAt() {
        return OffsetDateTime.parse(Json.text(plan().path("deadline"), "closesAt"));
    }

    private JsonNode plan() {
        return scene.center()
                .operator()
                .get("/api/plan/plans/" + scene.plan().code())
                .orFail();
    }

    /** As the college sees it, which wants to register. */
    private Look look() {
        var plan = plan();
        var closesAt = OffsetDateTime.parse(Json.text(plan.path("deadline"), "closesAt"));
        var examStartsAt = examStartsAt(plan);
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
