package org.onex.center.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.candidate.CandidateDirectory;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.candidate.EnrolmentOutline;
import org.onex.center.candidate.InformationState;
import org.onex.center.candidate.RealNamesAnswered;
import org.onex.center.file.FileStore;
import org.onex.center.file.StoredFile;
import org.onex.center.organization.Actor;
import org.onex.foundation.ids.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A college settles a doubt (人工确认; 004 §二.3): somebody looked at papers, says so and adds a picture of them. */
@Service
class ConfirmIdentity {

    private static final int SHORTEST_REMARK = 4;
    private static final List<String> MAGIC = List.of("ffd8ff", "89504e470d0a1a0a", "255044462d");

    private final CandidateDirectory candidates;
    private final Findings findings;
    private final FileStore files;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AuditTrail trail;

    ConfirmIdentity(
            CandidateDirectory candidates,
            Findings findings,
            FileStore files,
            ApplicationEventPublisher events,
            Clock clock,
            AuditTrail trail) {
        this.candidates = candidates;
        this.findings = findings;
        this.files = files;
        this.events = events;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * @param evidence a file that was uploaded before
     * @throws IdentityRefused if there is no doubt, or no evidence
     */
    @Transactional
    Finding confirm(EnrolmentKey key, UUID evidence, String remark, Actor actor) {
        var outline = own(key, actor);
        if (outline.state() != InformationState.DOUBTFUL) {
            throw IdentityRefused.of(IdentityRefused.Code.NOT_DOUBTFUL, "state", outline.state());
        }
        if (remark.strip().length() < SHORTEST_REMARK) {
            throw IdentityRefused.of(IdentityRefused.Code.REMARK_MISSING);
        }
        var file = files.find(evidence, actor)
                .orElseThrow(() -> IdentityRefused.of(IdentityRefused.Code.EVIDENCE_MISSING));
        requirePicture(file);
        var finding = new Finding(
                Ids.next(),
                key,
                outline.name(),
                Finding.Result.CONFIRMED,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.name(),
                remark.strip(),
                file.sha256());
        findings.add(List.of(finding));
        events.publishEvent(new RealNamesAnswered(List.of(finding.answer())));
        trail.record(
                actor,
                "identity.confirm",
                key.candidate() + "/" + key.enrolment(),
                Map.of("remark", finding.remark(), "evidence", file.sha256()));
        return finding;
    }

    /** What was found out so far about somebody of one's own. */
    @Transactional(readOnly = true)
    List<Finding> findings(EnrolmentKey key, Actor actor) {
        own(key, actor);
        return findings.of(key);
    }

    private EnrolmentOutline own(EnrolmentKey key, Actor actor) {
        return candidates.outlines(List.of(key)).stream()
                .filter(found -> found.college().equals(actor.organization().code()))
                .findFirst()
                .orElseThrow(() -> IdentityRefused.of(IdentityRefused.Code.UNKNOWN));
    }

    private void requirePicture(StoredFile file) {
        var head = ByteBuffer.allocate(8);
        try (var content = files.open(file)) {
            content.read(head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var found = HexFormat.of().formatHex(head.array());
        if (MAGIC.stream().noneMatch(found::startsWith)) {
            throw IdentityRefused.of(IdentityRefused.Code.EVIDENCE_UNSUITABLE);
        }
    }
}
