package org.onex.rehearsal.scene;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Findings;
import tools.jackson.databind.JsonNode;

/**
 * What every stage needs to know.
 *
 * @param notice the chosen one
 * @param plan   the chosen one of that notice
 * @param candidates how many take part
 * @param api    the committed description of the centre's HTTP API
 * @param disk   where a product of our own keeps everything; null if it is not our own
 * @param nodes  the real servers of sites that were started
 * @param books  what was sat, as the candidates' own machines know it
 */
public record Scene(
        DemoData data,
        NoticeFile notice,
        NoticeFile.Outline plan,
        int candidates,
        Center center,
        Findings<Claim> findings,
        Path api,
        @Nullable Path disk,
        SiteNodes nodes,
        ExamBooks books) {

    /** Notes whether something holds that must. */
    public void check(Claim claim, boolean holds, Supplier<String> example) {
        findings.check(claim, holds, example);
    }

    /** Everything that somebody may see of a list. */
    public List<JsonNode> all(String login, String path) {
        return center.all(center.as(login), path);
    }
}
