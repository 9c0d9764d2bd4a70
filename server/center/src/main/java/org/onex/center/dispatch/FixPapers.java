package org.onex.center.dispatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /**
     * What there is for some sessions.
     *
     * @param papers   of all of them by session; of none if there are problems
     * @param problems what keeps them from having papers
     */
    record Settlement(Map<UUID, FixedPaper> papers, List<PackingFinding> problems, List<PackingFinding> warnings) {

        Settlement {
            papers = Map.copyOf(papers);
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Which papers are sat in these sessions, settled now where that was not done before, for all of them or for none: the newest that
     * nobody sits at other hours. Two who do it at once take no paper twice.
     */
    Settlement settle(String plan, Collection<ExamSession> sessions, Actor actor) {
        if (sessions.stream().allMatch(this::isSettled)) {
            return settled(sessions);
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            fixed.hold(sessions);
            var chosen = new LinkedHashMap<ExamSession, SealedPaper>();
            var problems = new ArrayList<PackingFinding>();
            for (var session : sessions) {
                if (!isSettled(session)) {
                    choose(session, plan, chosen).ifPresent(problems::add);
                }
            }
            if (!problems.isEmpty()) {
                return new Settlement(Map.of(), problems, List.of());
            }
            chosen.forEach((session, paper) -> fix(plan, session, paper, actor));
            return settled(sessions);
        }));
    }

    /** A drill is not for good: in production never, elsewhere as long as nothing took its place. */
    private boolean isSettled(ExamSession session) {
        return fixed.find(session.id())
                .filter(paper -> !paper.drill()
                        || (!mode.isProduction()
                                && (isClosed(paper) || newer(session, paper).isEmpty())))
                .isPresent();
    }

    /** Whether a node may have read it, or may from now on. */
    private boolean isClosed(FixedPaper paper) {
        return !clock.instant().isBefore(paper.keyFrom()) || fixed.isGivenOut(paper.session());
    }

    /** The newest edition after the settled one that could be sat instead. */
    private Optional<SealedPaper> newer(ExamSession session, FixedPaper settled) {
        var elsewhere = fixed.satElsewhere(session);
        return sealed(session).stream()
                .takeWhile(one -> !one.id().equals(settled.paper()))
                .filter(one -> settled.drill() || !one.drill())
                .filter(one -> !elsewhere.containsKey(one.id()))
                .findFirst();
    }

    private List<SealedPaper> sealed(ExamSession session) {
        return papers.sealed(session.qualification().code(), session.level(), session.subject());
    }

    private Settlement settled(Collection<ExamSession> sessions) {
        var papers = new LinkedHashMap<UUID, FixedPaper>();
        var warnings = new ArrayList<PackingFinding>();
        for (var session : sessions) {
            var paper = fixed.find(session.id()).orElseThrow();
            papers.put(session.id(), paper);
            var elsewhere = fixed.satElsewhere(session).get(paper.paper());
            if (elsewhere != null) {
                warnings.add(PackingFinding.alreadySat(session, elsewhere));
            }
            newer(session, paper)
                    .map(found -> PackingFinding.of(PackingFinding.Code.PAPER_SUPERSEDED, session))
                    .ifPresent(warnings::add);
        }
        return new Settlement(papers, List.of(), warnings);
    }

    /**
     * Puts the paper of a session among those that were chosen for others before, or says why there is none. Outside production a drill
     * may be sat again: demonstrations and rehearsals have one.
     */
    private Optional<PackingFinding> choose(ExamSession session, String plan, Map<ExamSession, SealedPaper> chosen) {
        var sealed = sealed(session);
        var usable = sealed.stream()
                .filter(paper -> !paper.drill() || !mode.isProduction())
                .toList();
        if (usable.isEmpty() || fixed.find(session.id()).filter(this::isClosed).isPresent()) {
            var code = sealed.isEmpty() ? PackingFinding.Code.NO_PAPER : PackingFinding.Code.PAPER_IS_DRILL;
            return Optional.of(PackingFinding.of(code, session));
        }
        var elsewhere = new HashMap<>(fixed.satElsewhere(session));
        chosen.forEach((other, paper) -> {
            if (!other.isSatWith(session)) {
                elsewhere.put(paper.id(), plan);
            }
        });
        var paper = usable.stream()
                .filter(one -> !elsewhere.containsKey(one.id()))
                .findFirst()
                .or(() -> usable.stream().filter(SealedPaper::drill).findFirst());
        paper.ifPresent(found -> chosen.put(session, found));
        return paper.isPresent()
                ? Optional.empty()
                : Optional.of(PackingFinding.alreadySat(
                        session,
                        Objects.requireNonNull(elsewhere.get(usable.getFirst().id()))));
    }

    private void fix(String plan, ExamSession session, SealedPaper paper, Actor actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var isThere = fixed.find(session.id()).isPresent();
        var key = isThere ? fixed.key(session.id()) : DataKey.random();
        var forms = paper.forms().stream()
                .map(form -> sealed(paper, form.name(), key))
                .toList();
        var settled = new FixedPaper(session.id(), paper.id(), paper.drill(), session.keyFrom(), forms);
        if (isThere) {
            fixed.replace(settled, now);
        } else {
            fixed.add(plan, session, settled, key, now);
        }
        trail.record(actor, "dispatch.fix-paper", session.id().toString(), facts(plan, session, settled));
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
