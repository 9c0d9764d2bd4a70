package org.onex.center.marking;

import java.util.UUID;
import org.onex.center.paper.PaperDirectory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sealed papers with what is right in them. Nothing is kept in memory: who marks a paper may read its key, nothing else may. */
@Component
class PapersToMark {

    private final PaperDirectory papers;
    private final JsonMapper json;

    PapersToMark(PaperDirectory papers, JsonMapper json) {
        this.papers = papers;
        this.json = json;
    }

    /** @throws RuntimeException if it cannot be read */
    MarkingKey key(UUID paper, String form) {
        return MarkingKey.read(papers.answerKey(paper, form), paper, form, json);
    }

    /** @throws RuntimeException if it cannot be read */
    AskedPaper asked(UUID paper, String form) {
        return AskedPaper.read(papers.candidatePaper(paper, form), json);
    }
}
