package org.onex.center.candidate;

/** One thing that is known of a candidate, and what stands above its column. */
enum Field {
    NAME("学生姓名"),
    ID_NUMBER("身份证号"),
    KIND("学生类型"),
    COLLEGE("所属院校"),
    SEX("性别"),
    NATION("民族"),
    PHONE("手机号码"),
    EMAIL("电子邮箱"),
    DEPARTMENT("院系"),
    MAJOR("专业"),
    GRADE("年级"),
    CLASS_NAME("班级"),
    STUDENT_NUMBER("学号"),
    EDUCATION("学历层次"),
    ENTRY_YEAR("入学年份"),
    CONSENT("已签个人信息授权书");

    private final String heading;

    Field(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }
}
