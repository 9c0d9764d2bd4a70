package org.onex.center.paper;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.file.FileStore;
import org.onex.center.organization.Actor;
import org.onex.center.paper.Paper.SealedContent;
import org.onex.center.paper.Paper.Sealing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Makes a paper final: what candidates get and the answer key are written once and kept for ever (封卷). */
@Service
class SealPaper {

    private final Papers papers;
    private final ItemBanks banks;
    private final FileStore files;
    private final Clock clock;
    private final AuditTrail trail;
    private final JsonMapper json;

    SealPaper(Papers papers, ItemBanks banks, FileStore files, Clock clock, AuditTrail trail, JsonMapper json) {
        this.papers = papers;
        this.banks = banks;
        this.files = files;
        this.clock = clock;
        this.trail = trail;
        this.json = json;
    }

    /**
     * Sealing what is sealed changes nothing.
     *
     * @param version the one that was read
     */
    @Transactional
    Paper seal(UUID id, int version, Actor actor) {
        var paper = papers.findForChange(id)
                .filter(found -> found.isOf(actor))
                .orElseThrow(() -> PaperRefused.of(PaperRefused.Code.UNKNOWN));
        if (paper.isSealed()) {
            return paper;
        }
        paper.requireVersion(version);
        paper.requireReady();
        var origin = paper.origin();
        banks.holdLevel(origin.qualification(), origin.level());
        var contents = contents(paper);
        var edition = papers.sealed(origin.qualification(), origin.level(), origin.subject()).stream()
                        .findFirst()
                        .map(Paper::sealing)
                        .map(Sealing::edition)
                        .orElse(0)
                + 1;
        var sealing = new Sealing(edition, Signature.of(actor, clock), contents);
        var sealed = paper.sealed(sealing);
        papers.seal(sealed, sealing);
        trail.record(actor, "paper.seal-paper", id.toString(), facts(sealing));
        return sealed;
    }

    private List<SealedContent> contents(Paper paper) {
        var questions = banks.bankOf(paper).byId();
        return paper.pair().forms().stream()
                .map(form -> new SealedContent(
                        form.name(),
                        keep(CandidatePaper.of(paper, form, questions)),
                        keep(AnswerKey.of(paper, form, questions))))
                .toList();
    }

    private String keep(Object content) {
        return files.keep(json.writeValueAsBytes(content));
    }

    private static Map<String, Object> facts(Sealing sealing) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("edition", sealing.edition());
        for (var content : sealing.contents()) {
            facts.put("paper" + content.form(), content.paper());
            facts.put("key" + content.form(), content.key());
        }
        return facts;
    }
}
