package org.onex.center.fee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.organization.Actor;
import org.onex.center.organization.CollegeOutline;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PaymentTerms;
import org.onex.center.registration.RegistrationCount;
import org.onex.contract.kernel.Money;

/** A college, its awarding body, and what 003 charges. */
final class BillFixtures {

    static final Instant MONDAY = Instant.parse("2024-04-22T01:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2024, 4, 22);
    static final String HONGKE = "990000004";
    static final CollegeOutline COLLEGE = new CollegeOutline("90001", "示范一职业技术学院", "安徽", true);
    static final Actor OFFICER = actor(OrganizationKind.AWARDING_BODY, HONGKE);
    static final Actor COLLEAGUE = new Actor("hongke2", "李老师", OFFICER.organization());
    static final Actor OTHER_BODY = actor(OrganizationKind.AWARDING_BODY, "990000003");
    static final Actor PAYER = actor(OrganizationKind.COLLEGE, "90001");
    static final Actor OTHER_COLLEGE = actor(OrganizationKind.COLLEGE, "90002");

    private BillFixtures() {}

    private static Actor actor(OrganizationKind kind, String code) {
        return new Actor("u" + code, "考务", new Organization(kind, code, code));
    }

    static Bill emptyBill() {
        var terms = new PaymentTerms("HK-2024-1", HONGKE, List.of(), null, null, null);
        var subject = new Bill.Subject("HK-2024-1-01", "2024年第一次网店运营推广全国统考", terms);
        return Bill.opened(UUID.randomUUID(), subject, COLLEGE, MONDAY);
    }

    /** What 003 prints: 初级 380, 中级 360, 高级 360. */
    static List<Standard> prices() {
        return List.of(
                price(Level.ELEMENTARY, "380.00"), price(Level.INTERMEDIATE, "360.00"), price(Level.ADVANCED, "360"));
    }

    static Standard price(Level level, String amount) {
        return new Standard(
                UUID.randomUUID(),
                HONGKE,
                "WDYY",
                level,
                null,
                TODAY,
                Standard.Kind.PROVISIONAL,
                Money.parse(amount),
                "HK-2024-1");
    }

    static RegistrationCount people(Level level, int people) {
        return new RegistrationCount(COLLEGE.code(), "WDYY", level, people);
    }

    static Payment.Receipt receipt(String amount) {
        return receipt(amount, "");
    }

    static Payment.Receipt receipt(String amount, String reference) {
        return new Payment.Receipt(Money.parse(amount), TODAY, "示范一职业技术学院", reference, "第一次统考");
    }

    static Payment payment(String amount, LocalDate received) {
        var receipt = new Payment.Receipt(Money.parse(amount), received, "示范一职业技术学院", "", "");
        var recording = new Payment.Recording(UUID.randomUUID(), MONDAY, OFFICER);
        return Payment.recorded(UUID.randomUUID(), UUID.randomUUID(), receipt, TODAY, recording);
    }
}
