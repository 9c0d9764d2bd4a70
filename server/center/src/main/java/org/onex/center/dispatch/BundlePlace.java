package org.onex.center.dispatch;

import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * For which site and which hours a bundle is (考点 × 计划 × 时段).
 *
 * @param plan its code
 */
record BundlePlace(UUID site, String plan, int slot) {

    /** As every statement about it names them. */
    MapSqlParameterSource parameters() {
        return new MapSqlParameterSource("site", site).addValue("plan", plan).addValue("slot", slot);
    }
}
