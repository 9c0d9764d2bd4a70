package org.onex.center.paper;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;

/**
 * What candidates get for a subject, in two equal forms (试卷): assembled from a bank, read by two people who did not assemble it, then
 * sealed and never changed (domain §11, 由两人审校后封卷).
 *
 * @param version counts changes, so that two people do not overwrite each other
 */
record Paper(
        UUID id,
        int version,
        State state,
        PaperOrigin origin,
        long seed,
        FormPair pair,
        Signature assembled,
        List<Proof> proofs,
        @Nullable Sealing sealing) {

    /** How far a paper has come. */
    enum State {
        /** 已组卷: nobody has read it. */
        DRAFT,
        /** 一审通过: one person has read it. */
        PROOF,
        /** 二审通过: two people have read it. */
        READY,
        /** 已封卷: final. */
        SEALED,
        /** 已退回: a reader found something; another paper is assembled. */
        REJECTED
    }

    /**
     * What a paper examines, and from which version of which bank.
     *
     * @param title as it is printed on the paper
     */
    record PaperOrigin(
            UUID bank,
            int bankVersion,
            String awardingBody,
            String qualification,
            Level level,
            Subject subject,
            String title,
            boolean drill) {}

    /**
     * What somebody found who read a paper before it is sealed (审校).
     *
     * @param opinion what is wrong with it; may be empty if it passed
     */
    record Proof(Signature by, boolean passed, String opinion) {

        private static final int LONGEST = 2_000;

        /**
         * @throws PaperRefused if it is rejected without a word
         */
        static Proof of(Signature by, boolean passed, String said) {
            var opinion = said.strip();
            if (!passed && opinion.isEmpty()) {
                throw PaperRefused.of(PaperRefused.Code.OPINION_MISSING);
            }
            PaperRefused.require(opinion.length() <= LONGEST, "opinion");
            return new Proof(by, passed, opinion);
        }
    }

    /**
     * @param edition counts the sealed papers of a qualification, level and subject, from 1 (版次)
     */
    record Sealing(int edition, Signature by, List<SealedContent> contents) {

        Sealing {
            contents = List.copyOf(contents);
        }
    }

    /** The same with its proofs and, if it is sealed, where its forms lie. */
    Paper with(List<Proof> others, List<SealedContent> contents) {
        var sealed = sealing == null ? null : new Sealing(sealing.edition(), sealing.by(), contents);
        return new Paper(id, version, state, origin, seed, pair, assembled, others, sealed);
    }

    /** Where the content of a sealed form lies: SHA-256 of what candidates get, and of the key that never leaves the centre. */
    record SealedContent(String form, String paper, String key) {}

    private static final int READERS = 2;

    Paper {
        proofs = List.copyOf(proofs);
    }

    static Paper assembled(UUID id, PaperOrigin origin, long seed, FormPair pair, Signature by) {
        return new Paper(id, 1, State.DRAFT, origin, seed, pair, by, List.of(), null);
    }

    boolean isOf(Actor actor) {
        return actor.actsFor(OrganizationKind.AWARDING_BODY, origin.awardingBody());
    }

    /**
     * @throws PaperRefused if somebody changed the paper since that version
     */
    void requireVersion(int read) {
        if (read != version) {
            throw PaperRefused.of(PaperRefused.Code.CHANGED);
        }
    }

    /** Whoever has passed it may still find something; until it is sealed anybody but its assembler may. */
    Paper proofRead(Proof proof) {
        var isWaiting = state == State.DRAFT || state == State.PROOF;
        if (!isWaiting && (proof.passed() || state != State.READY)) {
            throw PaperRefused.of(PaperRefused.Code.WRONG_STATE, "state", state.name());
        }
        if (proof.by().isBySameAs(assembled)) {
            throw PaperRefused.of(PaperRefused.Code.PROOF_BY_ASSEMBLER);
        }
        if (proof.passed() && proofs.stream().anyMatch(before -> before.by().isBySameAs(proof.by()))) {
            throw PaperRefused.of(PaperRefused.Code.ALREADY_PROOF_READ);
        }
        var all = Stream.concat(proofs.stream(), Stream.of(proof)).toList();
        return new Paper(id, version + 1, stateAfter(all), origin, seed, pair, assembled, all, null);
    }

    private static State stateAfter(List<Proof> all) {
        if (!all.getLast().passed()) {
            return State.REJECTED;
        }
        return all.size() < READERS ? State.PROOF : State.READY;
    }

    /**
     * @throws PaperRefused unless two people have read it
     */
    void requireReady() {
        if (state != State.READY) {
            throw PaperRefused.of(PaperRefused.Code.NOT_READY, "state", state.name());
        }
    }

    boolean isSealed() {
        return state == State.SEALED;
    }

    Paper sealed(Sealing last) {
        requireReady();
        return new Paper(id, version + 1, State.SEALED, origin, seed, pair, assembled, proofs, last);
    }

    /**
     * @throws PaperRefused if the paper has no such form
     */
    Form form(String name) {
        return pair.forms().stream()
                .filter(form -> form.name().equals(name))
                .findFirst()
                .orElseThrow(() -> PaperRefused.of(PaperRefused.Code.UNKNOWN));
    }
}
