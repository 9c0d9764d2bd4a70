package org.onex.rehearsal.registration;

import java.util.Arrays;
import java.util.List;

/** The columns of the workbook 按证书批量导入报考 in their order (004 §三); the API calls them by these names. */
enum Field {
    NAME("学生姓名"),
    ID_NUMBER("身份证号"),
    KIND("学生类型"),
    COLLEGE("所属院校"),
    SITE("考核站点"),
    PLAN("考试计划名称"),
    QUALIFICATION("报考证书"),
    LEVEL("证书等级");

    private final String heading;

    Field(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    static List<String> headings() {
        return Arrays.stream(values()).map(Field::heading).toList();
    }
}
