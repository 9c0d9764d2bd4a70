package org.onex.center.staffing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invigilators: named by colleges, decided on by awarding bodies. */
@RestController
@RequestMapping("/api/staffing/invigilators")
class InvigilatorController {

    private final InvigilatorList list;
    private final Invigilators invigilators;
    private final ApplyForInvigilators apply;
    private final DecideOnInvigilators decide;
    private final DisclosePhone disclose;
    private final InvigilatorViews views;

    InvigilatorController(
            InvigilatorList list,
            Invigilators invigilators,
            ApplyForInvigilators apply,
            DecideOnInvigilators decide,
            DisclosePhone disclose,
            InvigilatorViews views) {
        this.list = list;
        this.invigilators = invigilators;
        this.apply = apply;
        this.decide = decide;
        this.disclose = disclose;
        this.views = views;
    }

    /**
     * Somebody named by a college, which says to which body, or entered by a body, which says for which college.
     *
     * @param key               made by the page, another one for each person: the same again enters nobody more
     * @param awardingBody      its code; null if the body itself asks
     * @param college           its code; null if the college itself asks
     * @param certificate       empty, with its number and issuer, if there is none
     */
    record InvigilatorRequest(
            UUID key,
            @Nullable String awardingBody,
            @Nullable String college,
            String name,
            String phone,
            String region,
            String teaches,
            boolean teachesQualification,
            String certificate,
            String certificateNumber,
            String issuer) {

        Invigilator.Between between(Actor actor) {
            return new Invigilator.Between(
                    party(OrganizationKind.COLLEGE, college, "college", actor),
                    party(OrganizationKind.AWARDING_BODY, awardingBody, "awardingBody", actor));
        }

        Particulars particulars() {
            return new Particulars(
                    name, phone, region, teaches, teachesQualification, certificate, certificateNumber, issuer);
        }

        private static String party(OrganizationKind kind, @Nullable String said, String field, Actor actor) {
            var own = actor.organization();
            if (said == null) {
                StaffingRefused.require(own.kind() == kind, field);
                return own.code();
            }
            return said.strip();
        }
    }

    /**
     * @param version the one that was read; if somebody changed it since, it is refused
     * @param phone   whole, or masked as it was shown: then it stays
     */
    record InvigilatorRevision(
            int version,
            String name,
            String phone,
            String region,
            String teaches,
            boolean teachesQualification,
            String certificate,
            String certificateNumber,
            String issuer) {

        Particulars particulars(Particulars before) {
            return new Particulars(
                    name,
                    before.phoneMeantBy(phone),
                    region,
                    teaches,
                    teachesQualification,
                    certificate,
                    certificateNumber,
                    issuer);
        }
    }

    record InvigilatorVersion(int version) {}

    record InvigilatorOpinion(int version, String opinion) {}

    record InvigilatorRetirement(int version, String reason) {}

    record DisclosureReason(String reason) {}

    record DisclosedPhone(String phone) {

        /** Never the phone: records end up in logs. */
        @Override
        public String toString() {
            return "DisclosedPhone[…]";
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('staffing.read')")
    Page<InvigilatorView> list(
            @ParameterObject InvigilatorList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        var rows = list.find(filter, actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(filter, actor), InvigilatorList::key);
        return new Page<>(views.of(found.items()), found.next(), found.total());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('staffing.read')")
    InvigilatorView get(@PathVariable UUID id, Actor actor) {
        return invigilators
                .find(id)
                .filter(found -> found.isVisibleTo(actor))
                .map(views::of)
                .orElseThrow(() -> StaffingRefused.of(StaffingRefused.Code.INVIGILATOR_UNKNOWN));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyAuthority('staffing.apply', 'staffing.decide')")
    InvigilatorView enter(@RequestBody InvigilatorRequest request, Actor actor) {
        return views.of(apply.enter(request.key(), request.between(actor), request.particulars(), actor));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('staffing.apply')")
    InvigilatorView revise(@PathVariable UUID id, @RequestBody InvigilatorRevision request, Actor actor) {
        return views.of(apply.revise(id, request.version(), request::particulars, actor));
    }

    @PostMapping("/{id}/approval")
    @PreAuthorize("hasAuthority('staffing.decide')")
    InvigilatorView approve(@PathVariable UUID id, @RequestBody InvigilatorVersion request, Actor actor) {
        return views.of(decide.approve(id, request.version(), actor));
    }

    @PostMapping("/{id}/return")
    @PreAuthorize("hasAuthority('staffing.decide')")
    InvigilatorView giveBack(@PathVariable UUID id, @RequestBody InvigilatorOpinion request, Actor actor) {
        return views.of(decide.giveBack(id, request.version(), request.opinion(), actor));
    }

    @PostMapping("/{id}/retirement")
    @PreAuthorize("hasAnyAuthority('staffing.apply', 'staffing.decide')")
    InvigilatorView retire(@PathVariable UUID id, @RequestBody InvigilatorRetirement request, Actor actor) {
        return views.of(decide.retire(id, request.version(), request.reason(), actor));
    }

    /** Shows the whole phone number, on record. */
    @PostMapping("/{id}/disclosure")
    @PreAuthorize("hasAnyAuthority('staffing.apply', 'staffing.decide')")
    DisclosedPhone disclosePhone(@PathVariable UUID id, @RequestBody DisclosureReason request, Actor actor) {
        return new DisclosedPhone(disclose.disclose(id, request.reason(), actor));
    }
}
