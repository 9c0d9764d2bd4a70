package org.onex.center.photo;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.onex.center.candidate.EnrolmentKey;

/** What other modules may ask about photos. */
public interface PhotoDirectory {

    /** Which of these people have a photo that is as demanded; it is not opened again for that. */
    Set<EnrolmentKey> fitting(Collection<EnrolmentKey> people, PhotoDemand demand);

    /** The photos of these people as far as they have one: the SHA-256 under which the file store keeps it, as it was sent (JPEG or PNG). */
    Map<EnrolmentKey, String> files(Collection<EnrolmentKey> people);
}
