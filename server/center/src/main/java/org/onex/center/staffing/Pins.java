package org.onex.center.staffing;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The PINs that count, sealed. */
@Repository
class Pins {

    private final JdbcClient jdbc;
    private final Vault vault;

    Pins(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** These count from now on at a site that this transaction holds, and no others. */
    void replace(StaffedSite site, Map<UUID, Pin> issued) {
        jdbc.sql("delete from staffing.pin where site_id = :site and plan = :plan")
                .param("site", site.site())
                .param("plan", site.plan())
                .update();
        issued.forEach((invigilator, pin) -> jdbc.sql("""
                        insert into staffing.pin (site_id, plan, invigilator_id, pin_sealed)
                        values (:site, :plan, :invigilator, :sealed)
                        """)
                .param("site", site.site())
                .param("plan", site.plan())
                .param("invigilator", invigilator)
                .param("sealed", vault.seal(pin.value(), purpose(site.plan(), site.site(), invigilator)))
                .update());
    }

    /** By invigilator. */
    Map<UUID, Pin> of(String plan, UUID site) {
        var found = new TreeMap<UUID, Pin>();
        jdbc.sql("select invigilator_id, pin_sealed from staffing.pin where site_id = :site and plan = :plan")
                .param("site", site)
                .param("plan", plan)
                .query((row, n) -> {
                    var invigilator = row.getObject("invigilator_id", UUID.class);
                    var pin = vault.openText(row.getBytes("pin_sealed"), purpose(plan, site, invigilator));
                    return Map.entry(invigilator, new Pin(pin));
                })
                .list()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private static String purpose(String plan, UUID site, UUID invigilator) {
        return "pin of " + invigilator + " at " + site + " for " + plan;
    }
}
