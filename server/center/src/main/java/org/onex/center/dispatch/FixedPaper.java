package org.onex.center.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.onex.contract.bundle.SiteBundle;

/**
 * The paper of a session, the same at all sites and for ever (场次用卷): which one it is is settled when the session is packed first.
 *
 * @param drill   good for rehearsals only
 * @param keyFrom from when its key is given out
 * @param forms   as nodes get them, sealed
 */
record FixedPaper(UUID session, UUID paper, boolean drill, Instant keyFrom, List<SiteBundle.PaperFile> forms) {

    FixedPaper {
        forms = List.copyOf(forms);
    }
}
