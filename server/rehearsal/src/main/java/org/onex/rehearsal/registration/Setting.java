package org.onex.rehearsal.registration;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.Person;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/**
 * What a college needs to know for filling in its workbook, and with what it could fill it in wrongly.
 *
 * @param offers      what the published plans offer
 * @param notice      the chosen one as everybody reads it
 * @param site        of the college itself; null if it has none
 * @param othersSite  of another college; null if there is none
 */
record Setting(
        Offers offers,
        JsonNode notice,
        DemoData.College college,
        @Nullable String site,
        @Nullable String othersSite) {

    private static final String SUFFIX = "考核站点";

    static Setting of(Scene scene, Offers offers, DemoData.College college) {
        var code = Json.text(
                scene.center()
                        .as(scene.data().officerOf(college))
                        .get("/api/plan/plans/" + scene.plan().code())
                        .orFail(),
                "noticeId");
        var notice = scene.center()
                .as(scene.data().officerOf(scene.notice()))
                .get("/api/plan/notices/" + code)
                .orFail();
        var others = scene.data().colleges().stream()
                .filter(other -> other.pilot() && !other.equals(college))
                .findFirst();
        return new Setting(
                offers,
                notice,
                college,
                college.pilot() ? college.name() + SUFFIX : null,
                others.map(other -> other.name() + SUFFIX).orElse(null));
    }

    /** What stands in the column of sites where nothing is wrong with it. */
    String siteToWrite() {
        return Optional.ofNullable(site)
                .or(() -> Optional.ofNullable(othersSite))
                .orElse(college.name() + SUFFIX);
    }

    /** Why the college cannot register somebody, however right the row is. */
    Set<String> refusals(Person person) {
        var refusals = new HashSet<String>();
        if (site == null) {
            refusals.add(othersSite == null ? "SITE SITE_UNKNOWN" : "SITE HOSTING_NOT_AGREED");
        }
        refusals.addAll(admission(person));
        return refusals;
    }

    /** Why the exam does not admit somebody. */
    Set<String> admission(Person person) {
        var refusals = new HashSet<String>();
        var eligible = notice.path("eligibility");
        if (eligible.isObject()) {
            if (!college.pilot() && !eligible.path("nonPilotColleges").asBoolean(true)) {
                refusals.add("COLLEGE COLLEGE_NOT_ADMITTED");
            }
            if (!eligible.path("kinds").isEmpty()
                    && !Json.texts(eligible.path("kinds")).contains(person.isPublic() ? "PUBLIC" : "COLLEGE")) {
                refusals.add("KIND KIND_NOT_ADMITTED");
            }
        }
        return refusals;
    }
}
