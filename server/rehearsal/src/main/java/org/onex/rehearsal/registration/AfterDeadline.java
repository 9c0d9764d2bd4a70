package org.onex.rehearsal.registration;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** What must be so when registration is over: nothing can be done any more, and the numbers stay what they are. */
final class AfterDeadline {

    private static final Duration LATER = Duration.ofHours(6);

    private final Scene scene;
    private final List<Crew> crews;
    private final OffsetDateTime closesAt;
    private Map<String, JsonNode> numbers = Map.of();

    AfterDeadline(Scene scene, List<Crew> crews, OffsetDateTime closesAt) {
        this.scene = scene;
        this.crews = crews;
        this.closesAt = closesAt;
    }

    /** The numbers are final as soon as the clock has answered. */
    void note() {
        numbers = ask();
        numbers.forEach((login, totals) -> {
            var frozenAt = Json.text(totals, "frozenAt");
            scene.check(
                    Claim.NOBODY_AFTER_DEADLINE,
                    !frozenAt.isEmpty() && !OffsetDateTime.parse(frozenAt).isBefore(closesAt),
                    () -> login + " asks after the deadline " + closesAt + ", and the numbers are frozen since "
                            + frozenAt);
        });
    }

    /** Tries everything, waits, and counts again. */
    void check() {
        unchanged("when everybody had heard that it is over");
        crews.forEach(this::tryEverything);
        unchanged("after everybody had tried to get in");
        scene.center().advanceTo(scene.center().clock().now().plus(LATER));
        unchanged("hours later");
        scene.all(
                        scene.data().officerOf(scene.notice()),
                        RegistrationDesk.REGISTRATIONS + "?plan=" + scene.plan().code())
                .forEach(this::checkSince);
    }

    private void checkSince(JsonNode registration) {
        var since = OffsetDateTime.parse(Json.text(registration, "since"));
        scene.check(
                Claim.NOBODY_AFTER_DEADLINE,
                since.isBefore(closesAt) && Json.text(registration, "state").equals("FROZEN"),
                () -> Entered.of(registration) + " is registered since " + since + " and "
                        + Json.text(registration, "state"));
    }

    private Map<String, JsonNode> ask() {
        var asked = new TreeMap<String, JsonNode>();
        crews.forEach(crew -> asked.put(crew.desk().login(), crew.desk().totals()));
        var body = scene.data().officerOf(scene.notice());
        asked.put(
                body,
                scene.center()
                        .as(body)
                        .get("/api/registration/totals?plan=" + scene.plan().code())
                        .orFail());
        return asked;
    }

    private void unchanged(String when) {
        ask().forEach((login, totals) -> scene.check(
                Claim.NOBODY_AFTER_DEADLINE,
                totals.equals(numbers.get(login)),
                () -> when + " " + login + " sees " + totals + " and saw at the deadline " + numbers.get(login)));
    }

    /** Somebody who is registered can neither be changed nor withdrawn; somebody who is not cannot be registered. */
    private void tryEverything(Crew crew) {
        var desk = crew.desk();
        var offers = crew.setting().offers().chosen();
        desk.all().stream().findFirst().ifPresent(registration -> {
            closed(desk.login(), desk.withdraw(registration).code());
            var other = offers.stream()
                    .filter(offer -> !offer.level().equals(Json.text(registration, "level")))
                    .findFirst();
            other.ifPresent(offer ->
                    closed(desk.login(), desk.change(registration, offer).code()));
        });
        for (var person : crew.lastMinute()) {
            if (crew.maySend() && desk.find(person, offers.getFirst()) == null) {
                var reasons = RegistrationDesk.reasons(desk.register(List.of(person), offers.getFirst()));
                closed(desk.login(), String.join(" ", reasons));
                send(crew, Row.right(crew.setting(), person, offers.getFirst(), 0));
                return;
            }
        }
    }

    private void send(Crew crew, Row row) {
        var late = new Batch(Batch.Form.TEMPLATE, List.of(row.with(RowMistake.TOO_LATE, 0)));
        new BatchCheck(scene, crew.desk()).check(late, crew.desk().send(late));
    }

    private void closed(String login, String code) {
        scene.check(
                Claim.NOBODY_AFTER_DEADLINE,
                code.equals("registration.closed") || code.equals("CLOSED"),
                () -> login + " after the deadline: " + code);
    }
}
