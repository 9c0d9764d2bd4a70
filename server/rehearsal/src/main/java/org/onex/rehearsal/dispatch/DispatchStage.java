package org.onex.rehearsal.dispatch;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import org.onex.rehearsal.seating.SeatLists;
import tools.jackson.databind.JsonNode;

/**
 * Every site gets two servers: a virtual one, which looks into everything, and a real one, which installs it. The body has bundles packed,
 * one site changes, and the first keys are given out.
 */
public final class DispatchStage implements Stage {

    private static final Duration SHORTLY = Duration.ofSeconds(20);
    private static final String REASON = "演练：虚拟服务器停用";

    @Override
    public Step step() {
        return Step.DISPATCH;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        return new Turn(scene).play();
    }

    /** A site with its two servers and what the virtual one has. */
    private record Pair(Venue venue, VirtualNode virtual, OwnServer real, List<Received> received) {}

    /** What one rehearsal does. */
    private static final class Turn {

        private final Scene scene;
        private final List<Venue> venues;
        private final PackingRound packing;
        private final Subjects subjects;
        private final Secrets secrets;
        private final Map<String, Long> counts = new LinkedHashMap<>();

        Turn(Scene scene) {
            this.scene = scene;
            venues = Venue.of(scene, new SeatLists(scene).places());
            packing = new PackingRound(scene, venues);
            subjects = Subjects.of(scene.center()
                    .operator()
                    .get("/api/plan/plans/" + scene.plan().code())
                    .orFail());
            secrets = Secrets.of(scene);
            List.of("sites", "bundles", "bytes of bundles", "photos", "papers opened")
                    .forEach(counted -> counts.put(counted, 0L));
        }

        Map<String, Long> play() {
            counts.put("sites", (long) venues.size());
            packing.notTheirs();
            if (secrets.banks().isEmpty()) {
                packing.blocked();
                return counts;
            }
            var pairs = enrol();
            pack(pairs);
            fetch(pairs);
            pairs.forEach(pair -> pair.real().installed(sessions(pair)));
            giveOutKeys(pairs);
            withdraw(pairs);
            return counts;
        }

        private List<Pair> enrol() {
            var real =
                    venues.stream().map(venue -> OwnServer.launch(scene, venue)).toList();
            var pairs = new ArrayList<Pair>();
            for (var i = 0; i < venues.size(); i++) {
                var virtual = new EnrolmentRound(scene, venues.get(i)).play(i == 0);
                new ForgedRequests(virtual).play();
                new DeliveryRound(virtual, venues.get(i)).nothingYet();
                pairs.add(new Pair(venues.get(i), virtual, real.get(i), new ArrayList<>()));
            }
            real.forEach(OwnServer::enrol);
            return pairs;
        }

        /** When the PINs are known; and again after the last site has got others. */
        private void pack(List<Pair> pairs) {
            venues.forEach(venue -> secrets.pins().putAll(new PinDesk(scene, venue).issue()));
            var packed = packing.pack();
            packing.again(packed);
            var last = pairs.getLast();
            var before = new DeliveryRound(last.virtual(), last.venue()).fetch();
            secrets.pins().putAll(new PinDesk(scene, last.venue()).issue());
            packing.changed(last.venue(), packed);
            packing.listed();
            var after = new DeliveryRound(last.virtual(), last.venue()).fetch();
            scene.check(
                    Claim.BUNDLES_GO_BY_VERSION,
                    identities(before).equals(identities(after)),
                    () -> "packed anew, other people or subjects are in the bundles of " + last.venue());
            counts.put("bundles", (long) packed.size());
        }

        /** Of bundles, sessions and attempts, which stay the same over all versions. */
        private static List<String> identities(List<Received> received) {
            return received.stream()
                    .flatMap(one -> Json.each(one.bundle().path("seatings")))
                    .map(seating -> Json.text(seating, "ticket") + " " + seating.path("runs"))
                    .sorted()
                    .toList();
        }

        private void fetch(List<Pair> pairs) {
            for (var pair : pairs) {
                var round = new DeliveryRound(pair.virtual(), pair.venue());
                var staffing = new PinDesk(scene, pair.venue()).view();
                pair.received().addAll(round.fetch());
                for (var received : pair.received()) {
                    var places = pair.venue().slots().getOrDefault(received.slot(), List.of());
                    if (!places.isEmpty()) {
                        new BundleCheck(scene.findings(), subjects, secrets)
                                .check(received.bundle(), places, Keeper.of(staffing, received.slot()));
                        var photos = new PhotoCheck(scene.findings(), secrets)
                                .check(received.bundle(), places, sha256 -> received.file(pair.virtual(), sha256));
                        counts.merge("photos", (long) photos, Long::sum);
                    }
                    round.fetchFiles(received);
                    round.tell(received);
                    counts.merge(
                            "bytes of bundles",
                            received.delivery().path("bytes").asLong(0),
                            Long::sum);
                }
                reported(pair);
            }
            for (var i = 0; i < pairs.size() && pairs.size() > 1; i++) {
                var other = pairs.get((i + 1) % pairs.size());
                new DeliveryRound(pairs.get(i).virtual(), pairs.get(i).venue()).looksAt(other.received());
            }
            attemptsDiffer(pairs);
        }

        /** What a server says of itself is what people see of it. */
        private void reported(Pair pair) {
            var told = pair.virtual()
                    .report(scene.center().clock().now().toInstant())
                    .orFail();
            var listed = new NodeDesk(scene, pair.venue().college())
                    .node(pair.venue(), pair.virtual().id());
            scene.check(
                    Claim.NODES_ARE_KNOWN,
                    told.path("skewMs").isNumber()
                            && !Json.text(listed, "lastHeardAt").isEmpty()
                            && hasPassed(listed, "HEARD")
                            && hasPassed(listed, "DISK")
                            && hasPassed(listed, "CLOCK")
                            && !hasPassed(listed, "PRACTICE")
                            && !listed.path("ready").asBoolean(true),
                    () -> pair.virtual() + " reported that nothing was practised and all else is fine, listed is "
                            + listed);
        }

        private static boolean hasPassed(JsonNode node, String kind) {
            return Json.each(node.path("checks"))
                    .anyMatch(check -> Json.text(check, "kind").equals(kind)
                            && check.path("passed").asBoolean(false));
        }

        private void attemptsDiffer(List<Pair> pairs) {
            var attempts = pairs.stream()
                    .flatMap(pair -> pair.received().stream())
                    .flatMap(received -> Json.each(received.bundle().path("seatings")))
                    .flatMap(seating -> Json.each(seating.path("runs")))
                    .map(run -> Json.text(run, "attempt"))
                    .toList();
            scene.check(
                    Claim.BUNDLE_IS_SEATING,
                    new HashSet<>(attempts).size() == attempts.size(),
                    () -> "of " + attempts.size() + " attempts some are the same");
        }

        /** Level and subject of everything that is sat at a site. */
        private static Set<String> sessions(Pair pair) {
            return pair.received().stream()
                    .flatMap(received -> received.sessions().stream())
                    .map(session -> Json.text(session, "level") + " " + Json.text(session, "subject"))
                    .collect(Collectors.toSet());
        }

        /** Those of the slot that begins first: shortly before their moment, and at it. */
        private void giveOutKeys(List<Pair> pairs) {
            var first = pairs.stream()
                    .flatMap(pair -> pair.received().stream())
                    .flatMap(received -> received.sessions().stream())
                    .map(KeyRound::keyFrom)
                    .min(OffsetDateTime::compareTo)
                    .orElseThrow();
            for (var moment : List.of(first.minus(SHORTLY), first)) {
                scene.center().advanceTo(moment);
                pairs.forEach(pair -> new KeyRound(pair.virtual(), pair.received()).ask());
            }
            var opened = new HashSet<String>();
            for (var pair : pairs) {
                pair.real().fetchesKeys(givenOut(pair, first));
                var round = new KeyRound(pair.virtual(), pair.received());
                opened.addAll(round.open(secrets, subjects, pair.venue()));
                round.learnedNothing(secrets);
            }
            counts.put("papers opened", (long) opened.size());
        }

        private static long givenOut(Pair pair, OffsetDateTime now) {
            return pair.received().stream()
                    .flatMap(received -> received.sessions().stream())
                    .filter(session -> !KeyRound.keyFrom(session).isAfter(now))
                    .count();
        }

        /** What a withdrawn node asks is refused. */
        private void withdraw(List<Pair> pairs) {
            for (var pair : pairs) {
                var college = new NodeDesk(scene, pair.venue().college());
                var without = college.withdraw(pair.virtual().id(), " ");
                scene.check(
                        Claim.BAD_DISPATCH_SAYS_WHY,
                        without.isProblem(422, "node.reason-missing"),
                        () -> college.login() + " withdraws a server without a reason, " + without);
                college.withdraw(pair.virtual().id(), REASON).orFail();
                var refused = pair.virtual().get(VirtualNode.DELIVERIES);
                scene.check(
                        Claim.ONLY_NODES_ARE_ANSWERED,
                        refused.isProblem(403, "node.withdrawn"),
                        () -> "a server that was withdrawn asks, " + refused);
            }
        }
    }
}
