package org.onex.center.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanOutline;
import org.onex.center.site.SiteOutline;
import org.onex.contract.kernel.IdNumber;
import org.onex.contract.kernel.Window;

/** Fictional plans, sites and colleges, in the hours of 003 and 002. */
final class RegistrationFixtures {

    static final String COLLEGE = "90001";
    static final String OTHER_COLLEGE = "90002";
    static final String SHOP = "WDYY";
    static final String MEDIA = "XMTYX";
    static final LocalDate EXAM_DAY = LocalDate.of(2024, 5, 18);
    static final Instant MORNING = Instant.parse("2024-04-22T01:00:00Z");
    static final Instant DEADLINE = Instant.parse("2024-04-29T16:00:00Z");

    static final Actor OFFICER = officerOf(COLLEGE);
    static final Actor OTHER_OFFICER = officerOf(OTHER_COLLEGE);

    static final SiteOutline SITE = siteOf(COLLEGE, SHOP);
    static final SiteOutline OTHER_SITE = siteOf(OTHER_COLLEGE, SHOP);
    static final SiteOutline MEDIA_SITE = siteOf(COLLEGE, MEDIA);

    /** 003's first plan: 初级 in the afternoon, 中级 in the morning, 高级 overlapping 初级 as in its third. */
    static final PlanOutline SPRING = plan(
            "HK-2024-1-01",
            "2024年第一次网店运营推广全国统考",
            "hongke",
            offered(SHOP, Level.ELEMENTARY, on(EXAM_DAY, "14:00", "17:45")),
            offered(SHOP, Level.INTERMEDIATE, on(EXAM_DAY, "09:00", "12:45")),
            offered(SHOP, Level.ADVANCED, on(EXAM_DAY, "13:30", "17:15")));

    /** Another body's plan at the same time. */
    static final PlanOutline ELSEWHERE = plan(
            "AP-2024-1-01", "2024年第一次统考", "aopai", offered(MEDIA, Level.ELEMENTARY, on(EXAM_DAY, "15:00", "17:00")));

    private RegistrationFixtures() {}

    static Actor officerOf(String college) {
        return new Actor(
                "officer" + college, "王老师", new Organization(OrganizationKind.COLLEGE, college, nameOf(college)));
    }

    static String nameOf(String college) {
        return "示范" + college + "职业技术学院";
    }

    static SiteOutline siteOf(String college, String qualification) {
        return new SiteOutline(
                UUID.nameUUIDFromBytes((college + qualification).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                nameOf(college) + qualification + "考核站点",
                college,
                qualification,
                true,
                60);
    }

    static PlanOutline plan(String code, String name, String body, PlanOutline.Offered... offerings) {
        return new PlanOutline(
                code,
                name,
                body,
                EXAM_DAY,
                DEADLINE,
                Window.endOf(EXAM_DAY),
                Arrays.asList(offerings),
                new PlanOutline.Admission(true, true, true),
                null,
                null,
                null);
    }

    static PlanOutline admitting(PlanOutline plan, PlanOutline.Admission admission) {
        return new PlanOutline(
                plan.code(),
                plan.name(),
                plan.awardingBody(),
                plan.firstExamDate(),
                plan.closesAt(),
                plan.examEndsAt(),
                plan.offerings(),
                admission,
                plan.photo(),
                plan.publicity(),
                plan.certificatesFrom());
    }

    static PlanOutline withPhotosOf(PlanOutline plan, String format) {
        return new PlanOutline(
                plan.code(),
                plan.name(),
                plan.awardingBody(),
                plan.firstExamDate(),
                plan.closesAt(),
                plan.examEndsAt(),
                plan.offerings(),
                plan.admission(),
                new PlanOutline.PhotoWish(List.of(format), 5, 295, 413),
                plan.publicity(),
                plan.certificatesFrom());
    }

    static PlanOutline.Offered offered(String qualification, Level level, Window... sessions) {
        return new PlanOutline.Offered(
                new QualificationName(qualification, qualification + "职业技能等级证书"),
                level,
                1,
                List.of(Subject.THEORY, Subject.PRACTICAL),
                Arrays.stream(sessions)
                        .map(RegistrationFixtures::bothSubjectsIn)
                        .toList());
    }

    private static PlanOutline.SessionHours bothSubjectsIn(Window window) {
        return new PlanOutline.SessionHours(
                List.of(new PlanOutline.SubjectHours(List.of(Subject.THEORY, Subject.PRACTICAL), window, null)));
    }

    static Window on(LocalDate day, String opens, String closes) {
        return new Window(
                day.atTime(LocalTime.parse(opens)).atZone(Window.BEIJING).toInstant(),
                day.atTime(LocalTime.parse(closes)).atZone(Window.BEIJING).toInstant());
    }

    static OfferingKey elementary() {
        return new OfferingKey(SPRING.code(), SHOP, Level.ELEMENTARY);
    }

    /** The n-th person; their numbers differ in the sequence. */
    static IdNumber number(int n) {
        return IdNumber.completed("9999992006%02d%02d%03d".formatted(1 + n / 20_000 % 12, 1 + n / 800 % 25, n % 800));
    }
}
