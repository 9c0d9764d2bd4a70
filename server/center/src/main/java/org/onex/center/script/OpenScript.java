package org.onex.center.script;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.bundle.ScriptFile;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows somebody of the awarding body a script with its answers; who looked is on the trail. */
@Service
class OpenScript {

    private final CountingScripts scripts;
    private final Rulings rulings;
    private final ReadScripts read;
    private final Receipts receipts;
    private final AuditTrail trail;

    OpenScript(CountingScripts scripts, Rulings rulings, ReadScripts read, Receipts receipts, AuditTrail trail) {
        this.scripts = scripts;
        this.rulings = rulings;
        this.read = read;
        this.receipts = receipts;
        this.trail = trail;
    }

    /**
     * A script with its answers, made from its journal and proven by its hash; whose it is nobody here knows.
     *
     * @param plan     its code
     * @param node     which exam server's, and which revision of it
     * @param lastSeq  the last entry of the epoch in it
     * @param counts   whether this is the revision that is marked
     * @param answers  value by item
     * @param receipts of all exam servers, all revisions
     */
    record ScriptView(
            UUID script,
            String plan,
            UUID session,
            Level level,
            Subject subject,
            UUID paper,
            String form,
            UUID node,
            int revision,
            int epoch,
            long lastSeq,
            String hash,
            OffsetDateTime handedInAt,
            ScriptFile.HandIn kind,
            int answered,
            boolean counts,
            Map<String, String> answers,
            List<ScriptReceipt> receipts) {

        ScriptView {
            answers = Map.copyOf(answers);
            receipts = List.copyOf(receipts);
        }

        /**
         * What a candidate was given, and when the centre has proven it.
         *
         * @param receivedAt null for a revision that came together with a later one
         */
        record ScriptReceipt(
                UUID node,
                int revision,
                ScriptFile.HandIn kind,
                OffsetDateTime handedInAt,
                int answered,
                String hash,
                @Nullable OffsetDateTime receivedAt,
                boolean counts) {}
    }

    /**
     * @param node     null: the one that counts
     * @param revision null: the one that counts, or the first of that node
     * @throws ScriptRefused if there is none, or none counts and nobody said which one to look at
     */
    @Transactional
    ScriptView open(UUID script, @Nullable UUID node, @Nullable Integer revision, Actor actor) {
        var known = scripts.find(script)
                .filter(one -> actor.actsFor(OrganizationKind.AWARDING_BODY, one.awardingBody()))
                .orElseThrow(() -> ScriptRefused.of(ScriptRefused.Code.UNKNOWN));
        var ruling = rulings.of(script);
        var choice = choice(ruling, node, revision);
        var view = view(known, ruling, choice);
        trail.record(
                actor,
                "script.open",
                script.toString(),
                Map.of("node", view.node().toString(), "revision", view.revision(), "hash", view.hash()));
        return view;
    }

    private static Ruling.Choice choice(Ruling ruling, @Nullable UUID node, @Nullable Integer revision) {
        var counting = ruling.choice();
        if (node == null && revision == null) {
            return counting.orElseThrow(() -> ScriptRefused.of(ScriptRefused.Code.UNDECIDED));
        }
        var from = node == null ? counting.map(one -> one.copy().node()).orElse(null) : node;
        if (from == null) {
            throw ScriptRefused.of(ScriptRefused.Code.UNDECIDED);
        }
        return ruling.find(from, revision == null ? 1 : revision)
                .orElseThrow(() -> ScriptRefused.of(ScriptRefused.Code.REVISION_UNKNOWN));
    }

    private ScriptView view(CountingScripts.Known known, Ruling ruling, Ruling.Choice choice) {
        var revision = choice.revision();
        var run = known.run();
        return new ScriptView(
                known.script(),
                known.plan(),
                run.session(),
                run.level(),
                run.subject(),
                choice.copy().paper(),
                choice.copy().form(),
                choice.copy().node(),
                revision.number(),
                revision.epoch(),
                revision.lastSeq(),
                revision.hash(),
                Window.inBeijing(revision.handedInAt()),
                revision.kind(),
                revision.answered(),
                counts(known, choice.copy().node(), revision.number()),
                read.answers(known, choice),
                ruling.copies().stream()
                        .flatMap(copy -> copy.revisions().stream().map(one -> receipt(known, copy.node(), one)))
                        .toList());
    }

    private ScriptView.ScriptReceipt receipt(CountingScripts.Known known, UUID node, Ruling.Revision revision) {
        var received = receipts.of(known.script(), node, revision.number())
                .map(given -> Window.inBeijing(Instant.parse(given.receivedAt())))
                .orElse(null);
        return new ScriptView.ScriptReceipt(
                node,
                revision.number(),
                revision.kind(),
                Window.inBeijing(revision.handedInAt()),
                revision.answered(),
                revision.hash(),
                received,
                counts(known, node, revision.number()));
    }

    private static boolean counts(CountingScripts.Known known, UUID node, int revision) {
        var counting = known.counting();
        return counting != null && counting.node().equals(node) && counting.revision() == revision;
    }
}
