package org.onex.center.paper;

import java.util.List;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;

/** What other modules may ask about papers: only sealed ones exist for them. */
public interface PaperDirectory {

    /** All sealed papers of a qualification (by code) at a level, the newest edition first. */
    List<SealedPaper> sealed(String qualification, Level level, Subject subject);

    /**
     * What candidates get who have this form: the paper JSON of the answer protocol, the same bytes for ever.
     *
     * @throws IllegalArgumentException if no sealed paper has this form
     */
    byte[] candidatePaper(UUID paper, String form);

    /**
     * How a form is scored, as JSON. For marking only: nothing that leaves the centre may hold it.
     *
     * @throws IllegalArgumentException if no sealed paper has this form
     */
    byte[] answerKey(UUID paper, String form);
}
