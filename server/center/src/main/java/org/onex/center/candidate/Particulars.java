package org.onex.center.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    /**
     * The same with what is known already where nothing was written: a roster without a column, or with an empty cell, says nothing and
     * empties nothing.
     *
     * @param written the fields that were filled in
     */
    Particulars over(Particulars known, Set<Field> written) {
        return new Particulars(
                name,
                kind,
                written.contains(Field.NATION) ? nation : known.nation,
                written.contains(Field.PHONE) ? phone : known.phone,
                written.contains(Field.EMAIL) ? email : known.email,
                written.contains(Field.DEPARTMENT) ? department : known.department,
                written.contains(Field.MAJOR) ? major : known.major,
                written.contains(Field.GRADE) ? grade : known.grade,
                written.contains(Field.CLASS_NAME) ? className : known.className,
                written.contains(Field.STUDENT_NUMBER) ? studentNumber : known.studentNumber,
                written.contains(Field.EDUCATION) ? education : known.education,
                written.contains(Field.ENTRY_YEAR) ? entryYear : known.entryYear,
                written.contains(Field.CONSENT) ? consent : known.consent);
    }

    private static void require(boolean isKnown, Field field, List<Field> missing) {
        if (!isKnown) {
            missing.add(field);
        }
    }
}
