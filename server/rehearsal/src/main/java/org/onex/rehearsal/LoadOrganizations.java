package org.onex.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.DemoData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Enters the parties, their accounts and the qualifications of the demonstration; what is there already is left alone. */
final class LoadOrganizations {

    private static final int FULL_MARKS = 100;
    private static final int PASS_MARKS = 60;

    private final Center center;
    private final DemoData data;
    private final Consumer<String> progress;

    LoadOrganizations(Center center, DemoData data, Consumer<String> progress) {
        this.center = center;
        this.data = data;
        this.progress = progress;
    }

    void load() {
        bodies();
        colleges();
        accounts();
        qualifications();
    }

    private void bodies() {
        var path = "/api/organization/awarding-bodies";
        var known = known(path, "code");
        for (var body : data.bodies()) {
            if (!known.contains(body.code())) {
                put(path + "/" + body.code(), particulars(body));
            }
        }
        progress.accept("awarding bodies: " + data.bodies().size());
    }

    private void colleges() {
        var path = "/api/organization/colleges";
        var known = known(path, "code");
        for (var college : data.colleges()) {
            if (!known.contains(college.code())) {
                put(path + "/" + college.code(), particulars(college));
            }
        }
        progress.accept("colleges: " + data.colleges().size());
    }

    private void accounts() {
        var path = "/api/access/accounts";
        var known = known(path, "login");
        for (var account : data.accounts()) {
            if (!known.contains(account.login())) {
                put(path + "/" + account.login(), particulars(account));
            }
        }
        progress.accept("accounts: " + data.accounts().size());
    }

    private void qualifications() {
        var path = "/api/catalog/qualifications";
        var known = known(path, "code");
        for (var qualification : data.qualifications()) {
            if (!known.contains(qualification.code())) {
                center.as(qualification.by())
                        .send("PUT", path + "/" + qualification.code(), particulars(qualification.particulars()))
                        .orFail();
            }
        }
        progress.accept("qualifications: " + data.qualifications().size());
    }

    private Set<String> known(String path, String key) {
        return center.all(center.operator(), path).stream()
                .map(item -> Json.text(item, key))
                .collect(Collectors.toSet());
    }

    private void put(String path, JsonNode particulars) {
        center.operator().send("PUT", path, particulars).orFail();
    }

    static ObjectNode particulars(DemoData.Body body) {
        return Json.object().put("name", body.name()).put("shortName", body.shortName());
    }

    static ObjectNode particulars(DemoData.College college) {
        return Json.object()
                .put("name", college.name())
                .put("province", college.province())
                .put("pilot", college.pilot());
    }

    static ObjectNode particulars(DemoData.Account account) {
        var particulars = Json.object().put("name", account.name()).put("password", Center.PASSWORD);
        particulars.putObject("organization").put("kind", account.kind()).put("code", account.code());
        particulars.set("duties", Json.tree(account.duties()));
        return particulars;
    }

    /** Two subjects of 100 marks, at least 60 in each, at every level. */
    static ObjectNode particulars(JsonNode qualification) {
        var particulars = Json.pick(qualification, "name", "shortName", "aliases");
        var schemes = particulars.putArray("schemes");
        for (var level : Json.texts(qualification.path("levels"))) {
            var scheme = schemes.addObject().put("level", level);
            scheme.set("subjects", Json.tree(subjects(qualification.path("minutes"))));
            scheme.putObject("passRule").put("eachAtLeast", PASS_MARKS);
        }
        return particulars;
    }

    private static List<Map<String, Object>> subjects(JsonNode minutes) {
        return List.of(subject("THEORY", minutes), subject("PRACTICAL", minutes));
    }

    private static Map<String, Object> subject(String name, JsonNode minutes) {
        var subject = new HashMap<String, Object>(Map.of("subject", name, "fullMarks", FULL_MARKS));
        if (minutes.has(name)) {
            subject.put("minutes", Integer.parseInt(Json.text(minutes, name)));
        }
        return subject;
    }
}
