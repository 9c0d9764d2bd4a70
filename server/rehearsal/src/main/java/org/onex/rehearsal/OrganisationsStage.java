package org.onex.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;

/** The operator enters bodies, colleges and accounts; each body's officer enters its qualifications. */
final class OrganisationsStage implements Stage {

    /** What the product must list afterwards. */
    private record Expected(String kind, String path, String key, List<String> keys) {}

    @Override
    public Step step() {
        return Step.ORGANISATIONS;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        new LoadOrganizations(scene.center(), scene.data(), line -> {}).load();
        var counts = new LinkedHashMap<String, Long>();
        for (var expected : expected(scene.data())) {
            counts.put(expected.kind(), count(scene, expected));
        }
        return counts;
    }

    private static List<Expected> expected(DemoData data) {
        return List.of(
                new Expected(
                        "awardingBodies",
                        "/api/organization/awarding-bodies",
                        "code",
                        data.bodies().stream().map(DemoData.Body::code).toList()),
                new Expected(
                        "colleges",
                        "/api/organization/colleges",
                        "code",
                        data.colleges().stream().map(DemoData.College::code).toList()),
                new Expected(
                        "accounts",
                        "/api/access/accounts",
                        "login",
                        data.accounts().stream().map(DemoData.Account::login).toList()),
                new Expected(
                        "qualifications",
                        "/api/catalog/qualifications",
                        "code",
                        data.qualifications().stream()
                                .map(DemoData.Qualification::code)
                                .toList()));
    }

    /** How many of those we entered are listed. */
    private static long count(Scene scene, Expected expected) {
        var listed = scene.all(Center.OPERATOR, expected.path()).stream()
                .map(item -> Json.text(item, expected.key()))
                .collect(Collectors.toSet());
        for (var key : expected.keys()) {
            scene.findings()
                    .check(
                            Claim.NOTHING_LOST,
                            listed.contains(key),
                            () -> expected.kind() + ": " + key + " was entered and is not listed");
        }
        return expected.keys().stream().filter(listed::contains).count();
    }
}
