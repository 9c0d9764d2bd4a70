package org.onex.node.invigilation;

import org.onex.contract.bundle.SessionBundle;
import org.onex.foundation.vault.HashKey;
import org.springframework.stereotype.Component;

/** Lets the invigilators of an installed session sign in at the board. */
@Component
public class AdmitInvigilators {

    private final Keepers keepers;

    AdmitInvigilators(Keepers keepers) {
        this.keepers = keepers;
    }

    /** Again changes nothing. The session itself must be installed. */
    public void admit(SessionBundle bundle) {
        keepers.add(bundle.session(), bundle.invigilators(), HashKey.ofBase64(bundle.idHashKey()));
    }
}
