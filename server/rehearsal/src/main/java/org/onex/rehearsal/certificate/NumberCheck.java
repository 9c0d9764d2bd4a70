package org.onex.rehearsal.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Certificate numbers (证书编号): the body's nine digits, the year, the level's digit and seven digits that count without gaps. */
final class NumberCheck {

    private static final Map<String, String> LEVELS = Map.of("ELEMENTARY", "1", "INTERMEDIATE", "2", "ADVANCED", "3");
    private static final int LENGTH = 21;
    private static final int COUNTED = 7;

    private final Scene scene;

    NumberCheck(Scene scene) {
        this.scene = scene;
    }

    void check(List<JsonNode> certificates) {
        var body = scene.data().bodyOf(scene.data().officerOf(scene.notice())).code();
        var series = new HashMap<String, List<Integer>>();
        var all = new HashSet<String>();
        for (var certificate : certificates) {
            var number = Json.text(certificate, "number");
            var day = Json.text(certificate, "issuedOn");
            var start = body
                    + day.substring(0, Math.min(4, day.length()))
                    + LEVELS.getOrDefault(Json.text(certificate, "level"), "?");
            holds(
                    number.length() == LENGTH && number.startsWith(start) && number.matches("\\d+") && all.add(number),
                    "a number begins with " + start + " and is nobody else's, there is " + number);
            if (number.matches("\\d{21}")) {
                series.computeIfAbsent(start, any -> new ArrayList<>())
                        .add(Integer.parseInt(number.substring(LENGTH - COUNTED)));
            }
        }
        series.forEach((start, places) -> {
            var least = places.stream().mapToInt(Integer::intValue).min().orElse(0);
            var most = places.stream().mapToInt(Integer::intValue).max().orElse(0);
            holds(most - least + 1 == places.size(), start + " counts " + places);
        });
    }

    private void holds(boolean holds, String example) {
        scene.check(Claim.CERTIFICATE_NUMBERS, holds, () -> example);
    }
}
