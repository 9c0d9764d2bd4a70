package org.onex.center.registration;

import java.util.Arrays;
import java.util.Optional;

/** What a row of the registration workbook says, column by column (004 §三, 按证书批量导入报考). */
enum RegistrationField {
    NAME("学生姓名"),
    ID_NUMBER("身份证号"),
    KIND("学生类型"),
    COLLEGE("所属院校"),
    SITE("考核站点"),
    PLAN("考试计划名称"),
    QUALIFICATION("报考证书"),
    LEVEL("证书等级");

    private final String heading;

    RegistrationField(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    static Optional<RegistrationField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }
}
