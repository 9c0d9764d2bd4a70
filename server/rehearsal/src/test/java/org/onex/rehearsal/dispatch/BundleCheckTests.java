package org.onex.rehearsal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.Attendance;
import org.onex.rehearsal.people.IdNumbers;
import org.onex.rehearsal.people.Person;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A bundle as it must be, and the same with something else in it. */
class BundleCheckTests {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final OffsetDateTime OPENS = OffsetDateTime.parse("2024-05-18T14:00:00+08:00");
    private static final OffsetDateTime CLOSES = OffsetDateTime.parse("2024-05-18T17:45:00+08:00");
    private static final JsonNode PLAN = FakeCenter.json("""
            {"offerings": [{"qualification": {"code": "wdyy", "name": "网店运营推广职业技能等级证书"}, "level": "ELEMENTARY",
             "sessions": [{"number": 1, "windows": [{"subjects": ["THEORY", "PRACTICAL"],
             "opens": "2024-05-18T14:00:00+08:00", "closes": "2024-05-18T17:45:00+08:00", "minutes": null}]}]}]}""");

    private final Findings<Claim> findings = new Findings<>(Claim.class);
    private final Secrets secrets;
    private final List<Place> places;

    BundleCheckTests() {
        try (var center = new FakeCenter()) {
            var scene = center.scene("003", 1);
            secrets = Secrets.of(scene);
            secrets.pins().putAll(Map.of("JKC00000001", "12345678"));
            var people = Attendance.of(scene).getFirst().people();
            places = List.of(place(people.get(2), 1, "A"), place(people.get(3), 2, "B"));
        }
    }

    private static Place place(Person person, int seat, String form) {
        var spot = new Place.Spot(
                "HK-2024-1-01", "site", "示范考点", 2, OPENS, CLOSES, "opening", 1, "301 机房", seat, 1, seat, form);
        var guest = new Place.Guest(
                "c" + seat,
                "r" + seat,
                "240518000000000" + seat,
                person.name(),
                IdNumbers.masked(person.idNumber()),
                "college",
                "class",
                "wdyy",
                "ELEMENTARY",
                1);
        return new Place(spot, guest);
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Bytes.hmac(new byte[32], text.getBytes(StandardCharsets.UTF_8)));
    }

    private ObjectNode bundle() {
        var bundle = Json.object()
                .put("format", 2)
                .put("id", "b")
                .put("version", 1)
                .put("title", "考试")
                .put("idHashKey", KEY)
                .put("photoKey", KEY);
        bundle.putObject("place")
                .put("site", "site")
                .put("siteName", "示范考点")
                .put("plan", "HK-2024-1-01")
                .put("slot", 2);
        var sessions = bundle.putArray("sessions");
        sessions.add(session("s1", null, "理论"));
        sessions.add(session("s2", "s1", "实操"));
        var seatings = bundle.putArray("seatings");
        for (var place : places) {
            var seating = Json.object()
                    .put("ticket", place.guest().ticket())
                    .put("name", place.guest().name())
                    .put("maskedId", place.guest().maskedNumber())
                    .put("idHash", hash(secrets.idNumber(place.guest())))
                    .put("room", "第1考场 301 机房")
                    .put("seat", place.spot().seat())
                    .put("extraPercent", 0);
            var runs = seating.putArray("runs");
            for (var session : List.of("s1", "s2")) {
                runs.addObject()
                        .put("attempt", session + place.guest().ticket())
                        .put("session", session)
                        .put("form", place.spot().form());
            }
            seatings.add(seating);
        }
        bundle.putArray("invigilators")
                .addObject()
                .put("number", "JKC00000001")
                .put("name", "苏监甲")
                .put("pinHash", hash("12345678"))
                .putArray("rooms")
                .add("第1考场 301 机房");
        return bundle;
    }

    private static ObjectNode session(String id, @Nullable String after, String subject) {
        var session = Json.object()
                .put("id", id)
                .put("after", after)
                .put("qualification", "网店运营推广")
                .put("level", "初级")
                .put("subject", subject)
                .put("keyFrom", "2024-05-18T05:50:00Z");
        session.putObject("hours")
                .put("entryOpensAt", "2024-05-18T05:30:00Z")
                .put("opensAt", "2024-05-18T06:00:00Z")
                .put("lateUntil", "2024-05-18T06:30:00Z")
                .put("closesAt", "2024-05-18T09:45:00Z")
                .put("minutes", 225)
                .put("handInAfterMinutes", 30);
        var papers = session.putArray("papers");
        papers.addObject().put("form", "A");
        papers.addObject().put("form", "B");
        return session;
    }

    private void check(JsonNode bundle) {
        new BundleCheck(findings, Subjects.of(PLAN), secrets)
                .check(bundle, places, List.of(new Keeper("JKC00000001", "苏监甲", Set.of("opening"))));
    }

    @Test
    void aBundleThatIsTheSeatingIsFine() {
        check(bundle());
        assertThat(findings.of(Claim.BUNDLE_IS_SEATING).examples()).isEmpty();
        assertThat(findings.of(Claim.NEIGHBOURS_DIFFER).examples()).isEmpty();
        assertThat(findings.of(Claim.BUNDLE_IS_SEATING).checked()).isGreaterThan(10);
        assertThat(findings.of(Claim.NEIGHBOURS_DIFFER).checked()).isEqualTo(4);
    }

    private static ObjectNode first(ObjectNode bundle, String field) {
        return (ObjectNode) bundle.path(field).path(0);
    }

    static Stream<String> bends() {
        return BENDS.keySet().stream();
    }

    private static final Map<String, Consumer<ObjectNode>> BENDS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "somebody is missing",
                    bundle -> bundle.withArray("seatings").remove(1)),
            Map.entry(
                    "somebody is there twice",
                    bundle -> bundle.withArray("seatings")
                            .add(first(bundle, "seatings").deepCopy())),
            Map.entry("another seat", bundle -> first(bundle, "seatings").put("seat", 9)),
            Map.entry("another room", bundle -> first(bundle, "seatings").put("room", "第2考场 302 机房")),
            Map.entry("another name", bundle -> first(bundle, "seatings").put("name", "别人")),
            Map.entry("more time", bundle -> first(bundle, "seatings").put("extraPercent", 30)),
            Map.entry(
                    "another's number", bundle -> first(bundle, "seatings").put("idHash", hash("999999200001010017"))),
            Map.entry(
                    "a subject too few",
                    bundle -> first(bundle, "seatings").withArray("runs").remove(1)),
            Map.entry("subjects the other way round", bundle -> {
                var runs = first(bundle, "seatings").withArray("runs");
                runs.add(runs.remove(0));
            }),
            Map.entry(
                    "a subject nobody sits",
                    bundle -> bundle.withArray("sessions").add(session("s3", null, "面试"))),
            Map.entry(
                    "a subject is missing",
                    bundle -> bundle.withArray("sessions").remove(1)),
            Map.entry(
                    "both at once",
                    bundle -> ((ObjectNode) bundle.path("sessions").path(1)).putNull("after")),
            Map.entry(
                    "an hour longer",
                    bundle -> ((ObjectNode) first(bundle, "sessions").path("hours"))
                            .put("closesAt", "2024-05-18T10:45:00Z")),
            Map.entry(
                    "late for longer",
                    bundle -> ((ObjectNode) first(bundle, "sessions").path("hours"))
                            .put("lateUntil", "2024-05-18T06:31:00Z")),
            Map.entry("keys too early", bundle -> first(bundle, "sessions").put("keyFrom", "2024-05-18T05:49:00Z")),
            Map.entry(
                    "a form too few",
                    bundle -> first(bundle, "sessions").withArray("papers").remove(1)),
            Map.entry("another site", bundle -> ((ObjectNode) bundle.path("place")).put("site", "other")),
            Map.entry("an old PIN", bundle -> first(bundle, "invigilators").put("pinHash", hash("87654321"))),
            Map.entry("no invigilator", bundle -> bundle.putArray("invigilators")),
            Map.entry(
                    "a room too many",
                    bundle -> first(bundle, "invigilators").withArray("rooms").add("第2考场"))));

    @ParameterizedTest
    @MethodSource("bends")
    void anythingElseIsFound(String bend) {
        var bundle = bundle();
        BENDS.getOrDefault(bend, unbent -> {}).accept(bundle);
        check(bundle);
        assertThat(findings.of(Claim.BUNDLE_IS_SEATING).broken()).as(bend).isPositive();
    }

    @Test
    void theFormOfTheNeighbourIsFound() {
        var bundle = bundle();
        ((ObjectNode) first(bundle, "seatings").path("runs").path(1)).put("form", "B");
        check(bundle);
        assertThat(findings.of(Claim.NEIGHBOURS_DIFFER).broken()).isEqualTo(1);
    }
}
