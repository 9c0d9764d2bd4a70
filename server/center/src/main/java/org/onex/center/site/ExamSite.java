package org.onex.center.site;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.QualificationOutline;
import org.onex.center.organization.Actor;
import org.onex.center.organization.CollegeOutline;
import org.onex.center.organization.OrganizationKind;

/**
 * A pilot college's site for the exams of one qualification (考核站点), from its application (考点申报) on.
 *
 * @param version      counts changes, so that two people do not overwrite each other
 * @param since        when it came into its state
 * @param awardingBody code of the body that decides: the owner of the qualification
 * @param opinion      why it was returned or suspended, by the body; null otherwise
 */
record ExamSite(
        UUID id,
        int version,
        State state,
        Instant since,
        String college,
        String province,
        String qualification,
        String awardingBody,
        SiteDetails details,
        @Nullable String opinion) {

    private static final int LONGEST_OPINION = 500;

    /** How far a site has come. */
    enum State {
        /** 草稿: being written, only the college sees it. */
        DRAFT,
        /** 待审核: waits for the awarding body. */
        PENDING,
        /** 退回: sent back with an opinion. */
        RETURNED,
        /** 通过: exams may be held. */
        APPROVED,
        /** 停用: may not be used until the body takes it back; the college may apply anew. */
        SUSPENDED
    }

    /**
     * Begins an application.
     *
     * @throws SiteRefused if the college is no pilot college
     */
    static ExamSite begun(
            UUID id, CollegeOutline college, QualificationOutline qualification, SiteDetails details, Instant now) {
        if (!college.pilot()) {
            throw SiteRefused.of(SiteRefused.Code.NOT_PILOT, "college", college.name());
        }
        return new ExamSite(
                id,
                1,
                State.DRAFT,
                now,
                college.code(),
                college.province(),
                qualification.code(),
                qualification.awardingBody(),
                details,
                null);
    }

    /** Drafts are the college's own; the platform's operator sees what was submitted, without people. */
    boolean isVisibleTo(Actor actor) {
        var submitted = state != State.DRAFT;
        return isOf(actor)
                || (submitted && isDecidedBy(actor))
                || (submitted && actor.organization().kind() == OrganizationKind.PLATFORM);
    }

    boolean showsPeopleTo(Actor actor) {
        return isOf(actor) || isDecidedBy(actor);
    }

    /** The same version, with these rooms. */
    ExamSite with(List<Room> rooms) {
        var said = new SiteDetails(details.name(), details.address(), details.manager(), rooms);
        return new ExamSite(id, version, state, since, college, province, qualification, awardingBody, said, opinion);
    }

    ExamSite revised(SiteDetails other, int expectedVersion, Actor actor) {
        requireOf(actor);
        requireVersion(expectedVersion);
        requireEditable();
        return new ExamSite(
                id, version + 1, state, since, college, province, qualification, awardingBody, other, opinion);
    }

    /** Sends it to the awarding body; what is already there is not sent again. */
    ExamSite submitted(int expectedVersion, Actor actor, Instant now) {
        requireOf(actor);
        if (state == State.PENDING) {
            return this;
        }
        requireVersion(expectedVersion);
        requireEditable();
        var missing = details.missing();
        if (!missing.isEmpty()) {
            throw SiteRefused.incomplete(missing);
        }
        return in(State.PENDING, null, now);
    }

    /** Accepts it; what is approved stays so. */
    ExamSite approved(int expectedVersion, Actor actor, Instant now) {
        requireDecidedBy(actor);
        if (state == State.APPROVED) {
            return this;
        }
        requireVersion(expectedVersion);
        require(State.PENDING);
        return in(State.APPROVED, null, now);
    }

    /** Sends it back to the college, saying what is wrong. */
    ExamSite returned(int expectedVersion, String why, Actor actor, Instant now) {
        requireDecidedBy(actor);
        requireVersion(expectedVersion);
        require(State.PENDING);
        return in(State.RETURNED, opinionOf(why), now);
    }

    /** Takes the approval back, saying why. */
    ExamSite suspended(int expectedVersion, String why, Actor actor, Instant now) {
        requireDecidedBy(actor);
        requireVersion(expectedVersion);
        require(State.APPROVED);
        return in(State.SUSPENDED, opinionOf(why), now);
    }

    /** Takes a suspension back: whoever is registered there can be seated after all. What is approved stays so. */
    ExamSite reinstated(int expectedVersion, Actor actor, Instant now) {
        requireDecidedBy(actor);
        if (state == State.APPROVED) {
            return this;
        }
        requireVersion(expectedVersion);
        require(State.SUSPENDED);
        return in(State.APPROVED, null, now);
    }

    private ExamSite in(State next, @Nullable String why, Instant now) {
        return new ExamSite(id, version + 1, next, now, college, province, qualification, awardingBody, details, why);
    }

    private boolean isOf(Actor actor) {
        return actor.actsFor(OrganizationKind.COLLEGE, college);
    }

    private boolean isDecidedBy(Actor actor) {
        return actor.actsFor(OrganizationKind.AWARDING_BODY, awardingBody);
    }

    private void requireOf(Actor actor) {
        if (!isOf(actor)) {
            throw SiteRefused.of(SiteRefused.Code.NOT_YOURS);
        }
    }

    private void requireDecidedBy(Actor actor) {
        if (!isDecidedBy(actor)) {
            throw SiteRefused.of(SiteRefused.Code.NOT_YOURS);
        }
    }

    private void requireVersion(int expected) {
        if (version != expected) {
            throw SiteRefused.of(SiteRefused.Code.CHANGED);
        }
    }

    private void requireEditable() {
        if (state != State.DRAFT && state != State.RETURNED) {
            throw SiteRefused.of(SiteRefused.Code.WRONG_STATE, "state", state.name());
        }
    }

    private void require(State wanted) {
        if (state != wanted) {
            throw SiteRefused.of(SiteRefused.Code.WRONG_STATE, "state", state.name());
        }
    }

    private static String opinionOf(String why) {
        if (why.isBlank()) {
            throw SiteRefused.of(SiteRefused.Code.OPINION_MISSING);
        }
        SiteRefused.require(why.length() <= LONGEST_OPINION, "opinion");
        return why.strip();
    }
}
