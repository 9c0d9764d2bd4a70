package org.onex.center.result;

import java.util.Optional;
import org.onex.center.candidate.WrittenName;
import org.onex.center.seating.SeatingDirectory;
import org.onex.contract.kernel.IdNumber;
import org.springframework.stereotype.Component;

/** Finds out whose a proof is. */
@Component
class ProveCandidate {

    private final SeatingDirectory seating;

    ProveCandidate(SeatingDirectory seating) {
        this.seating = seating;
    }

    Optional<ProvenCandidate> prove(Proof proof, String address) {
        return seating.byTicket(proof.ticket().strip())
                .filter(place -> place.seat().idNumber().value().equals(IdNumber.normalized(proof.idNumber())))
                .filter(place -> WrittenName.same(proof.name(), place.seat().name()))
                .map(place -> new ProvenCandidate(
                        place.seat().registration(),
                        place.plan(),
                        place.seat().college(),
                        place.seat().name(),
                        place.seat().ticket(),
                        place.seat().qualification(),
                        place.seat().level()));
    }
}
