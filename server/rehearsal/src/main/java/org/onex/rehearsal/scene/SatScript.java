package org.onex.rehearsal.scene;

import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a virtual candidate handed in at one subject (答卷底账), as their own machines know it.
 *
 * @param items     that the opened paper asks
 * @param revisions as they were seen, the first one first; never none
 */
public record SatScript(String attempt, Run run, List<JsonNode> items, List<Revision> revisions) {

    /**
     * What was sat, where and for what.
     *
     * @param qualification its whole name
     * @param level         as people call it
     * @param subject       as people call it
     */
    public record Run(
            String session,
            String site,
            int slot,
            String qualification,
            String level,
            String subject,
            String form,
            String ticket) {}

    /**
     * One receipt and what it is for.
     *
     * @param answers by item; none of them is empty
     * @param inTime  whether whatever came late in it was written before the first revision was handed in, as the machine says
     */
    public record Revision(JsonNode receipt, Map<String, String> answers, boolean inTime) {

        public String hash() {
            return Json.text(receipt, "hash");
        }

        public String kind() {
            return Json.text(receipt, "kind");
        }
    }

    public SatScript {
        items = List.copyOf(items);
        revisions = List.copyOf(revisions);
    }

    /**
     * The one that is marked: the first one, unless a later one has nothing in it that was written afterwards; where the invigilators handed
     * in, the first one in any case.
     */
    public Revision counting() {
        if (revisions.getFirst().kind().equals("FORCED")) {
            return revisions.getFirst();
        }
        return revisions.reversed().stream()
                .filter(Revision::inTime)
                .findFirst()
                .orElse(revisions.getFirst());
    }

    /** Whether something came after the script was handed in. */
    public boolean isLate() {
        return revisions.size() > 1;
    }

    @Override
    public String toString() {
        return run.level() + " " + run.subject() + " of ticket " + run.ticket();
    }
}
