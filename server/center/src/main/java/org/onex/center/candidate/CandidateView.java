package org.onex.center.candidate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as their college sees them.
 *
 * @param idNumber masked unless it was disclosed
 * @param phone    likewise
 * @param missing  what must be known and is not
 * @param nameLocked whether the name has been confirmed and cannot be changed
 */
record CandidateView(
        UUID candidate,
        UUID enrolment,
        int version,
        InformationState state,
        String name,
        String idNumber,
        boolean male,
        @Nullable LocalDate birthDate,
        CandidateKind kind,
        String nation,
        String phone,
        String email,
        String department,
        String major,
        String grade,
        String className,
        String studentNumber,
        String education,
        @Nullable Integer entryYear,
        boolean consent,
        boolean hasPhoto,
        boolean nameLocked,
        List<Field> missing,
        Instant since) {

    static CandidateView masked(Enrolment enrolment) {
        return of(enrolment, enrolment.number().masked(), maskedPhone(enrolment), null);
    }

    static CandidateView disclosed(Enrolment enrolment) {
        return of(
                enrolment,
                enrolment.number().value(),
                enrolment.particulars().phone(),
                enrolment.number().birthDate());
    }

    private static CandidateView of(Enrolment enrolment, String idNumber, String phone, @Nullable LocalDate birthDate) {
        var said = enrolment.particulars();
        return new CandidateView(
                enrolment.candidate(),
                enrolment.key().enrolment(),
                enrolment.version(),
                enrolment.state(),
                said.name(),
                idNumber,
                enrolment.number().isMale(),
                birthDate,
                said.kind(),
                said.nation(),
                phone,
                said.email(),
                said.department(),
                said.major(),
                said.grade(),
                said.className(),
                said.studentNumber(),
                said.education(),
                said.entryYear(),
                said.consent(),
                enrolment.hasPhoto(),
                enrolment.isNameLocked(),
                said.missing(),
                enrolment.since());
    }

    private static String maskedPhone(Enrolment enrolment) {
        var phone = enrolment.particulars().phone();
        return phone.length() < 8 ? phone : phone.substring(0, 3) + "****" + phone.substring(7);
    }
}
