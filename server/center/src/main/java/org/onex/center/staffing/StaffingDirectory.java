package org.onex.center.staffing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What other modules may ask about the people who look after rooms. */
public interface StaffingDirectory {

    /** The invigilators of a site's rooms for a plan, by room opening and number. */
    List<AssignedInvigilator> assigned(String plan, UUID site);

    /** Changes with every change of who invigilates where at a site for a plan; 0 before the first. */
    int version(String plan, UUID site);

    /** Changes with every change of who invigilates where and with every PIN that is given out; 0 before the first. */
    int revision(String plan, UUID site);

    /** The revision of each site that has been staffed for a plan. */
    Map<UUID, Integer> revisions(String plan);

    /** The one-time PINs that count now for a site and a plan, by invigilator; whoever has been given none is absent. */
    Map<UUID, String> pins(String plan, UUID site);
}
