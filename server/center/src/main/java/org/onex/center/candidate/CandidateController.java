package org.onex.center.candidate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.IdNumber;
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

/** A college's own candidates, one at a time and as a list. */
@RestController
@RequestMapping("/api/candidate")
class CandidateController {

    private final CandidateList list;
    private final Enrolments enrolments;
    private final KeepCandidates keep;

    CandidateController(CandidateList list, Enrolments enrolments, KeepCandidates keep) {
        this.list = list;
        this.enrolments = enrolments;
        this.keep = keep;
    }

    /** What is filled in of a candidate, by field, as in a roster; ID number and phone left out stay as they are. */
    record FormRequest(Map<Field, String> values) {

        CandidateForm form() {
            var stripped = new EnumMap<Field, String>(Field.class);
            values.forEach((field, text) -> stripped.put(field, text.strip()));
            return new CandidateForm(stripped);
        }
    }

    /**
     * @param version the one that was read; if somebody changed it since, it is refused
     */
    record CandidateRevisionRequest(int version, Map<Field, String> values) {

        CandidateForm form() {
            return new FormRequest(values).form();
        }
    }

    record VersionRequest(int version) {}

    record SearchRequest(String idNumber) {}

    record ReasonRequest(String reason) {}

    /**
     * What may be filled in where only certain words are possible.
     *
     * @param classes of the college, for filtering
     */
    record Overview(List<CandidateList.StateCount> states, List<String> classes, Map<Field, List<String>> choices) {}

    @GetMapping("/enrolments")
    @PreAuthorize("hasAuthority('candidate.read')")
    Page<CandidateView> list(
            @ParameterObject CandidateList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        var college = actor.organization().code();
        var rows = list.find(college, filter, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(college, filter), CandidateList::keyOf);
        return new Page<>(found.items().stream().map(CandidateView::masked).toList(), found.next(), found.total());
    }

    @GetMapping("/overview")
    @PreAuthorize("hasAuthority('candidate.read')")
    Overview overview(Actor actor) {
        var college = actor.organization().code();
        return new Overview(
                list.states(college),
                list.classes(college),
                Map.of(
                        Field.KIND, Choices.KINDS.offered(),
                        Field.NATION, Choices.NATIONS.offered(),
                        Field.EDUCATION, Choices.EDUCATIONS.offered(),
                        Field.CONSENT, Choices.YES_NO.offered()));
    }

    /** Looks for one person by the whole ID number, which has no place in an address. */
    @PostMapping("/searches")
    @PreAuthorize("hasAuthority('candidate.read')")
    List<CandidateView> search(@RequestBody SearchRequest request, Actor actor) {
        if (IdNumber.flawOf(request.idNumber()).isPresent()) {
            return List.of();
        }
        var number = IdNumber.of(request.idNumber());
        var keys = enrolments.enrolled(List.of(number), actor.organization().code());
        return enrolments.find(keys.values()).stream()
                .map(CandidateView::masked)
                .toList();
    }

    @GetMapping("/enrolments/{candidate}/{enrolment}")
    @PreAuthorize("hasAuthority('candidate.read')")
    CandidateView get(@PathVariable UUID candidate, @PathVariable UUID enrolment, Actor actor) {
        return enrolments
                .find(new EnrolmentKey(candidate, enrolment))
                .filter(found -> found.college().equals(actor.organization().code()))
                .map(CandidateView::masked)
                .orElseThrow(() -> CandidateRefused.of(CandidateRefused.Code.UNKNOWN));
    }

    @PostMapping("/enrolments")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('candidate.write')")
    CandidateView add(@RequestBody FormRequest request, Actor actor) {
        return CandidateView.masked(keep.add(request.form(), actor));
    }

    @PutMapping("/enrolments/{candidate}/{enrolment}")
    @PreAuthorize("hasAuthority('candidate.write')")
    CandidateView revise(
            @PathVariable UUID candidate,
            @PathVariable UUID enrolment,
            @RequestBody CandidateRevisionRequest request,
            Actor actor) {
        var key = new EnrolmentKey(candidate, enrolment);
        return CandidateView.masked(keep.revise(key, request.version(), request.form(), actor));
    }

    /** Takes somebody off the roster who is not at the college any more, or never was. */
    @PostMapping("/enrolments/{candidate}/{enrolment}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('candidate.write')")
    void end(
            @PathVariable UUID candidate,
            @PathVariable UUID enrolment,
            @RequestBody VersionRequest request,
            Actor actor) {
        keep.end(new EnrolmentKey(candidate, enrolment), request.version(), actor);
    }

    /** Shows the whole ID number and phone number, on record. */
    @PostMapping("/enrolments/{candidate}/{enrolment}/disclosure")
    @PreAuthorize("hasAuthority('candidate.disclose')")
    CandidateView disclose(
            @PathVariable UUID candidate,
            @PathVariable UUID enrolment,
            @RequestBody ReasonRequest request,
            Actor actor) {
        var key = new EnrolmentKey(candidate, enrolment);
        return CandidateView.disclosed(keep.disclose(key, request.reason(), actor));
    }
}
