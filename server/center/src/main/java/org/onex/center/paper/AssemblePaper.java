package org.onex.center.paper;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationOutline;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assembles a paper of a subject from the newest version of a bank (组卷). */
@Service
class AssemblePaper {

    /** Whole numbers up to here are the same in every browser. */
    private static final long MOST_SEED = 1L << 53;

    private static final SecureRandom CHANCE = new SecureRandom();

    private final ItemBanks banks;
    private final Papers papers;
    private final QualificationDirectory qualifications;
    private final Clock clock;
    private final AuditTrail trail;

    AssemblePaper(
            ItemBanks banks, Papers papers, QualificationDirectory qualifications, Clock clock, AuditTrail trail) {
        this.banks = banks;
        this.papers = papers;
        this.qualifications = qualifications;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * @param wantedSeed null for one that nobody can guess; the paper tells which it was
     */
    @Transactional
    Paper assemble(UUID bankId, Subject subject, @Nullable Long wantedSeed, Actor actor) {
        PaperRefused.require(wantedSeed == null || (wantedSeed >= 0 && wantedSeed <= MOST_SEED), "seed");
        var seed = wantedSeed == null ? CHANCE.nextLong(MOST_SEED) : wantedSeed;
        var record = banks.find(bankId)
                .filter(found -> found.isOf(actor))
                .orElseThrow(() -> PaperRefused.of(PaperRefused.Code.BANK_UNKNOWN));
        var bank = record.bank();
        var blueprint = bank.blueprint(subject)
                .orElseThrow(() -> PaperRefused.of(PaperRefused.Code.NO_BLUEPRINT, "subject", subject.name()));
        var origin = new Paper.PaperOrigin(
                record.id(),
                record.version(),
                record.awardingBody(),
                bank.qualification().code(),
                bank.level(),
                subject,
                title(bank, blueprint),
                bank.drill());
        var pair = FormPair.drawn(bank, blueprint, seed);
        var paper = Paper.assembled(Ids.next(), origin, seed, pair, Signature.of(actor, clock));
        papers.add(paper);
        trail.record(
                actor,
                "paper.assemble-paper",
                paper.id().toString(),
                Map.of(
                        "bank", bank.code(),
                        "version", record.version(),
                        "subject", subject.name(),
                        "seed", seed,
                        "shared", pair.comparison().shared()));
        return paper;
    }

    private String title(ItemBank bank, Blueprint blueprint) {
        var name = qualifications
                .outline(bank.qualification().code())
                .map(QualificationOutline::shortName)
                .orElse(bank.qualification().name());
        var title = name + " " + bank.level().printedName() + " " + blueprint.title();
        return bank.drill() ? title + "（演练题，仅供演练）" : title;
    }
}
