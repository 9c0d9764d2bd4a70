package org.onex.rehearsal.staffing;

import java.util.UUID;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fictional teacher whom a college names as an invigilator (监考员).
 *
 * @param key                made by the page on which they are entered
 * @param teachesQualification whether it is their own subject, so that they are the last to be drawn
 */
record Colleague(String key, String name, String phone, boolean teachesQualification, boolean certified) {

    private static final String SURNAMES = "苏沈韩唐冯于董萧程曹袁邓许傅曾彭吕卢蒋蔡";
    private static final String GIVEN = "甲乙丙丁戊己庚辛壬癸";
    private static final int EVERY_SO_MANY_TEACH = 4;

    /**
     * The same college has the same colleagues, but every rehearsal enters them anew.
     *
     * @param college its position, from 0
     * @param index   of the colleague, from 0
     */
    static Colleague of(int college, int index) {
        var surname = SURNAMES.charAt((college * 7 + index) % SURNAMES.length());
        return new Colleague(
                UUID.randomUUID().toString(),
                surname + "监" + GIVEN.charAt(index / SURNAMES.length() % GIVEN.length()),
                "1209%02d%05d".formatted(college, index),
                index % EVERY_SO_MANY_TEACH == 1,
                index % 2 == 0);
    }

    Colleague reachedAt(String otherPhone) {
        return new Colleague(key, name, otherPhone, teachesQualification, certified);
    }

    Colleague called(String otherName) {
        return new Colleague(key, otherName, phone, teachesQualification, certified);
    }

    Colleague askedAgain() {
        return new Colleague(UUID.randomUUID().toString(), name, phone, teachesQualification, certified);
    }

    ObjectNode particulars() {
        return Json.object()
                .put("name", name)
                .put("phone", phone)
                .put("region", "示范省示范市")
                .put("teaches", teachesQualification ? "电子商务" : "会计")
                .put("teachesQualification", teachesQualification)
                .put("certificate", certified ? "演练监考证" : "")
                .put("certificateNumber", certified ? "YL-" + phone : "")
                .put("issuer", certified ? "演练机构" : "");
    }

    @Override
    public String toString() {
        return name;
    }
}
