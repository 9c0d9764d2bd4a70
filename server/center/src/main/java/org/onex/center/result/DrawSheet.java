package org.onex.center.result;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobWork;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Draws up a plan's results site after site (成绩汇总); after a restart it goes on with those that are missing. */
@Component
class DrawSheet implements JobWork {

    static final String KIND = "result.draw-sheet";

    private final JdbcClient jdbc;
    private final PlanDirectory plans;
    private final GatherEvidence evidence;
    private final Sheets sheets;
    private final Results results;
    private final Problems problems;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DrawSheet(
            JdbcClient jdbc,
            PlanDirectory plans,
            GatherEvidence evidence,
            Sheets sheets,
            Results results,
            Problems problems,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.evidence = evidence;
        this.sheets = sheets;
        this.results = results;
        this.problems = problems;
        this.transaction = transaction;
        this.clock = clock;
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
            var site = sites.get(done);
            transaction.executeWithoutResult(status -> draw(plan, site, version));
        }
        run.progress(sites.size(), sites.size());
        var counts = Objects.requireNonNull(transaction.execute(status -> finish(plan.code(), version)));
        return Map.of(
                "sites", sites.size(),
                "people", counts.people(),
                "passed", counts.passed(),
                "problems", counts.problems());
    }

    private void draw(PlanOutline plan, UUID site, int version) {
        // Leaning keeps whoever begins another version waiting, and nobody who marks.
        requireCurrent(sheets.lean(plan.code()).orElseThrow(), version);
        if (isClaimed(plan.code(), site, version)) {
            var found = evidence.site(plan, site);
            results.replace(plan.code(), site, found.results());
            problems.replace(plan.code(), site, found.problems());
        }
    }

    /** Two runs of one job wait for each other here, and the second one finds it done. */
    private boolean isClaimed(String plan, UUID site, int version) {
        return jdbc.sql("""
                        insert into result.drawing (site_id, plan, version) values (:site, :plan, :version)
                        on conflict (site_id, plan) do update set version = excluded.version
                        where drawing.version < excluded.version
                        """)
                        .param("site", site)
                        .param("plan", plan)
                        .param("version", version)
                        .update()
                == 1;
    }

    private Sheet.Counts finish(String plan, int version) {
        var sheet = sheets.hold(plan);
        requireCurrent(sheet, version);
        var drawn = sheet.drawn();
        if (drawn != null) {
            return drawn.counts();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var counts = results.counts(plan, null);
        sheets.change(sheet.drawnUp(new Sheet.Drawn(now, results.digest(plan), counts)));
        return counts;
    }

    private static void requireCurrent(Sheet sheet, int version) {
        if (sheet.version() != version) {
            throw ResultRefused.of(ResultRefused.Code.CHANGED, "version", sheet.version());
        }
    }
}
