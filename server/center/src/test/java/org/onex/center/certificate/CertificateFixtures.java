package org.onex.center.certificate;

import java.time.Instant;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.kernel.IdNumber;

/** Parties, moments and certificates that tests speak of. */
final class CertificateFixtures {

    static final String PLAN = "HK-2024-1-01";
    static final String HONGKE = "990000004";
    static final String COLLEGE = "90001";
    static final String OTHER_COLLEGE = "90002";
    /** The first day on which 003 has certificates of its first plan made is 1 June. */
    static final Instant IN_TIME = Instant.parse("2024-06-01T01:00:00Z");

    static final Instant A_MOMENT_TOO_EARLY = Instant.parse("2024-05-31T15:59:59.999999Z");

    static final Issuer BODY = new Issuer(HONGKE, "北京鸿科经纬科技有限公司");
    static final Issuer SCHOOL = new Issuer(COLLEGE, "示范一职业技术学院");
    static final QualificationName SHOP = new QualificationName("WDYY", "网店运营推广职业技能等级证书");

    private CertificateFixtures() {}

    static Actor officer() {
        return actor(OrganizationKind.AWARDING_BODY, HONGKE, BODY.name());
    }

    static Actor otherBody() {
        return actor(OrganizationKind.AWARDING_BODY, "990000003", "南京奥派信息产业股份公司");
    }

    static Actor college() {
        return actor(OrganizationKind.COLLEGE, COLLEGE, SCHOOL.name());
    }

    static Actor otherCollege() {
        return actor(OrganizationKind.COLLEGE, OTHER_COLLEGE, "示范二职业技术学院");
    }

    private static Actor actor(OrganizationKind kind, String code, String name) {
        return new Actor("officer-" + code, "王老师", new Organization(kind, code, name));
    }

    /** Somebody's certificate as it is drawn up. */
    static Certificate drawn(String name) {
        return new Certificate(
                new CertificateKey(UUID.randomUUID(), UUID.randomUUID()),
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Certificate.Exam(PLAN, HONGKE, COLLEGE, SHOP, Level.INTERMEDIATE),
                new Holder(name, IdNumber.completed("99999920040229001"), "24051801001", UUID.randomUUID()),
                "a".repeat(64),
                "",
                "hash of " + name,
                null,
                null,
                1);
    }

    static Issue drawnIssue() {
        return Issue.empty(PLAN, BODY, SCHOOL, 1, IN_TIME);
    }
}
