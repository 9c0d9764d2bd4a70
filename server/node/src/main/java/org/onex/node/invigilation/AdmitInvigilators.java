package org.onex.node.invigilation;

import org.onex.contract.bundle.SiteBundle;
import org.onex.node.sitting.BundleDirectory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the invigilators of an installed bundle sign in at the board. */
@Component
public class AdmitInvigilators {

    private final Keepers keepers;
    private final BundleDirectory bundles;

    AdmitInvigilators(Keepers keepers, BundleDirectory bundles) {
        this.keepers = keepers;
        this.bundles = bundles;
    }

    /** Those of an older version are replaced. Again changes nothing, and neither does a version that is not the one installed. */
    @Transactional
    public void admit(SiteBundle bundle) {
        bundles.find(bundle.id())
                .filter(installed -> installed.version() == bundle.version())
                .ifPresent(installed -> keepers.replace(bundle));
    }
}
