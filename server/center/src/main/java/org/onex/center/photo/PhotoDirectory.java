package org.onex.center.photo;

import java.util.Collection;
import java.util.Set;
import org.onex.center.candidate.EnrolmentKey;

/** What other modules may ask about photos. */
public interface PhotoDirectory {

    /** Which of these people have a photo that is as demanded; it is not opened again for that. */
    Set<EnrolmentKey> fitting(Collection<EnrolmentKey> people, PhotoDemand demand);
}
