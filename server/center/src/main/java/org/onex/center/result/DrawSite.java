package org.onex.center.result;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.onex.center.plan.PlanOutline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One step of drawing up a plan's results: all people of a site, or the end. */
@Component
class DrawSite {

    private final JdbcClient jdbc;
    private final Sheets sheets;
    private final GatherEvidence evidence;
    private final Results results;
    private final Problems problems;
    private final Clock clock;

    DrawSite(
            JdbcClient jdbc,
            Sheets sheets,
            GatherEvidence evidence,
            Results results,
            Problems problems,
            Clock clock) {
        this.jdbc = jdbc;
        this.sheets = sheets;
        this.evidence = evidence;
        this.results = results;
        this.problems = problems;
        this.clock = clock;
    }

    /** Draws a site up for this version, unless it has been. */
    @Transactional
    void draw(PlanOutline plan, UUID site, int version) {
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

    /** All sites are drawn up. */
    @Transactional
    Sheet.Counts finish(String plan, int version) {
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
