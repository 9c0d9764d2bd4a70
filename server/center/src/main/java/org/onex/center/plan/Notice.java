package org.onex.center.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.contract.kernel.Money;

/**
 * What an awarding body announces (通知): one document with all its plans, fees, contacts and prose, as printed, each value with its
 * origin.
 *
 * @param code         ours, unique; its plans are numbered after it
 * @param number       the document's own number (文号), where it has one
 * @param awardingBody code of the body that issues it
 * @param readings     how places that can be read in two ways are read
 */
record Notice(
        String code,
        @Nullable String number,
        String title,
        Kind kind,
        @Nullable LocalDate issued,
        String awardingBody,
        Origin origin,
        List<QualificationName> qualifications,
        List<Plan> plans,
        @Nullable Eligibility eligibility,
        List<Fee> fees,
        @Nullable Payment payment,
        List<Contact> contacts,
        List<Group> groups,
        List<String> attachments,
        List<Section> text,
        List<Reading> readings) {

    /** What sort of document it is. */
    enum Kind {
        NOTICE,
        HANDBOOK
    }

    /** Who may register (报名条件). */
    record Eligibility(
            List<String> kinds,
            boolean nonPilotColleges,
            @Nullable String text,
            Origin origin,
            Map<String, Origin> valueOrigins) {}

    /** The price of a level (考核费用标准), for one person once. */
    record Fee(QualificationName qualification, Level level, Money amount, FeeKind kind, Origin origin) {}

    /** Whether a province has fixed the price yet (多退少补). */
    enum FeeKind {
        PROVISIONAL,
        FINAL
    }

    /** How fees are paid (缴费方式). */
    record Payment(
            @Nullable Account account,
            @Nullable String remark,
            @Nullable String text,
            Origin origin) {}

    /** Where fees are paid to (收款账户). */
    record Account(
            String name,
            @Nullable String taxNumber,
            @Nullable String address,
            @Nullable String phone,
            String bank,
            String number,
            @Nullable String routing) {}

    /** Whom to ask about what (联系方式). */
    record Contact(String purpose, @Nullable String name, String phone, List<String> regions, Origin origin) {}

    /**
     * A chat group (QQ群).
     *
     * @param plan the sequence of the plan it is for
     */
    record Group(String name, String number, @Nullable Integer plan, Origin origin) {}

    /** A stretch of the document's prose. */
    record Section(String section, @Nullable String title, String body) {}

    /** A place that can be read in two ways, how it is read, and why. */
    record Reading(@Nullable String section, String says, String read, String reason) {}

    /** What has to be supplied before the notice can be published. */
    record Missing(String plan, StageKind what) {}

    /** A plan without 公示 could never come to a certificate, so it must have one before it is published. */
    List<Missing> missing() {
        return plans.stream()
                .filter(plan -> plan.stage(StageKind.PUBLICITY)
                        .filter(stage -> stage.from() != null && stage.to() != null)
                        .isEmpty())
                .map(plan -> new Missing(plan.code(), StageKind.PUBLICITY))
                .collect(Collectors.toList());
    }

    /** The plan with this code, which must be one of ours. */
    Plan plan(String planCode) {
        return plans.stream()
                .filter(plan -> plan.code().equals(planCode))
                .findFirst()
                .orElseThrow();
    }

    Notice withPlans(List<Plan> replaced) {
        return new Notice(
                code,
                number,
                title,
                kind,
                issued,
                awardingBody,
                origin,
                qualifications,
                replaced,
                eligibility,
                fees,
                payment,
                contacts,
                groups,
                attachments,
                text,
                readings);
    }
}
