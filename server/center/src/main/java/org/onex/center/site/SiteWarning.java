package org.onex.center.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something about a site that its college and the deciding body should look at; it refuses nothing. Computed, not stored.
 *
 * @param facts what the sentence needs
 */
record SiteWarning(Code code, Map<String, Object> facts) {

    private static final int ADVISED_SPARE_PERCENT = 5;

    /** What is odd. */
    enum Code {
        /** Not called "XX学校网店运营推广证书考核站点"; fact {@code expected}. */
        NAME_UNUSUAL,
        /** Fewer spare machines than advised; facts {@code spareMachines} and {@code advised}. */
        FEW_SPARE_MACHINES
    }

    static List<SiteWarning> of(SiteDetails details, String collegeName, String qualificationShortName) {
        var warnings = new ArrayList<SiteWarning>();
        var expected = collegeName + qualificationShortName + "证书考核站点";
        if (!details.name().equals(expected)) {
            warnings.add(new SiteWarning(Code.NAME_UNUSUAL, Map.of("expected", expected)));
        }
        int advised = Math.ceilDiv(details.machines() * ADVISED_SPARE_PERCENT, 100);
        if (details.spareMachines() < advised) {
            warnings.add(new SiteWarning(
                    Code.FEW_SPARE_MACHINES, Map.of("spareMachines", details.spareMachines(), "advised", advised)));
        }
        return warnings;
    }
}
