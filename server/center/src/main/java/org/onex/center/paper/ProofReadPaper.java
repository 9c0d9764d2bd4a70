package org.onex.center.paper;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading a paper before it is sealed: opening a form, which is remembered, and saying whether it is right (审校). */
@Service
@Transactional
class ProofReadPaper {

    private final Papers papers;
    private final ItemBanks banks;
    private final Clock clock;
    private final AuditTrail trail;

    ProofReadPaper(Papers papers, ItemBanks banks, Clock clock, AuditTrail trail) {
        this.papers = papers;
        this.banks = banks;
        this.clock = clock;
        this.trail = trail;
    }

    /** A form with everything it asks and its answers. */
    FormView open(UUID id, String name, Actor actor) {
        var paper = papers.find(id)
                .filter(found -> found.isOf(actor))
                .orElseThrow(() -> PaperRefused.of(PaperRefused.Code.UNKNOWN));
        var view = FormView.of(paper, paper.form(name), banks.bankOf(paper).byId());
        trail.record(actor, "paper.read-form", id.toString(), Map.of("form", name));
        return view;
    }

    /**
     * @param version the one that was read
     * @param opinion what is wrong, or a remark; may be empty if it passed
     */
    Paper judge(UUID id, int version, boolean passed, String opinion, Actor actor) {
        var paper = papers.findForChange(id)
                .filter(found -> found.isOf(actor))
                .orElseThrow(() -> PaperRefused.of(PaperRefused.Code.UNKNOWN));
        paper.requireVersion(version);
        var proof = Paper.Proof.of(Signature.of(actor, clock), passed, opinion);
        var read = paper.proofRead(proof);
        papers.proofRead(read);
        // Not the opinion: it may say what is asked, and whoever reads the trail has no business with that.
        trail.record(
                actor,
                "paper.proof-read",
                id.toString(),
                Map.of("passed", passed, "state", read.state().name()));
        return read;
    }
}
