package org.onex.center.dispatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.onex.center.audit.AuditTrail;
import org.onex.center.file.FileStore;
import org.onex.center.organization.Actor;
import org.onex.center.paper.PaperDirectory;
import org.onex.center.paper.SealedPaper;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.clock.Mode;
import org.onex.foundation.vault.DataKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Settles which paper is sat in a session and seals what candidates get of it, once for all sites; the key stays here until its time. */
@Service
class FixPapers {

    /** What the answer protocol calls a sealed paper. */
    static final String PURPOSE = "onex-paper-v1";

    private final FixedPapers fixed;
    private final PaperDirectory papers;
    private final FileStore files;
    private final Mode mode;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final Clock clock;

    FixPapers(
            FixedPapers fixed,
            PaperDirectory papers,
            FileStore files,
            Mode mode,
            TransactionTemplate transaction,
            AuditTrail trail,
            Clock clock) {
        this.fixed = fixed;
        this.papers = papers;
        this.files = files;
        this.mode = mode;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    /** What keeps these sessions from having papers; a drill outside production keeps nothing. */
    List<PackingFinding> problems(Collection<ExamSession> sessions) {
        var problems = new ArrayList<PackingFinding>();
        for (var session : sessions) {
            var isDrill = isDrill(session);
            if (isDrill.isEmpty()) {
                problems.add(PackingFinding.of(PackingFinding.Code.NO_PAPER, session));
            } else if (isDrill.get() && mode.isProduction()) {
                problems.add(PackingFinding.of(PackingFinding.Code.PAPER_IS_DRILL, session));
            }
        }
        return problems;
    }

    private Optional<Boolean> isDrill(ExamSession session) {
        return fixed.find(session.id())
                .map(FixedPaper::drill)
                .or(() -> sealed(session).map(SealedPaper::drill));
    }

    private Optional<SealedPaper> sealed(ExamSession session) {
        return papers.sealed(session.qualification().code(), session.level(), session.subject());
    }

    /** The papers of sessions that have no problem, settled now where they were not before; by session. */
    Map<UUID, FixedPaper> settle(String plan, Collection<ExamSession> sessions, Actor actor) {
        var settled = new LinkedHashMap<UUID, FixedPaper>();
        for (var session : sessions) {
            settled.put(session.id(), fixed.find(session.id()).orElseGet(() -> settle(plan, session, actor)));
        }
        return settled;
    }

    /** Whoever is second in doing it takes what the first one settled. */
    private FixedPaper settle(String plan, ExamSession session, Actor actor) {
        var paper = sealed(session).orElseThrow();
        var key = DataKey.random();
        var forms = paper.forms().stream()
                .map(form -> sealed(paper, form.name(), key))
                .toList();
        var settled = new FixedPaper(session.id(), paper.id(), paper.drill(), session.keyFrom(), forms);
        transaction.executeWithoutResult(status -> {
            if (fixed.add(plan, session, settled, key, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                trail.record(actor, "dispatch.fix-paper", session.id().toString(), facts(plan, session, settled));
            }
        });
        return fixed.find(session.id()).orElseThrow();
    }

    private SiteBundle.PaperFile sealed(SealedPaper paper, String form, DataKey key) {
        var sealed = key.seal(zipped(papers.candidatePaper(paper.id(), form)), PURPOSE);
        return new SiteBundle.PaperFile(form, files.keep(sealed), sealed.length);
    }

    private static Map<String, Object> facts(String plan, ExamSession session, FixedPaper settled) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("plan", plan);
        facts.put("qualification", session.qualification().code());
        facts.put("level", session.level().name());
        facts.put("session", session.number());
        facts.put("subject", session.subject().name());
        facts.put("paper", settled.paper().toString());
        settled.forms().forEach(form -> facts.put("sealed" + form.form(), form.sha256()));
        return facts;
    }

    static byte[] zipped(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
