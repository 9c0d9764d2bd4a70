package org.onex.center.dispatch;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onex.contract.bundle.SiteBundle;

/** What other modules may ask about what was sent to sites. */
public interface DispatchDirectory {

    /** A version of a bundle of this site, whether it stands or not; empty if it was never packed. */
    Optional<Sent> sent(UUID site, UUID bundle, int version);

    /**
     * A version of a bundle as it was signed and sent (已下发的考试包).
     *
     * @param awardingBody code of the body whose plan it is
     * @param content      with the opaque ids of all attempts, and with names
     * @param papers       which paper a sealed form is of, by the form's SHA-256
     */
    record Sent(String awardingBody, SiteBundle content, Map<String, UUID> papers) {

        public Sent {
            papers = Map.copyOf(papers);
        }
    }
}
