package org.onex.rehearsal.scene;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.onex.rehearsal.outside.Findings;
import tools.jackson.databind.JsonNode;

/**
 * What every stage needs to know.
 *
 * @param notice the chosen one
 * @param plan   the chosen one of that notice
 * @param candidates how many take part
 * @param api    the committed description of the centre's HTTP API
 */
public record Scene(
        DemoData data,
        NoticeFile notice,
        NoticeFile.Outline plan,
        int candidates,
        Center center,
        Findings<Claim> findings,
        Path api) {

    /** Notes whether something holds that must. */
    public void check(Claim claim, boolean holds, Supplier<String> example) {
        findings.check(claim, holds, example);
    }

    /** Everything that somebody may see of a list. */
    public List<JsonNode> all(String login, String path) {
        return center.all(center.as(login), path);
    }
}
