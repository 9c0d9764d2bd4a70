package org.onex.center.site;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.onex.center.catalog.QualificationOutline;
import org.onex.center.organization.Actor;
import org.onex.center.organization.CollegeOutline;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.ids.Ids;

/** Two colleges, two bodies and what they say of their sites. */
final class SiteFixtures {

    static final Instant MONDAY = Instant.parse("2024-04-22T01:00:00Z");
    static final CollegeOutline COLLEGE = new CollegeOutline("90001", "示范一职业技术学院", "安徽", true);
    static final QualificationOutline SHOPS = new QualificationOutline("WDYY", "网店运营推广职业技能等级证书", "网店运营推广", "990000004");
    static final Actor OFFICER = actor(OrganizationKind.COLLEGE, "90001");
    static final Actor OTHER_COLLEGE = actor(OrganizationKind.COLLEGE, "90002");
    static final Actor BODY = actor(OrganizationKind.AWARDING_BODY, "990000004");
    static final Actor OTHER_BODY = actor(OrganizationKind.AWARDING_BODY, "990000003");
    static final Actor OPERATOR = actor(OrganizationKind.PLATFORM, "platform");

    private SiteFixtures() {}

    private static Actor actor(OrganizationKind kind, String code) {
        return new Actor("u" + code, "考务", new Organization(kind, code, code));
    }

    static Room room(String name, int machines, int spares) {
        return new Room(Ids.next(), name, "实训楼", machines, spares, true, true);
    }

    static SiteDetails details(Room... rooms) {
        return new SiteDetails(
                "示范一职业技术学院网店运营推广证书考核站点", "安徽省示范市学府路1号", new SiteManager("张示范", "12000000001"), Arrays.asList(rooms));
    }

    static SiteDetails complete() {
        return details(room("301室", 60, 3), room("302室", 40, 2));
    }

    static ExamSite draft() {
        return ExamSite.begun(UUID.randomUUID(), COLLEGE, SHOPS, complete(), MONDAY);
    }

    static ExamSite pending() {
        return draft().submitted(1, OFFICER, MONDAY);
    }

    static ExamSite returned() {
        return pending().returned(2, "请补充机房位置", BODY, MONDAY);
    }

    static ExamSite approved() {
        return pending().approved(2, BODY, MONDAY);
    }

    static ExamSite suspended() {
        return approved().suspended(3, "机房改造", BODY, MONDAY);
    }

    static List<ExamSite> oneInEachState() {
        return List.of(draft(), pending(), returned(), approved(), suspended());
    }
}
