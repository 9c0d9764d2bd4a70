package org.onex.center.paper;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.contract.kernel.Window;

/** A paper as item writers see it: where it comes from, how far it is, how alike its forms are. No questions. */
record PaperView(
        UUID id,
        int version,
        Paper.State state,
        @Nullable Integer edition,
        String title,
        boolean drill,
        PaperBank bank,
        QualificationName qualification,
        Level level,
        Subject subject,
        long seed,
        PaperSignature assembled,
        List<ProofView> proofs,
        @Nullable PaperSignature sealed,
        List<PaperForm> forms,
        FormComparison comparison) {

    /** The version of the bank that a paper was assembled from. */
    record PaperBank(UUID id, int version) {}

    /** Who did something, and when. */
    record PaperSignature(String login, String name, OffsetDateTime at) {

        static PaperSignature of(Signature signature) {
            return new PaperSignature(signature.login(), signature.name(), Window.inBeijing(signature.at()));
        }
    }

    /** What a proof-reader found. */
    record ProofView(PaperSignature by, boolean passed, String opinion) {}

    /**
     * @param sha256 of what candidates get; null until it is sealed
     */
    record PaperForm(String name, @Nullable String sha256) {}

    /** A line of the list of papers. */
    record PaperSummary(
            UUID id,
            int version,
            Paper.State state,
            @Nullable Integer edition,
            String title,
            boolean drill,
            QualificationName qualification,
            Level level,
            Subject subject,
            OffsetDateTime assembledAt,
            @Nullable OffsetDateTime sealedAt) {

        static PaperSummary of(PaperList.Row row, QualificationName qualification) {
            var sealed = row.sealedAt();
            return new PaperSummary(
                    row.id(),
                    row.version(),
                    row.state(),
                    row.edition(),
                    row.title(),
                    row.drill(),
                    qualification,
                    row.level(),
                    row.subject(),
                    Window.inBeijing(row.assembledAt()),
                    sealed == null ? null : Window.inBeijing(sealed));
        }
    }

    static PaperView of(Paper paper, QualificationName qualification) {
        var origin = paper.origin();
        var sealing = paper.sealing();
        return new PaperView(
                paper.id(),
                paper.version(),
                paper.state(),
                sealing == null ? null : sealing.edition(),
                origin.title(),
                origin.drill(),
                new PaperBank(origin.bank(), origin.bankVersion()),
                qualification,
                origin.level(),
                origin.subject(),
                paper.seed(),
                PaperSignature.of(paper.assembled()),
                paper.proofs().stream()
                        .map(proof -> new ProofView(PaperSignature.of(proof.by()), proof.passed(), proof.opinion()))
                        .toList(),
                sealing == null ? null : PaperSignature.of(sealing.by()),
                forms(paper),
                paper.pair().comparison());
    }

    private static List<PaperForm> forms(Paper paper) {
        var sealing = paper.sealing();
        return sealing == null
                ? Form.NAMES.stream().map(name -> new PaperForm(name, null)).toList()
                : sealing.contents().stream()
                        .map(content -> new PaperForm(content.form(), content.paper()))
                        .toList();
    }
}
