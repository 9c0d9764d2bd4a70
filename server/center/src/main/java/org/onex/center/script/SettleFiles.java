package org.onex.center.script;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.file.FileStore;
import org.onex.center.node.EnrolledNode;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.bundle.ScriptFile;
import org.onex.foundation.exchange.OpeningKey;
import org.onex.foundation.exchange.VerifyingKey;
import org.onex.foundation.ids.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks into a file that is here whole: keeps it as it came, proves it, and takes it in or says why not. */
@Service
class SettleFiles {

    private static final Logger log = LoggerFactory.getLogger(SettleFiles.class);

    /** Any process may be killed at any file; who kills twice does it by what it holds. */
    private static final int MOST_DEATHS = 2;

    private final SiteReturns returns;
    private final Announcements announcements;
    private final SentRuns sent;
    private final ReturnKeys keys;
    private final TakeProven take;
    private final FileStore files;
    private final OrganizationDirectory organizations;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final Clock clock;

    /** By which the next process knows that this one has died. */
    private final UUID process = Ids.next();

    SettleFiles(
            SiteReturns returns,
            Announcements announcements,
            SentRuns sent,
            ReturnKeys keys,
            TakeProven take,
            FileStore files,
            OrganizationDirectory organizations,
            TransactionTemplate transaction,
            AuditTrail trail,
            Clock clock) {
        this.returns = returns;
        this.announcements = announcements;
        this.sent = sent;
        this.keys = keys;
        this.take = take;
        this.files = files;
        this.organizations = organizations;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is done with a file that has proven itself, in a transaction that holds it and what its site sends back. */
    private interface Taking {

        /**
         * @throws Refusal.Found if it contradicts what came before
         */
        void take(SiteReturn held, Instant now);
    }

    /**
     * @throws ScriptRefused if the file is on no list any more
     */
    ReturnedFile settle(ReturnedFile file, byte[] sealed, EnrolledNode node) {
        var at = announcements.find(file.sender()).orElseThrow();
        var packed = sent.of(file.sender().site(), file.sender().bundle(), at.version())
                .orElseThrow();
        var site = returns.find(file.sender().site(), file.sender().bundle()).orElseThrow();
        var key = keys.of(site.whose().awardingBody());
        files.keep(sealed);
        var deaths = Objects.requireNonNull(transaction.execute(status -> announcements.look(file, process)));
        try {
            var proven = deaths < MOST_DEATHS
                    ? proven(file, () -> prove(file, sealed, key, node.verifyingKey(), packed))
                    : refusing(Refusal.UNREADABLE.because("whoever looks into it dies"));
            return settledOnce(file, node, packed, proven);
        } finally {
            // Where it is settled this says nothing new.
            transaction.executeWithoutResult(status -> announcements.letGo(file));
        }
    }

    private static Taking refusing(Refusal.Found found) {
        return (held, now) -> {
            throw found;
        };
    }

    /** What looks into a file asks nobody: whatever it stumbles over, it will stumble over again. */
    private static Taking proven(ReturnedFile file, Supplier<Taking> proof) {
        try {
            return proof.get();
        } catch (Refusal.Found found) {
            return refusing(found);
        } catch (RuntimeException e) {
            // Its message may quote answers.
            log.warn(
                    "File {} is like none that we know: {}",
                    file.sha256(),
                    e.getClass().getName());
            return refusing(Refusal.UNREADABLE.because("like none that we know"));
        }
    }

    private ReturnedFile settledOnce(ReturnedFile file, EnrolledNode node, PackedRuns packed, Taking taking) {
        try {
            return settled(file, node, packed, taking);
        } catch (DataIntegrityViolationException e) {
            log.warn("File {} holds something that cannot be written down", file.sha256());
            return settled(file, node, packed, refusing(Refusal.UNREADABLE.because("cannot be written down")));
        }
    }

    private Taking prove(ReturnedFile file, byte[] sealed, OpeningKey key, VerifyingKey node, PackedRuns packed) {
        var script = file.script();
        if (script == null) {
            var record =
                    new SealedReturn(sealed, RecordFile.PURPOSE + packed.bundle()).read(key, node, RecordFile.class);
            RecordProof.require(record, file.revision(), packed);
            return (held, now) -> take.record(held, file, record, packed);
        }
        var run = Objects.requireNonNull(packed.runs().get(script));
        var read = new SealedReturn(sealed, ScriptFile.PURPOSE + script).read(key, node, ScriptFile.class);
        var revisions = ScriptProof.revisions(
                read, new ScriptProof.Announced(packed.bundle(), packed.version(), script, file.revision(), run));
        return (held, now) -> take.script(held, file, run, revisions, now);
    }

    private ReturnedFile settled(ReturnedFile file, EnrolledNode node, PackedRuns packed, Taking taking) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var held = returns.hold(file.sender().site(), file.sender().bundle());
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var fresh = announcements.hold(file);
            if (!fresh.listed()) {
                // A newer list has come since: an older record must not take the place of its record.
                throw ScriptRefused.of(ScriptRefused.Code.FILE_UNKNOWN);
            }
            if (fresh.state() == ReturnedFile.State.WANTED) {
                var refusal = refusal(taking, held, now);
                announcements.settle(fresh, refusal);
                if (refusal != null && file.script() != null) {
                    take.refused(file, refusal, packed, node.name());
                }
                returns.count(held.site(), held.bundle());
                take.settled(held);
                record(file, node, held, refusal);
            }
            return announcements.file(file.sender(), file.sha256()).orElseThrow();
        }));
    }

    /** Nothing was written when it is found. */
    private static @Nullable Refusal refusal(Taking taking, SiteReturn held, Instant now) {
        try {
            taking.take(held, now);
            return null;
        } catch (Refusal.Found found) {
            log.warn("A file of bundle {} is refused as {}: {}", held.bundle(), found.refusal(), found.getMessage());
            return found.refusal();
        }
    }

    /** A node acts for the college whose site it stands at. */
    private void record(ReturnedFile file, EnrolledNode node, SiteReturn held, @Nullable Refusal refusal) {
        var college = organizations
                .find(OrganizationKind.COLLEGE, held.whose().college())
                .orElseThrow();
        var what = file.script() == null ? "record" : "script";
        trail.record(
                new Actor("node:" + node.id(), node.name(), college),
                "script." + (refusal == null ? "take-" : "refuse-") + what,
                (file.script() == null ? file.sender().bundle() : file.script()).toString(),
                Map.of(
                        "bundle",
                        file.sender().bundle().toString(),
                        "file",
                        file.sha256(),
                        what.equals("record") ? "number" : "revision",
                        file.revision(),
                        "reason",
                        refusal == null ? List.of() : List.of(refusal.name())));
    }
}
