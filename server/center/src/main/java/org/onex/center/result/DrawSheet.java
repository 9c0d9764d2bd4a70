package org.onex.center.result;

import java.util.Map;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobWork;
import org.onex.center.plan.PlanDirectory;
import org.springframework.stereotype.Component;

/** Draws up a plan's results site after site (成绩汇总); after a restart it goes on with those that are missing. */
@Component
class DrawSheet implements JobWork {

    static final String KIND = "result.draw-sheet";

    private final PlanDirectory plans;
    private final GatherEvidence evidence;
    private final Sheets sheets;
    private final DrawSite draw;

    DrawSheet(PlanDirectory plans, GatherEvidence evidence, Sheets sheets, DrawSite draw) {
        this.plans = plans;
        this.evidence = evidence;
        this.sheets = sheets;
        this.draw = draw;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        var plan = plans.published(run.subject()).orElseThrow();
        var version = sheets.find(plan.code()).orElseThrow().version();
        var sites = evidence.sites(plan.code());
        for (int done = 0; done < sites.size(); done++) {
            run.progress(done, sites.size());
            draw.draw(plan, sites.get(done), version);
        }
        run.progress(sites.size(), sites.size());
        var counts = draw.finish(plan.code(), version);
        return Map.of(
                "sites", sites.size(),
                "people", counts.people(),
                "passed", counts.passed(),
                "problems", counts.problems());
    }
}
