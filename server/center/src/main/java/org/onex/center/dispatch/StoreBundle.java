package org.onex.center.dispatch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.audit.AuditTrail;
import org.onex.center.file.FileStore;
import org.onex.center.node.CenterSignature;
import org.onex.center.organization.Actor;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.vault.Digests;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Makes a gathered bundle the newest version of its place, if it says anything new: signed, written down and never changed. */
@Service
class StoreBundle {

    /** What the signature covers begins with it, and letters are sealed for it. */
    static final String PURPOSE = "onex-bundle-v2";

    /** The content is compared without its number. */
    private static final int NO_VERSION = 0;

    private final Bundles bundles;
    private final BundleSessions sessions;
    private final Scripts scripts;
    private final OpaqueIds ids;
    private final CenterSignature center;
    private final FileStore files;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    StoreBundle(
            Bundles bundles,
            BundleSessions sessions,
            Scripts scripts,
            OpaqueIds ids,
            CenterSignature center,
            FileStore files,
            JsonMapper json,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Clock clock) {
        this.bundles = bundles;
        this.sessions = sessions;
        this.scripts = scripts;
        this.ids = ids;
        this.center = center;
        this.files = files;
        this.json = json;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of it. */
    enum Outcome {
        PACKED,
        /** Nothing in it has changed. */
        UNCHANGED,
        BLOCKED
    }

    /**
     * @param source what it was gathered from; whoever gathered something newer meanwhile is right
     */
    @Transactional
    Outcome store(BundlePlace place, BundleDraft draft, Bundle.Source source, Actor actor) {
        var held = bundles.hold(place);
        var packed = held.packed();
        if (!held.takes(source)) {
            return Outcome.UNCHANGED;
        }
        var digest = Digests.sha256(text(draft, NO_VERSION));
        if (packed != null && packed.digest().equals(digest)) {
            bundles.confirm(place, of(packed, source));
            // Somebody may have been packed elsewhere meanwhile, and be back.
            scripts.keep(place, packed, draft.roster(), ids);
            bundles.note(place, List.of(), draft.warnings());
            announce(held, draft, packed.version());
            return Outcome.UNCHANGED;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var late = late(held, now);
        bundles.note(place, late.stream().toList(), draft.warnings());
        if (late.isPresent()) {
            return Outcome.BLOCKED;
        }
        add(
                held,
                draft,
                new Bundle.Packed(draft.keys().bundle(), held.nextVersion(), digest, "", source, people(draft), now),
                actor);
        return Outcome.PACKED;
    }

    /**
     * Writes down why a bundle could not be packed, unless it was packed or seats were given meanwhile: then it is not true any more.
     *
     * @param seen before anything was gathered
     */
    @Transactional
    Outcome block(Bundle seen, List<PackingFinding> problems) {
        if (!bundles.hold(seen.place()).hasMovedOnSince(seen)) {
            bundles.note(seen.place(), problems, List.of());
        }
        return Outcome.BLOCKED;
    }

    private static Bundle.Packed of(Bundle.Packed packed, Bundle.Source source) {
        return new Bundle.Packed(
                packed.id(), packed.version(), packed.digest(), packed.signed(), source, packed.people(), packed.at());
    }

    private static int people(BundleDraft draft) {
        return draft.roster().sitters().size();
    }

    private static Optional<PackingFinding> late(Bundle held, Instant now) {
        if (held.isOver(now)) {
            return Optional.of(PackingFinding.over(held.hours().closes()));
        }
        return held.isSettled(now) ? Optional.of(PackingFinding.entryOpen(held.entryOpens())) : Optional.empty();
    }

    private void add(Bundle held, BundleDraft draft, Bundle.Packed next, Actor actor) {
        var signed = files.keep(signed(text(draft, next.version())));
        var version = new Bundle.Packed(
                next.id(), next.version(), next.digest(), signed, next.source(), next.people(), next.at());
        bundles.add(held.place(), version, actor.name());
        sessions.add(held.place().site(), version, draft.roster().sessions());
        scripts.keep(held.place(), version, draft.roster(), ids);
        announce(held, draft, version.version());
        trail.record(actor, "dispatch.pack-bundle", version.id().toString(), facts(held.place(), version));
    }

    /** Also of a version that was recalled and is good after all. */
    private void announce(Bundle held, BundleDraft draft, int version) {
        var names = held.names();
        events.publishEvent(new BundlePacked(
                held.place().site(),
                new BundlePacked.Names(names.site(), names.college(), names.awardingBody()),
                held.place().plan(),
                held.place().slot(),
                held.hours(),
                draft.keys().bundle(),
                version,
                attempts(draft)));
    }

    private Set<UUID> attempts(BundleDraft draft) {
        return draft.roster().sitters().stream()
                .flatMap(sitter -> sitter.runs().stream()
                        .map(session -> ids.script(sitter.seat().registration(), session.id())))
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> facts(BundlePlace place, Bundle.Packed version) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("plan", place.plan());
        facts.put("site", place.site().toString());
        facts.put("slot", place.slot());
        facts.put("version", version.version());
        facts.put("people", version.people());
        facts.put("seating", version.source().seating());
        facts.put("staffing", version.source().staffing());
        facts.put("signed", version.signed());
        return facts;
    }

    private byte[] text(BundleDraft draft, int version) {
        SiteBundle bundle = draft.bundle(version, ids);
        return json.writeValueAsBytes(bundle);
    }

    /** The signature and what it covers, as the dispatch protocol says. */
    private byte[] signed(byte[] text) {
        var rest = FixPapers.zipped(text);
        var head = (PURPOSE + "\n").getBytes(StandardCharsets.US_ASCII);
        var signature = center.sign(ByteBuffer.allocate(head.length + rest.length)
                .put(head)
                .put(rest)
                .array());
        return ByteBuffer.allocate(signature.length + rest.length)
                .put(signature)
                .put(rest)
                .array();
    }
}
