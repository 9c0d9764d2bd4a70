package org.onex.node.courier;

import org.onex.contract.bundle.SiteBundle;
import org.onex.node.invigilation.AdmitInvigilators;
import org.onex.node.sitting.BundleFiles;
import org.onex.node.sitting.InstallSession;
import org.onex.node.sitting.SittingRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a bundle that came ready to be sat (装入), together with the note that it is: all of it or nothing, whenever the machine stops. */
@Component
class InstallBundle {

    private static final Logger log = LoggerFactory.getLogger(InstallBundle.class);

    private final InstallSession install;
    private final AdmitInvigilators admit;
    private final Deliveries deliveries;
    private final AwaitedKeys keys;
    private final TransactionTemplate transaction;

    InstallBundle(
            InstallSession install,
            AdmitInvigilators admit,
            Deliveries deliveries,
            AwaitedKeys keys,
            TransactionTemplate transaction) {
        this.install = install;
        this.admit = admit;
        this.deliveries = deliveries;
        this.keys = keys;
        this.transaction = transaction;
    }

    /**
     * @param files all that the bundle names
     * @throws CourierRefused if it does not hold together, or what is installed may no longer change
     */
    void install(Delivery delivery, SiteBundle bundle, BundleFiles files) {
        try {
            transaction.executeWithoutResult(status -> {
                var version = install.install(bundle, files);
                if (version == bundle.version()) {
                    admit.admit(bundle);
                }
                keys.replace(bundle);
                deliveries.store(delivery.installed(version));
            });
        } catch (SittingRefused e) {
            throw refused(CourierRefused.Code.ENTRY_OPEN, e);
        } catch (IllegalArgumentException | DataIntegrityViolationException e) {
            // The message may hold what was in the bundle.
            log.warn("Bundle {} version {} does not hold together", bundle.id(), bundle.version());
            throw refused(CourierRefused.Code.BUNDLE_BROKEN, e);
        }
        log.info(
                "Installed bundle {} version {} with {} seats",
                bundle.id(),
                bundle.version(),
                bundle.seatings().size());
    }

    private static CourierRefused refused(CourierRefused.Code code, Exception cause) {
        return (CourierRefused) CourierRefused.of(code).initCause(cause);
    }
}
