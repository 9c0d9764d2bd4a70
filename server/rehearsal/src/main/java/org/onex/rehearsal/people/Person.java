package org.onex.rehearsal.people;

import java.util.EnumMap;
import java.util.Map;

/**
 * A fictional candidate as their college knows them.
 *
 * @param isPublic whether they are 社会考生, who have no class
 */
public record Person(
        String idNumber,
        String name,
        boolean isPublic,
        String nation,
        String phone,
        String className,
        String studentNumber,
        int entryYear) {

    /** What the simulated identity service will say, by the rule that its description gives: by the sequence digits of the number. */
    enum RealName {
        MATCH,
        MISMATCH,
        NOT_FOUND
    }

    boolean isMale() {
        return IdNumbers.sequence(idNumber) % 2 == 1;
    }

    RealName realName() {
        var sequence = IdNumbers.sequence(idNumber);
        if (sequence >= 900 && sequence <= 939) {
            return RealName.MISMATCH;
        }
        return sequence >= 940 && sequence <= 959 ? RealName.NOT_FOUND : RealName.MATCH;
    }

    /** The same person as another college knows them. */
    Person at(String otherClass, String otherStudentNumber) {
        return new Person(idNumber, name, isPublic, nation, phone, otherClass, otherStudentNumber, entryYear);
    }

    /** What a roster or a form says, completely. */
    Map<Column, String> values() {
        var values = new EnumMap<Column, String>(Column.class);
        Column.all().forEach(column -> values.put(column, ""));
        values.put(Column.NAME, name);
        values.put(Column.ID_NUMBER, idNumber);
        values.put(Column.KIND, isPublic ? "社会考生" : "院校考生");
        values.put(Column.SEX, isMale() ? "男" : "女");
        values.put(Column.NATION, nation);
        values.put(Column.PHONE, phone);
        values.put(Column.CONSENT, "是");
        values.put(Column.STUDENT_NUMBER, studentNumber);
        if (!isPublic) {
            values.put(Column.DEPARTMENT, "商学院");
            values.put(Column.MAJOR, "电子商务");
            values.put(Column.GRADE, entryYear + "级");
            values.put(Column.CLASS_NAME, className);
            values.put(Column.EDUCATION, "高职专科");
            values.put(Column.ENTRY_YEAR, Integer.toString(entryYear));
        }
        return values;
    }

    @Override
    public String toString() {
        return name + " " + IdNumbers.masked(idNumber);
    }
}
