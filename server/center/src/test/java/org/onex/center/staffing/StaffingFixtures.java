package org.onex.center.staffing;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.seating.RoomOpening;
import org.onex.contract.kernel.Window;
import org.onex.foundation.ids.Ids;

/** Two colleges, two bodies, and teachers who are to invigilate. */
final class StaffingFixtures {

    static final Instant MONDAY = Instant.parse("2024-04-22T01:00:00Z");
    static final String HONGKE = "990000004";
    static final Actor COLLEGE = actor(OrganizationKind.COLLEGE, "90001");
    static final Actor OTHER_COLLEGE = actor(OrganizationKind.COLLEGE, "90002");
    static final Actor BODY = actor(OrganizationKind.AWARDING_BODY, HONGKE);
    static final Actor OTHER_BODY = actor(OrganizationKind.AWARDING_BODY, "990000003");
    static final Actor OPERATOR = actor(OrganizationKind.PLATFORM, "platform");
    static final Invigilator.Between BETWEEN = new Invigilator.Between("90001", HONGKE);
    static final InvigilatorNumber NUMBER = new InvigilatorNumber("JKC00068853");

    /** 003's first plan: 中级 in the morning, 初级 in the afternoon. */
    static final Window MORNING = hours("2024-05-18T08:30:00", "2024-05-18T11:45:00");

    static final Window AFTERNOON = hours("2024-05-18T14:00:00", "2024-05-18T17:45:00");

    private StaffingFixtures() {}

    private static Actor actor(OrganizationKind kind, String code) {
        return new Actor("u" + code, "考务", new Organization(kind, code, code));
    }

    static Window hours(String opens, String closes) {
        return new Window(Instant.parse(opens + "+08:00"), Instant.parse(closes + "+08:00"));
    }

    static String phone(int teacher) {
        return String.format(Locale.ROOT, "120%08d", teacher);
    }

    static Particulars teacher(int number) {
        return teacher(number, false);
    }

    static Particulars teacher(int number, boolean teachesQualification) {
        return new Particulars(
                "监考" + number,
                phone(number),
                "安徽省示范市",
                teachesQualification ? "电子商务" : "机电一体化",
                teachesQualification,
                "网络营销职业技能等级证书监考证",
                "ZS" + number,
                "北京鸿科经纬科技有限公司");
    }

    static Invigilator pending() {
        return Invigilator.applied(UUID.randomUUID(), UUID.randomUUID(), BETWEEN, teacher(1), MONDAY);
    }

    static Invigilator returned() {
        return pending().returned(1, "请补充监考证书", BODY, MONDAY);
    }

    static Invigilator approved() {
        return pending().approved(1, NUMBER, BODY, MONDAY);
    }

    static Invigilator retired() {
        return approved().retired(2, "调离", COLLEGE, MONDAY);
    }

    static StaffedRoom room(int slot, int number, Window hours, int people) {
        var opening = new RoomOpening(Ids.next(), slot, number, UUID.randomUUID(), "实训楼 30" + number, people, 6);
        return new StaffedRoom(opening, hours, people);
    }
}
