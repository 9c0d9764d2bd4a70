package org.onex.center.paper;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.file.FileStore;
import org.onex.center.paper.Paper.SealedContent;
import org.onex.center.paper.Paper.Sealing;
import org.springframework.stereotype.Component;

/** Answers other modules' questions about papers. */
@Component
class SealedPapers implements PaperDirectory {

    private final Papers papers;
    private final FileStore files;

    SealedPapers(Papers papers, FileStore files) {
        this.papers = papers;
        this.files = files;
    }

    @Override
    public List<SealedPaper> sealed(String qualification, Level level, Subject subject) {
        return papers.sealed(qualification, level, subject).stream()
                .map(paper -> outline(paper, Objects.requireNonNull(paper.sealing())))
                .toList();
    }

    @Override
    public byte[] candidatePaper(UUID paper, String form) {
        return files.read(content(paper, form).paper());
    }

    @Override
    public byte[] answerKey(UUID paper, String form) {
        return files.read(content(paper, form).key());
    }

    private SealedContent content(UUID paper, String form) {
        return papers.find(paper)
                .map(Paper::sealing)
                .flatMap(sealing -> sealing.contents().stream()
                        .filter(content -> content.form().equals(form))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no sealed paper " + paper + " with a form " + form));
    }

    private static SealedPaper outline(Paper paper, Sealing sealing) {
        var origin = paper.origin();
        return new SealedPaper(
                paper.id(),
                sealing.edition(),
                origin.title(),
                origin.drill(),
                origin.qualification(),
                origin.level(),
                origin.subject(),
                sealing.contents().stream()
                        .map(content -> new SealedPaper.SealedForm(content.form(), content.paper()))
                        .toList());
    }
}
