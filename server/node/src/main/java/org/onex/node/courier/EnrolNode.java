package org.onex.node.courier;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.exchange.VerifyingKey;
import org.onex.foundation.vault.Digests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Binds this node to a site with the code that the console gave out (登记): both ends prove that they know the code, and each takes the other's
 * keys for good.
 */
@Component
class EnrolNode {

    private static final String WITHDRAWN = "node.withdrawn";
    private static final String UNNAMED = "考点服务器";
    private static final int LONGEST_NAME = 40;

    private final Enrolments enrolments;
    private final Deliveries deliveries;
    private final AwaitedKeys sessions;
    private final ReturnProgress progress;
    private final CenterAddress addresses;
    private final CenterLine line;
    private final Contact contact;
    private final Conversation conversation;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final String version;

    EnrolNode(
            Enrolments enrolments,
            Deliveries deliveries,
            AwaitedKeys sessions,
            ReturnProgress progress,
            CenterAddress addresses,
            CenterLine line,
            Contact contact,
            Conversation conversation,
            BusinessClock clock,
            TransactionTemplate transaction,
            @Value("${onex.version}") String version) {
        this.enrolments = enrolments;
        this.deliveries = deliveries;
        this.sessions = sessions;
        this.progress = progress;
        this.addresses = addresses;
        this.line = line;
        this.contact = contact;
        this.conversation = conversation;
        this.clock = clock;
        this.transaction = transaction;
        this.version = version;
    }

    /**
     * What the technician wants.
     *
     * @param center null for the one that is known
     * @param name   what people call this node; null for the machine's name
     */
    record Wish(
            @Nullable String center, String code, @Nullable String name) {

        Wish {
            if (name != null && (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME)) {
                throw CourierRefused.outOfRange("name", 1, LONGEST_NAME);
            }
        }
    }

    /**
     * Again with the same code is the same enrolment.
     *
     * @throws CourierRefused if it comes to none; then everything is as it was
     */
    synchronized Enrolment enrol(Wish wish) {
        var code = EnrolmentCode.typed(wish.code());
        var now = enrolments.current();
        if (now.isPresent()
                && now.get().code().equals(code.name())
                && !WITHDRAWN.equals(contact.state().problem())) {
            return now.get();
        }
        if (now.isPresent() && enrolments.wasBefore(code.name(), now.get())) {
            // A service that still starts with the code of long ago must not bring the machine back to where it was
            // then.
            throw CourierRefused.of(
                    CourierRefused.Code.CODE_SUPERSEDED,
                    "site",
                    now.get().site().name());
        }
        var center = addresses.forEnrolment(wish.center());
        var named = wish.name();
        var next = asked(code, center, named == null ? machineName() : named.strip());
        var isMoving =
                now.isPresent() && !now.get().site().id().equals(next.site().id());
        if (isMoving) {
            requireNothingLeft(now.get().site());
        }
        enrolments.become(() -> transaction.executeWithoutResult(status -> {
            if (isMoving) {
                deliveries.forgetAll();
            }
            enrolments.store(next);
        }));
        conversation.hurry();
        return next;
    }

    /** What is here is returned as a node of the site that it was sat at, or not at all. */
    private void requireNothingLeft(Enrolment.Site site) {
        var now = clock.instant();
        var stands = progress.installed().stream()
                .flatMap(bundle -> progress.find(bundle).stream())
                .map(progress::of)
                .toList();
        var until = Stream.concat(
                        sessions.busyUntil(now).stream(),
                        stands.stream()
                                .map(ReturnProgress.Stand::lateSyncUntil)
                                .filter(late -> late != null && late.isAfter(now)))
                .max(Comparator.naturalOrder());
        var unreturned = stands.stream().mapToInt(ReturnProgress.Stand::missing).sum();
        if (until.isPresent() || unreturned > 0) {
            throw CourierRefused.examsInstalled(site, until.orElse(null), unreturned);
        }
    }

    private Enrolment asked(EnrolmentCode code, String center, String name) {
        var keys = enrolments.keysFor(code.name());
        var body = answer(center, request(code, keys, name)).body();
        var site = body.path("site");
        var node = body.path("node").asString("");
        var centerKey = body.path("centerKey").asString("");
        var proof = code.mac(
                "onex-enrol-center",
                code.name(),
                keys.verifyingKey(),
                keys.sealingKey(),
                node,
                site.path("id").asString(""),
                centerKey);
        if (!Digests.same(proof, body.path("proof").asString(""))) {
            throw CourierRefused.of(CourierRefused.Code.CENTER_FORGED, "center", center);
        }
        return new Enrolment(
                code.name(),
                UUID.fromString(node),
                name,
                new Enrolment.Site(
                        UUID.fromString(site.path("id").asString()),
                        site.path("name").asString("")),
                center,
                VerifyingKey.ofBase64(centerKey),
                keys,
                clock.instant());
    }

    private Map<String, String> request(EnrolmentCode code, OwnKeys keys, String name) {
        var request = new LinkedHashMap<String, String>();
        request.put("code", code.name());
        request.put("name", name);
        request.put("version", version);
        request.put("signingKey", keys.verifyingKey());
        request.put("sealingKey", keys.sealingKey());
        request.put("proof", code.mac("onex-enrol-node", code.name(), keys.verifyingKey(), keys.sealingKey()));
        return request;
    }

    private CenterLine.Answer answer(String center, Map<String, String> request) {
        try {
            var answer = line.askUnsigned(center, "POST", "/api/node/enrolments", request);
            if (answer.status() == 200) {
                return answer;
            }
            throw refusal(answer, center);
        } catch (CenterAway e) {
            throw (CourierRefused) CourierRefused.of(CourierRefused.Code.CENTER_AWAY, "center", center)
                    .initCause(e);
        }
    }

    private static CourierRefused refusal(CenterLine.Answer answer, String center) {
        return switch (answer.code()) {
            case "node.code-wrong" -> CourierRefused.of(CourierRefused.Code.CODE_WRONG);
            case "node.code-used" -> CourierRefused.of(CourierRefused.Code.CODE_USED);
            case "node.enrolment-invalid" ->
                CourierRefused.of(
                        CourierRefused.Code.ENROLMENT_INVALID,
                        "field",
                        answer.body().path("facts").path("field").asString(""));
            default -> CourierRefused.centerRefused(center, answer.status(), answer.code());
        };
    }

    private static String machineName() {
        try {
            var name = InetAddress.getLocalHost().getHostName();
            return name.isBlank() || name.length() > LONGEST_NAME ? UNNAMED : name;
        } catch (UnknownHostException e) {
            return UNNAMED;
        }
    }
}
