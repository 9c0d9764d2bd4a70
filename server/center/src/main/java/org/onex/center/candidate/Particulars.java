package org.onex.center.candidate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a college says of somebody enrolled there; empty texts are not known yet.
 *
 * @param nation        民族
 * @param education     学历层次
 * @param entryYear     the year in which they came to the college
 * @param consent       whether they signed that their data may be used (个人信息授权书)
 */
record Particulars(
        String name,
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
        boolean consent) {

    /** What must be known before somebody can be entered for an exam, and is not. */
    List<Field> missing() {
        var missing = new ArrayList<Field>();
        require(!nation.isEmpty(), Field.NATION, missing);
        require(!phone.isEmpty(), Field.PHONE, missing);
        if (kind == CandidateKind.COLLEGE) {
            require(!major.isEmpty(), Field.MAJOR, missing);
            require(!className.isEmpty(), Field.CLASS_NAME, missing);
            require(!education.isEmpty(), Field.EDUCATION, missing);
            require(entryYear != null, Field.ENTRY_YEAR, missing);
        }
        require(consent, Field.CONSENT, missing);
        return missing;
    }

    private static void require(boolean isKnown, Field field, List<Field> missing) {
        if (!isKnown) {
            missing.add(field);
        }
    }
}
