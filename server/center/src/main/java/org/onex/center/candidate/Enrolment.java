package org.onex.center.candidate;

import java.time.Instant;
import java.util.UUID;
import org.onex.contract.kernel.IdNumber;

/**
 * One person at one college for as long as they are there (学籍/考生). What another college says of the same person is another enrolment,
 * so nobody's import writes over somebody else's.
 *
 * @param version  counts its changes
 * @param hasPhoto whether the college has a photo of them that fits
 */
record Enrolment(
        EnrolmentKey key,
        int version,
        String college,
        IdNumber number,
        Particulars particulars,
        boolean hasPhoto,
        RealName realName,
        Instant since) {

    static Enrolment begun(EnrolmentKey key, String college, IdNumber number, Particulars particulars, Instant now) {
        return new Enrolment(key, 1, college, number, particulars, false, RealName.UNKNOWN, now);
    }

    InformationState state() {
        if (!particulars.missing().isEmpty()) {
            return InformationState.INCOMPLETE;
        }
        if (!hasPhoto) {
            return InformationState.PHOTO_MISSING;
        }
        return switch (realName) {
            case UNKNOWN -> InformationState.PENDING;
            case DOUBTFUL -> InformationState.DOUBTFUL;
            case CONFIRMED -> InformationState.ACCURATE;
        };
    }

    /** Whether the name can be changed no more: it has been found to belong to the number. */
    boolean isNameLocked() {
        return realName == RealName.CONFIRMED;
    }

    /**
     * Says something else of the person. Under another name whether it belongs to the number is to be found out again.
     *
     * @throws CandidateRefused if the name is locked
     */
    Enrolment revised(Particulars said) {
        if (said.equals(particulars)) {
            return this;
        }
        var isSameName = said.name().equals(particulars.name());
        if (!isSameName && isNameLocked()) {
            throw CandidateRefused.of(CandidateRefused.Code.NAME_LOCKED);
        }
        return new Enrolment(
                key, version + 1, college, number, said, hasPhoto, isSameName ? realName : RealName.UNKNOWN, since);
    }

    Enrolment photographed() {
        return hasPhoto ? this : new Enrolment(key, version + 1, college, number, particulars, true, realName, since);
    }

    /** Takes an answer about a name; if the name is another one meanwhile, nothing has been found out. */
    Enrolment answered(String name, boolean isConfirmed) {
        if (!name.equals(particulars.name()) || isNameLocked()) {
            return this;
        }
        var found = isConfirmed ? RealName.CONFIRMED : RealName.DOUBTFUL;
        return found == realName
                ? this
                : new Enrolment(key, version + 1, college, number, particulars, hasPhoto, found, since);
    }

    /**
     * @throws CandidateRefused if somebody changed it since that version was read
     */
    Enrolment at(int readVersion) {
        if (readVersion != version) {
            throw CandidateRefused.of(CandidateRefused.Code.CHANGED);
        }
        return this;
    }

    EnrolmentOutline outline() {
        return new EnrolmentOutline(
                key, college, particulars.name(), number, particulars.kind(), particulars.className(), state());
    }

    UUID candidate() {
        return key.candidate();
    }
}
