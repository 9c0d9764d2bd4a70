package org.onex.center.paper;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Papers: assembled, read by two people, sealed. */
@RestController
@RequestMapping("/api/paper/papers")
class PaperController {

    private final PaperList list;
    private final Papers papers;
    private final AssemblePaper assemble;
    private final ProofReadPaper proofs;
    private final SealPaper seal;
    private final QualificationDirectory qualifications;

    PaperController(
            PaperList list,
            Papers papers,
            AssemblePaper assemble,
            ProofReadPaper proofs,
            SealPaper seal,
            QualificationDirectory qualifications) {
        this.list = list;
        this.papers = papers;
        this.assemble = assemble;
        this.proofs = proofs;
        this.seal = seal;
        this.qualifications = qualifications;
    }

    /**
     * @param seed the same one gives the same forms of the same bank; left out it is drawn
     */
    record AssemblyRequest(
            UUID bank, Subject subject, @Nullable Long seed) {}

    /**
     * @param version the one that was read; if somebody changed the paper since, it is refused
     * @param opinion must say what is wrong if it did not pass
     */
    record ProofRequest(
            int version, boolean passed, @Nullable String opinion) {}

    record SealingRequest(int version) {}

    /** Titles and states, also for exam officers: nothing of what is asked. */
    @GetMapping
    @PreAuthorize("hasAnyAuthority('paper.list', 'paper.read')")
    Page<PaperView.PaperSummary> list(
            @ParameterObject PaperList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        var rows = list.find(filter, actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(filter, actor), PaperList.Row::key);
        var items = found.items().stream()
                .map(row -> PaperView.PaperSummary.of(row, nameOf(row.qualification())))
                .toList();
        return new Page<>(items, found.next(), found.total());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('paper.write')")
    PaperView assemble(@RequestBody AssemblyRequest request, Actor actor) {
        return view(assemble.assemble(request.bank(), request.subject(), request.seed(), actor));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('paper.read')")
    PaperView get(@PathVariable UUID id, Actor actor) {
        return papers.find(id)
                .filter(paper -> paper.isOf(actor))
                .map(this::view)
                .orElseThrow(() -> PaperRefused.of(PaperRefused.Code.UNKNOWN));
    }

    /** A form with its answers; who opens it is on the audit trail. */
    @GetMapping("/{id}/forms/{form}")
    @PreAuthorize("hasAuthority('paper.proof')")
    FormView form(@PathVariable UUID id, @PathVariable String form, Actor actor) {
        return proofs.open(id, form, actor);
    }

    @PostMapping("/{id}/proofs")
    @PreAuthorize("hasAuthority('paper.proof')")
    PaperView proofRead(@PathVariable UUID id, @RequestBody ProofRequest request, Actor actor) {
        var opinion = request.opinion();
        return view(proofs.judge(id, request.version(), request.passed(), opinion == null ? "" : opinion, actor));
    }

    @PostMapping("/{id}/sealing")
    @PreAuthorize("hasAuthority('paper.write')")
    PaperView seal(@PathVariable UUID id, @RequestBody SealingRequest request, Actor actor) {
        return view(seal.seal(id, request.version(), actor));
    }

    private PaperView view(Paper paper) {
        return PaperView.of(paper, nameOf(paper.origin().qualification()));
    }

    private QualificationName nameOf(String code) {
        return qualifications
                .outline(code)
                .map(outline -> new QualificationName(outline.code(), outline.name()))
                .orElseThrow();
    }
}
