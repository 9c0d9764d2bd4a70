package org.onex.node.courier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onex.contract.bundle.SiteBundle;
import org.springframework.stereotype.Component;

/** Brings one bundle onto this node: fetches its letter, opens it, fetches what it names, installs it. */
@Component
class BringBundle {

    /** Papers and photos of one site in one slot: a thousand photos as large as a phone takes them. */
    private static final long LARGEST = 2L << 30;

    private final Enrolments enrolments;
    private final IncomingFiles files;
    private final OpenLetter letters;
    private final InstallBundle install;

    BringBundle(Enrolments enrolments, IncomingFiles files, OpenLetter letters, InstallBundle install) {
        this.enrolments = enrolments;
        this.files = files;
        this.letters = letters;
        this.install = install;
    }

    /**
     * @throws CourierRefused if this version is not for us, and never will be, or this machine cannot take it in now
     * @throws CenterAway     if not everything came
     */
    void bring(Enrolment we, Delivery delivery) {
        files.bring(we, delivery.bundle(), delivery.sha256(), delivery.bytes());
        var letter = files.read(delivery.bundle(), delivery.sha256());
        var bundle = letters.open(letter, delivery, we);
        var named = named(bundle);
        // Nothing is fetched of what could not be taken in after all.
        IncomingFiles.requireFitting(named, LARGEST);
        named.forEach((sha256, bytes) -> files.bring(we, bundle.id(), sha256, bytes));
        // What was begun for another site than we belong to by now comes to nothing.
        enrolments.asStill(we, () -> install.install(delivery, bundle, sha256 -> files.read(bundle.id(), sha256)));
    }

    /** How long each file is that the bundle names. */
    private static Map<String, Long> named(SiteBundle bundle) {
        var named = new LinkedHashMap<String, Long>();
        for (var session : bundle.sessions()) {
            session.papers().forEach(paper -> named.put(paper.sha256(), paper.bytes()));
        }
        for (var seating : bundle.seatings()) {
            var photo = seating.photo();
            if (photo != null) {
                named.put(photo.sha256(), photo.bytes());
            }
        }
        return named;
    }
}
