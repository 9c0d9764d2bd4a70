package org.onex.center.plan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;

/**
 * A notice as it is kept: the document and what has happened to it.
 *
 * @param version counts changes, so that two people do not overwrite each other
 * @param file    name of the file it was loaded from
 * @param digest  SHA-256 of that file
 */
record NoticeRecord(
        UUID id,
        int version,
        Status status,
        String file,
        String digest,
        @Nullable Instant publishedAt,
        Notice notice) {

    /** How far a notice has come. */
    enum Status {
        /** 草稿: only its awarding body sees it. */
        DRAFT,
        /** 已发布: everybody concerned sees it, and it is not changed any more. */
        PUBLISHED
    }

    boolean isVisibleTo(Actor actor) {
        return status == Status.PUBLISHED || isOf(actor);
    }

    /**
     * @throws PlanRefused if somebody else's body issues it
     */
    void requireOf(Actor actor) {
        if (!isOf(actor)) {
            throw PlanRefused.of(PlanRefused.Code.NOT_YOUR_BODY, "awardingBody", notice.awardingBody());
        }
    }

    /** The draft after its file was loaded again. */
    NoticeRecord replacedBy(Notice other, String newFile, String newDigest) {
        if (status == Status.PUBLISHED) {
            throw PlanRefused.of(PlanRefused.Code.NOTICE_PUBLISHED, "code", notice.code());
        }
        return new NoticeRecord(id, version + 1, status, newFile, newDigest, null, other);
    }

    /**
     * @throws PlanRefused if something is still missing
     */
    NoticeRecord published(Instant now) {
        var missing = notice.missing();
        if (!missing.isEmpty()) {
            throw PlanRefused.noticeIncomplete(missing);
        }
        return new NoticeRecord(id, version + 1, Status.PUBLISHED, file, digest, now, notice);
    }

    NoticeRecord with(Notice supplied) {
        return new NoticeRecord(id, version, status, file, digest, publishedAt, supplied);
    }

    private boolean isOf(Actor actor) {
        return actor.actsFor(OrganizationKind.AWARDING_BODY, notice.awardingBody());
    }
}
