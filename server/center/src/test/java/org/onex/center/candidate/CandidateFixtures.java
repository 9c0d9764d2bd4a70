package org.onex.center.candidate;

import java.time.Instant;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.ids.Ids;

/** Fictional candidates. */
final class CandidateFixtures {

    static final String COLLEGE = "90001";
    static final String OTHER_COLLEGE = "90002";
    static final Instant MORNING = Instant.parse("2024-04-22T01:00:00Z");

    private CandidateFixtures() {}

    /** The n-th person; their numbers differ in the sequence. */
    static IdNumber number(int n) {
        return IdNumber.completed("9999992006%02d%02d%03d".formatted(1 + n / 20_000 % 12, 1 + n / 800 % 25, n % 800));
    }

    static Enrolment somebody(Particulars said) {
        return Enrolment.begun(new EnrolmentKey(Ids.next(), Ids.next()), COLLEGE, number(1), said, MORNING);
    }

    /** Everything that must be known. */
    static Particulars known(String name) {
        return inClass(name, "电商2201班");
    }

    static Particulars inClass(String name, String className) {
        return new Particulars(
                name,
                CandidateKind.COLLEGE,
                "汉族",
                "12000000001",
                "",
                "",
                "电子商务",
                "",
                className,
                "",
                "高职专科",
                2022,
                true);
    }

    static Particulars publicCandidate(String name) {
        return new Particulars(name, CandidateKind.PUBLIC, "汉族", "12000000001", "", "", "", "", "", "", "", null, true);
    }

    /** No more than a name. */
    static Particulars barely(String name) {
        return new Particulars(name, CandidateKind.COLLEGE, "", "", "", "", "", "", "", "", "", null, false);
    }
}
