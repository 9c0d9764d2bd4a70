package org.onex.center.paper;

import java.util.List;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;

/**
 * A paper that is final (已封卷的试卷): read by two people, sealed, never changed.
 *
 * @param edition       counts the sealed papers of a qualification, level and subject
 * @param title         as it is printed
 * @param drill         good for rehearsals only (演练题)
 * @param qualification its code
 */
public record SealedPaper(
        UUID id,
        int edition,
        String title,
        boolean drill,
        String qualification,
        Level level,
        Subject subject,
        List<SealedForm> forms) {

    /**
     * A form (卷型), {@code A} or {@code B}.
     *
     * @param sha256 of the bytes that candidates get
     */
    public record SealedForm(String name, String sha256) {}

    public SealedPaper {
        forms = List.copyOf(forms);
    }
}
