package org.onex.rehearsal.people;

import java.util.List;

/** The columns of a roster (学生信息导入模板) in their order, as the template heads them; the API calls them by these names. */
enum Column {
    NAME("学生姓名", "姓名", true),
    ID_NUMBER("身份证号", "身份证号码", true),
    KIND("学生类型", "考生类型", true),
    COLLEGE("所属院校", "学校", false),
    SEX("性别", "性别", false),
    NATION("民族", "民族", false),
    PHONE("手机号码", "联系电话", false),
    EMAIL("电子邮箱", "邮箱", false),
    DEPARTMENT("院系", "系部", false),
    MAJOR("专业", "专业名称", false),
    GRADE("年级", "年级", false),
    CLASS_NAME("班级", "班级名称", false),
    STUDENT_NUMBER("学号", "学号", false),
    EDUCATION("学历层次", "学历", false),
    ENTRY_YEAR("入学年份", "入学年份", false),
    CONSENT("已签个人信息授权书", "授权书", false);

    private final String heading;
    private final String alias;
    private final boolean required;

    Column(String heading, String alias, boolean required) {
        this.heading = heading;
        this.alias = alias;
        this.required = required;
    }

    String heading() {
        return heading;
    }

    /** What other systems call it. */
    String alias() {
        return alias;
    }

    /** As the template shows it: what must be filled in has a mark. */
    String headingWithMark() {
        return required ? heading + " *" : heading;
    }

    static List<Column> all() {
        return List.of(values());
    }
}
