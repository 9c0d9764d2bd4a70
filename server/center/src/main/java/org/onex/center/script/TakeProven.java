package org.onex.center.script;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.onex.contract.bundle.RecordFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what has proven itself, and settles anew what counts; in a transaction that holds what the site sends back. */
@Component
class TakeProven {

    private final Announcements announcements;
    private final SentRuns sent;
    private final Rulings rulings;
    private final Receipts receipts;
    private final JudgeScript judge;
    private final CountingScripts scripts;
    private final Records records;
    private final Doubts doubts;
    private final ApplicationEventPublisher events;

    TakeProven(
            Announcements announcements,
            SentRuns sent,
            Rulings rulings,
            Receipts receipts,
            JudgeScript judge,
            CountingScripts scripts,
            Records records,
            Doubts doubts,
            ApplicationEventPublisher events) {
        this.announcements = announcements;
        this.sent = sent;
        this.rulings = rulings;
        this.receipts = receipts;
        this.judge = judge;
        this.scripts = scripts;
        this.records = records;
        this.doubts = doubts;
        this.events = events;
    }

    /**
     * @throws Refusal.Found if the same exam server has proven something else of it before
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refusal.Found.class)
    void script(SiteReturn held, ReturnedFile file, PackedRuns.Run run, List<Ruling.Revision> revisions, Instant now) {
        var script = Objects.requireNonNull(file.script());
        requireNothingElse(rulings.revisions(script, file.sender().node()), revisions);
        var moved = sent.hasMoved(held, script);
        rulings.keep(file, run, moved, revisions, now);
        receipts.give(file.sender(), script, revisions.getLast(), now);
        scripts.add(script, held, run);
        if (judge.judge(moved ? scripts.hold(script).orElseThrow() : placed(script, held))) {
            events.publishEvent(new ScriptsCounted(held.plan(), List.of(script)));
        }
    }

    /** A script that came from somewhere else first belongs where it was to be sat. */
    private CountingScripts.Known placed(UUID script, SiteReturn held) {
        var known = scripts.hold(script).orElseThrow();
        if (known.bundle().equals(held.bundle()) && known.site().equals(held.site())) {
            return known;
        }
        doubts.forget(known.about());
        return scripts.move(known, held);
    }

    /** What a candidate has a receipt for does not change any more, and does not go away. */
    private static void requireNothingElse(List<Ruling.Revision> known, List<Ruling.Revision> said) {
        Refusal.INCOMPLETE.unless(known.size() <= said.size(), "revisions of before are missing");
        for (int i = 0; i < known.size(); i++) {
            Refusal.HASH.unless(
                    known.get(i).hash().equals(said.get(i).hash()), "revision " + (i + 1) + " had another hash before");
        }
    }

    /**
     * @throws Refusal.Found if it says otherwise of scripts than the same exam server has announced and proven
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refusal.Found.class)
    void record(SiteReturn held, ReturnedFile file, RecordFile record, PackedRuns packed) {
        RecordProof.requireSameAs(
                record, announcements.listedScripts(file.sender()), rulings.newestRevisions(file.sender()));
        records.replace(held, file.sender(), record, packed);
        doubts.replaceSaidOtherwise(held, records.saidOtherwise(held), packed);
    }

    /**
     * What came, or could not be taken, may say something of other runs too: who is on no server of a site is absent as soon as all have sent
     * everything.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void settled(SiteReturn held) {
        events.publishEvent(new ScriptDirectory.OutcomesChanged(held.plan()));
    }

    /** Somebody should know whose script could not be taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    void refused(ReturnedFile file, Refusal refusal, PackedRuns packed, String node) {
        UUID script = Objects.requireNonNull(file.script());
        doubts.put(
                new Doubts.About(file.sender().site(), file.sender().bundle(), script),
                Objects.requireNonNull(packed.runs().get(script)),
                Doubts.Doubt.REFUSED,
                Map.of("node", node, "reason", refusal.name()));
    }
}
