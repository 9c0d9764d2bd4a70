package org.onex.center.candidate;

/** A person's name as somebody wrote it down (姓名的写法): with other blanks, dots or widths it is the same name. */
public final class WrittenName {

    private WrittenName() {}

    /** Whether two ways of writing mean one name, as they do where people are entered. */
    public static boolean same(String one, String other) {
        return CandidateForm.name(one).equals(CandidateForm.name(other));
    }
}
