package org.onex.center.access;

import java.util.Set;
import org.onex.center.organization.OrganizationKind;

/** What somebody is there for (岗位); it decides what they may do and which sort of party they can have it at. */
enum Duty {
    /** 平台运营: keeps parties and accounts, moves the rehearsal's clock, checks the trail, begins again what broke. */
    PLATFORM_OPERATOR(
            OrganizationKind.PLATFORM,
            "organization.read",
            "organization.write",
            "account.read",
            "account.write",
            "audit.read",
            "clock.move",
            "catalog.read",
            "plan.read",
            "site.read",
            "certificate.oversee"),
    /** 评价组织考务: keeps qualifications, publishes notices, decides on exam sites, records payments, arranges seats. */
    EXAM_OFFICER(
            OrganizationKind.AWARDING_BODY,
            "organization.read",
            "catalog.read",
            "catalog.write",
            "plan.read",
            "plan.write",
            "site.read",
            "site.decide",
            "registration.read",
            "fee.read",
            "fee.record",
            "seating.read",
            "seating.arrange",
            "staffing.read",
            "staffing.decide",
            "staffing.assign",
            "printing.read",
            "printing.print",
            "paper.list",
            "node.read",
            "node.enrol",
            "node.withdraw",
            "dispatch.read",
            "dispatch.pack",
            "script.read",
            "script.open",
            "script.decide",
            "marking.read",
            "result.read",
            "result.draw",
            "result.rule",
            "result.approve",
            "result.decide",
            "certificate.read",
            "certificate.sign",
            "certificate.revoke",
            "job.read"),
    /** 命题人员: loads item banks, assembles papers and reads each other's proofs. What is asked is nobody else's to see. */
    ITEM_WRITER(OrganizationKind.AWARDING_BODY, "paper.read", "paper.write", "paper.proof"),
    /** 阅卷员: marks what no rule can, without learning whose it is, and sees nothing else. */
    MARKER(OrganizationKind.AWARDING_BODY, "marking.mark"),
    /** 院校考务: applies for exam sites, enters and registers candidates, opens rooms for them. */
    COLLEGE_OFFICER(
            OrganizationKind.COLLEGE,
            "organization.read",
            "catalog.read",
            "plan.read",
            "site.read",
            "site.apply",
            "fee.read",
            "job.read",
            "file.upload",
            "candidate.read",
            "candidate.write",
            "candidate.disclose",
            "photo.read",
            "photo.write",
            "identity.confirm",
            "registration.read",
            "registration.write",
            "seating.read",
            "seating.open",
            "staffing.read",
            "staffing.apply",
            "staffing.assign",
            "printing.read",
            "printing.print",
            "node.read",
            "node.enrol",
            "node.withdraw",
            "dispatch.read",
            "script.read",
            "result.read",
            "result.appeal",
            "certificate.read",
            "certificate.sign");

    private final OrganizationKind at;
    private final Set<String> permissions;

    Duty(OrganizationKind at, String... permissions) {
        this.at = at;
        this.permissions = Set.of(permissions);
    }

    OrganizationKind at() {
        return at;
    }

    Set<String> permissions() {
        return permissions;
    }
}
