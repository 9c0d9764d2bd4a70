package org.onex.center.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;

/**
 * A registration as people see it.
 *
 * @param enrolment by which the college registered them
 * @param idNumber  masked
 * @param records   its 报考记录, one a subject
 */
record RegistrationView(
        UUID candidate,
        UUID id,
        UUID enrolment,
        int version,
        RegistrationState state,
        String name,
        String idNumber,
        CandidateKind kind,
        String className,
        NamedCode college,
        NamedCode plan,
        QualificationName qualification,
        Level level,
        SiteName site,
        List<Subject> records,
        Instant since,
        @Nullable Instant withdrawn) {

    /** Something that has a code and a name. */
    record NamedCode(String code, String name) {}

    record SiteName(UUID id, String name) {}
}
