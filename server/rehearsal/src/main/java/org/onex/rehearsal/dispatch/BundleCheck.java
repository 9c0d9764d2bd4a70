package org.onex.rehearsal.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;

/** Holds a bundle against what seating, staffing and the plan say of its site and slot, and against what only the rehearsal knows. */
final class BundleCheck {

    private static final int FORMAT = 2;
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration KEYS_BEFORE = Duration.ofMinutes(10);

    private final Findings<Claim> findings;
    private final Subjects subjects;
    private final Secrets secrets;

    BundleCheck(Findings<Claim> findings, Subjects subjects, Secrets secrets) {
        this.findings = findings;
        this.subjects = subjects;
        this.secrets = secrets;
    }

    /**
     * Everything but the sealed files.
     *
     * @param places of its site and slot; never none
     */
    void check(JsonNode bundle, List<Place> places, List<Keeper> keepers) {
        var spot = places.getFirst().spot();
        var place = bundle.path("place");
        found(
                bundle.path("format").asInt(-1) == FORMAT
                        && Json.text(place, "site").equals(spot.site())
                        && Json.text(place, "siteName").equals(spot.siteName())
                        && Json.text(place, "plan").equals(spot.plan())
                        && place.path("slot").asInt(-1) == spot.slot()
                        && !Json.text(bundle, "title").isBlank(),
                "a bundle of " + spot + " says that it is for " + place + ", title " + bundle.path("title"));
        sessions(bundle, places);
        seatings(bundle, places);
        keepers(bundle, places, keepers);
    }

    /** One session for each subject that somebody of them sits, and no other. */
    private void sessions(JsonNode bundle, List<Place> places) {
        var expected = places.stream()
                .flatMap(place -> subjects.of(place.guest()).stream())
                .collect(Collectors.toSet());
        var sessions = Json.each(bundle.path("sessions")).toList();
        found(
                sessions.size() == expected.size(),
                expected.size() + " subjects are sat at " + places.getFirst().spot() + ", the bundle has "
                        + sessions.size());
        for (var sitting : expected) {
            var same =
                    sessions.stream().filter(session -> isOf(session, sitting)).toList();
            found(same.size() == 1, sitting + " is in the bundle " + same.size() + " times");
            same.forEach(session -> hours(session, sitting));
        }
    }

    private static boolean isOf(JsonNode session, Subjects.Sitting sitting) {
        var qualification = Json.text(session, "qualification");
        return !qualification.isEmpty()
                && sitting.qualification().startsWith(qualification)
                && Json.text(session, "level").equals(sitting.level())
                && Json.text(session, "subject").equals(sitting.subject())
                && moment(session.path("hours"), "opensAt").isEqual(sitting.opens());
    }

    private void hours(JsonNode session, Subjects.Sitting sitting) {
        var hours = session.path("hours");
        found(
                moment(hours, "entryOpensAt").isEqual(sitting.opens().minus(HALF_AN_HOUR))
                        && moment(hours, "lateUntil").isEqual(sitting.opens().plus(HALF_AN_HOUR))
                        && moment(hours, "closesAt").isEqual(sitting.closes())
                        && hours.path("minutes").asLong(-1) == sitting.minutes()
                        && hours.path("handInAfterMinutes").asLong(-1) == HALF_AN_HOUR.toMinutes(),
                sitting + " until " + sitting.closes() + " for " + sitting.minutes() + " minutes has the hours "
                        + hours);
        var keyFrom = moment(session, "keyFrom");
        found(
                keyFrom.isEqual(sitting.opens().minus(KEYS_BEFORE))
                        || (session.hasNonNull("after") && keyFrom.isBefore(sitting.opens())),
                sitting + " has its key given out from " + keyFrom);
    }

    private static OffsetDateTime moment(JsonNode node, String field) {
        return OffsetDateTime.parse(Json.text(node, field));
    }

    private void seatings(JsonNode bundle, List<Place> places) {
        var byTicket = new HashMap<String, JsonNode>();
        Json.each(bundle.path("seatings")).forEach(seating -> byTicket.put(Json.text(seating, "ticket"), seating));
        var expected = places.stream().map(place -> place.guest().ticket()).collect(Collectors.toSet());
        found(
                byTicket.keySet().equals(expected) && bundle.path("seatings").size() == expected.size(),
                expected.size() + " people sit at " + places.getFirst().spot().siteName() + ", the bundle has "
                        + bundle.path("seatings").size());
        var sessions = Json.each(bundle.path("sessions"))
                .collect(Collectors.toMap(session -> Json.text(session, "id"), session -> session));
        for (var place : places) {
            Optional.ofNullable(byTicket.get(place.guest().ticket())).ifPresent(seating -> {
                seat(seating, place);
                idHash(bundle, seating, place);
                runs(seating, place, sessions);
            });
        }
    }

    private void seat(JsonNode seating, Place place) {
        var guest = place.guest();
        found(
                Json.text(seating, "name").equals(guest.name())
                        && Json.text(seating, "maskedId").equals(guest.maskedNumber())
                        && Json.text(seating, "room").equals(room(place))
                        && seating.path("seat").asInt(-1) == place.spot().seat()
                        && seating.path("extraPercent").asInt(-1) == 0,
                place + " is in the bundle as " + Json.text(seating, "name") + " in " + Json.text(seating, "room") + " "
                        + seating.path("seat") + " with " + seating.path("extraPercent") + " % more time");
    }

    /** As it stands on the door, and where it is. */
    static String room(Place place) {
        return "第" + place.spot().room() + "考场 " + place.spot().roomName();
    }

    private void idHash(JsonNode bundle, JsonNode seating, Place place) {
        var number = secrets.idNumber(place.guest());
        found(
                Json.text(seating, "idHash").equals(hash(bundle, number)),
                place + " cannot sign in: the hash is not that of their ID number");
    }

    private static String hash(JsonNode bundle, String text) {
        var key = Base64.getDecoder().decode(Json.text(bundle, "idHashKey"));
        return HexFormat.of().formatHex(Bytes.hmac(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Everybody sits all of their subjects in their order, each with the form that lies at the seat. */
    private void runs(JsonNode seating, Place place, Map<String, JsonNode> sessions) {
        var runs = Json.each(seating.path("runs")).toList();
        var expected = subjects.of(place.guest());
        found(
                runs.size() == expected.size(),
                place + " sits " + expected.size() + " subjects and has " + runs.size() + " in the bundle");
        var before = "";
        for (var i = 0; i < Math.min(runs.size(), expected.size()); i++) {
            var session = sessions.get(Json.text(runs.get(i), "session"));
            found(
                    session != null
                            && isOf(session, expected.get(i))
                            && Json.text(session, "after").equals(before)
                            && Json.each(session.path("papers"))
                                    .anyMatch(paper -> Json.text(paper, "form")
                                            .equals(place.spot().form())),
                    place + " sits " + expected.get(i) + " and has " + session);
            findings.check(
                    Claim.NEIGHBOURS_DIFFER,
                    Json.text(runs.get(i), "form").equals(place.spot().form()),
                    () -> place + " must get form " + place.spot().form() + " and gets " + runs);
            before = Json.text(runs.get(i), "session");
        }
    }

    private void keepers(JsonNode bundle, List<Place> places, List<Keeper> keepers) {
        var rooms = places.stream()
                .collect(Collectors.toMap(place -> place.spot().opening(), BundleCheck::room, (one, again) -> one));
        var expected = keepers.stream()
                .collect(Collectors.toMap(
                        Keeper::number,
                        keeper -> line(
                                keeper.name(),
                                hash(bundle, secrets.pins().getOrDefault(keeper.number(), "")),
                                keeper.openings().stream()
                                        .map(opening -> rooms.getOrDefault(opening, "?"))
                                        .collect(Collectors.toSet()))));
        var there = Json.each(bundle.path("invigilators"))
                .collect(Collectors.toMap(
                        one -> Json.text(one, "number"),
                        one -> line(
                                Json.text(one, "name"),
                                Json.text(one, "pinHash"),
                                Set.copyOf(Json.texts(one.path("rooms")))),
                        (one, again) -> one + " and again"));
        found(there.equals(expected), "invigilators must be " + expected + " and are " + there);
    }

    private static String line(String name, String pinHash, Set<String> rooms) {
        return name + " " + pinHash + " " + new TreeSet<>(rooms);
    }

    private void found(boolean holds, String example) {
        findings.check(Claim.BUNDLE_IS_SEATING, holds, () -> example);
    }
}
