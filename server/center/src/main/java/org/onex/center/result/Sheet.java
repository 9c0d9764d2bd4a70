package org.onex.center.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanOutline;
import org.onex.contract.kernel.Window;

/**
 * The results of a plan as a whole (成绩汇总表): drawn up, approved by two, public, final. Whoever changes anything of a plan's results holds
 * it.
 *
 * @param plan         its code; likewise the awarding body
 * @param version      how often it was drawn up
 * @param job          that draws it up, or did last
 * @param drawn        null while it is not drawn up to its end
 * @param stale        whether something it was drawn from has changed since
 * @param approvals    at most two, of different people
 * @param publicity    null until two have approved it
 * @param finishedAt   when everything became final
 */
record Sheet(
        String plan,
        String awardingBody,
        int version,
        @Nullable UUID job,
        @Nullable Drawn drawn,
        boolean stale,
        List<Approval> approvals,
        @Nullable Window publicity,
        @Nullable Instant finishedAt) {

    Sheet {
        approvals = List.copyOf(approvals);
    }

    /** The days of publicity (成绩公示) that a notice prints, and when they really are. */
    record Publicity(PlanOutline.Days printed) {

        /**
         * As printed if the results were approved before they begin. Otherwise it moves and keeps its length: from the approval on, and then
         * as many whole days as are printed.
         */
        Window window(Instant approvedAt) {
            var opens = Window.startOf(printed.from());
            return approvedAt.isAfter(opens)
                    ? new Window(approvedAt, Window.endOf(dayOf(approvedAt).plusDays(printed.count())))
                    : new Window(opens, Window.endOf(printed.to()));
        }

        /** Whether the printed days have begun. */
        boolean isDue(Instant now) {
            return !now.isBefore(Window.startOf(printed.from()));
        }

        private static LocalDate dayOf(Instant moment) {
            return LocalDate.ofInstant(moment, Window.BEIJING);
        }
    }

    /** What was drawn up, by the digest of all entries. */
    record Drawn(Instant at, String digest, Counts counts) {}

    /**
     * What is in it.
     *
     * @param people   registered
     * @param absent   entries, as voided and lost
     * @param problems subjects that are neither a score nor anything else yet
     */
    record Counts(int people, int passed, int failed, int absent, int voided, int lost, int problems) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }

    /** That somebody has approved it (成绩审定). */
    record Approval(String login, String name, Instant at) {}

    /** What somebody had before them when they approved. */
    record Look(int version, String digest) {}

    /** The results of a plan before anybody has drawn them up. */
    static Sheet empty(String plan, String awardingBody) {
        return new Sheet(plan, awardingBody, 0, null, null, false, List.of(), null, null);
    }

    boolean isApproved() {
        return approvals.size() == 2;
    }

    /** Whether results are or have been public. */
    boolean isPublicAt(Instant now) {
        return publicity != null && !now.isBefore(publicity.opens());
    }

    /** Whether colleges may ask for reviews. */
    boolean isOpenAt(Instant now) {
        return publicity != null && publicity.isOpenAt(now);
    }

    /** Whether the publicity is over and what waits for no review is to be final. */
    boolean isOverAt(Instant now) {
        return publicity != null && !now.isBefore(publicity.closes());
    }

    SheetView.State stateAt(Instant now) {
        if (finishedAt != null) {
            return SheetView.State.FINISHED;
        }
        if (isPublicAt(now)) {
            return SheetView.State.PUBLICITY;
        }
        if (drawn == null) {
            return SheetView.State.NONE;
        }
        return switch (approvals.size()) {
            case 0 -> SheetView.State.DRAWN;
            case 1 -> SheetView.State.HALF_APPROVED;
            default -> SheetView.State.APPROVED;
        };
    }

    /**
     * It is drawn up, or again; approvals fall.
     *
     * @throws ResultRefused if it is public, or somebody has approved it and no reason is given
     */
    Sheet begun(UUID drawing, @Nullable String reason, Instant now) {
        if (publicity != null && isPublicAt(now)) {
            throw ResultRefused.of(
                    ResultRefused.Code.ALREADY_PUBLIC,
                    "opens",
                    Window.inBeijing(publicity.opens()).toString());
        }
        if (!approvals.isEmpty() && (reason == null || reason.isBlank())) {
            throw ResultRefused.of(ResultRefused.Code.REASON_MISSING);
        }
        return new Sheet(plan, awardingBody, version + 1, drawing, null, false, List.of(), null, null);
    }

    /** Everything is drawn up; what has changed meanwhile makes it stale at once. */
    Sheet drawnUp(Drawn what) {
        return new Sheet(plan, awardingBody, version, job, what, stale, approvals, publicity, finishedAt);
    }

    /**
     * Somebody approves what they have looked at; with the second one the publicity is settled.
     *
     * @throws ResultRefused if it is not what they looked at, cannot be approved, or they approved it already
     */
    Sheet approved(Look look, Actor actor, @Nullable Publicity printed, Instant now) {
        var looked = requireApprovable(look);
        if (printed == null) {
            throw ResultRefused.of(ResultRefused.Code.NO_PUBLICITY);
        }
        if (approvals.stream().anyMatch(one -> one.login().equals(actor.login()))) {
            throw ResultRefused.of(ResultRefused.Code.SECOND_PERSON);
        }
        var all = Stream.concat(approvals.stream(), Stream.of(new Approval(actor.login(), actor.name(), now)))
                .toList();
        var window = all.size() == 2 ? printed.window(now) : null;
        return new Sheet(plan, awardingBody, version, job, looked, stale, all, window, null);
    }

    private Drawn requireApprovable(Look look) {
        if (isApproved()) {
            throw ResultRefused.of(ResultRefused.Code.ALREADY_APPROVED);
        }
        if (drawn == null) {
            throw ResultRefused.of(ResultRefused.Code.NOT_DRAWN);
        }
        if (look.version() != version || !look.digest().equals(drawn.digest())) {
            throw ResultRefused.of(ResultRefused.Code.CHANGED, "version", version);
        }
        if (stale) {
            throw ResultRefused.of(ResultRefused.Code.STALE);
        }
        if (drawn.counts().problems() > 0) {
            throw ResultRefused.of(
                    ResultRefused.Code.PROBLEMS, "count", drawn.counts().problems());
        }
        return drawn;
    }

    /** What it was drawn from has changed. */
    Sheet outdated() {
        return new Sheet(plan, awardingBody, version, job, drawn, true, approvals, publicity, finishedAt);
    }

    /** A review has put something right. */
    Sheet recounted(Counts counts) {
        var before = Objects.requireNonNull(drawn);
        return drawnUp(new Drawn(before.at(), before.digest(), counts));
    }

    /** Nothing of it will change any more. */
    Sheet finished(Instant now) {
        return new Sheet(plan, awardingBody, version, job, drawn, stale, approvals, publicity, now);
    }

    /**
     * @throws ResultRefused if two have approved it: what counts is changed before, or by a review
     */
    void requireUnapproved() {
        if (isApproved()) {
            throw ResultRefused.of(ResultRefused.Code.ALREADY_APPROVED);
        }
    }
}
