package org.onex.rehearsal;

import java.util.Optional;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Http;
import org.onex.rehearsal.scene.NoticeFile;
import tools.jackson.databind.JsonNode;

/** Loads the notices of the demonstration as their bodies' officers do, and publishes them. */
final class LoadNotices {

    private static final String NOTICES = "/api/plan/notices";

    private final Center center;
    private final DemoData data;

    LoadNotices(Center center, DemoData data) {
        this.center = center;
        this.data = data;
    }

    /** The notice as its own body sees it: what is there already, else a draft made from the file. */
    JsonNode loaded(NoticeFile file) {
        var officer = center.as(data.officerOf(file));
        var known = known(officer, file);
        return known.isPresent()
                ? officer.get(NOTICES + "/" + Json.text(known.get(), "id")).orFail()
                : officer.sendYaml(NOTICES + "?file=" + Center.encoded(file.file()), file.content())
                        .orFail();
    }

    private Optional<JsonNode> known(Http officer, NoticeFile file) {
        return center.all(officer, NOTICES).stream()
                .filter(summary -> Json.text(summary, "code").equals(file.code()))
                .findFirst();
    }

    /** Makes a draft public; a published notice stays as it is. */
    JsonNode published(NoticeFile file, JsonNode notice) {
        if (!isDraft(notice)) {
            return notice;
        }
        return center.as(data.officerOf(file))
                .send("POST", NOTICES + "/" + Json.text(notice, "id") + "/publication", publication(notice))
                .orFail();
    }

    static boolean isDraft(JsonNode notice) {
        return Json.text(notice, "status").equals("DRAFT");
    }

    /** What the officer decides where the document prints no 公示. */
    static JsonNode publication(JsonNode notice) {
        var publication = Json.object();
        var supply = publication.putArray("supply");
        if (!notice.path("missing").isEmpty()) {
            supply.addObject().put("name", "成绩公示").put("rule", "+10 d for 5 d").put("reason", "通知未印成绩公示，发布前由评价组织补充");
        }
        return publication;
    }
}
