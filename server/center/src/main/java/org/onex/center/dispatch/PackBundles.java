package org.onex.center.dispatch;

import java.util.EnumMap;
import java.util.Map;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobWork;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.seating.SeatingDirectory;
import org.springframework.stereotype.Component;

/** Packs all sites of a plan one after another; after a restart what is packed already is found unchanged. */
@Component
class PackBundles implements JobWork {

    static final String KIND = "dispatch.pack-bundles";

    private final PackSite pack;
    private final PlanDirectory plans;
    private final SeatingDirectory seating;

    PackBundles(PackSite pack, PlanDirectory plans, SeatingDirectory seating) {
        this.pack = pack;
        this.plans = plans;
        this.seating = seating;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        var plan = plans.published(run.subject()).orElseThrow();
        var sites = seating.arrangedSites(plan.code());
        var counts = new EnumMap<StoreBundle.Outcome, Integer>(StoreBundle.Outcome.class);
        for (int done = 0; done < sites.size(); done++) {
            run.progress(done, sites.size());
            pack.pack(plan, sites.get(done), run.actor()).forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        }
        run.progress(sites.size(), sites.size());
        return Map.of(
                "sites", sites.size(),
                "packed", count(counts, StoreBundle.Outcome.PACKED),
                "unchanged", count(counts, StoreBundle.Outcome.UNCHANGED),
                "blocked", count(counts, StoreBundle.Outcome.BLOCKED));
    }

    private static int count(Map<StoreBundle.Outcome, Integer> counts, StoreBundle.Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
