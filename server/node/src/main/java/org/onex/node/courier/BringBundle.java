package org.onex.node.courier;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.onex.contract.bundle.SiteBundle;
import org.springframework.stereotype.Component;

/** Brings one bundle onto this node: fetches its letter, opens it, fetches what it names, installs it. */
@Component
class BringBundle {

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
     * @throws CourierRefused if this version is not for us, and never will be
     * @throws CenterAway     if not everything came
     */
    void bring(Enrolment we, Delivery delivery) {
        var letter = files.bring(we, delivery.bundle(), delivery.sha256(), delivery.bytes());
        var bundle = letters.open(letter, delivery, we);
        var named = named(we, bundle);
        // What was begun for another site than we belong to by now comes to nothing.
        if (enrolments.current().equals(Optional.of(we))) {
            install.install(delivery, bundle, named);
        }
    }

    private Map<String, byte[]> named(Enrolment we, SiteBundle bundle) {
        var named = new HashMap<String, byte[]>();
        for (var session : bundle.sessions()) {
            for (var paper : session.papers()) {
                named.put(paper.sha256(), files.bring(we, bundle.id(), paper.sha256(), paper.bytes()));
            }
        }
        for (var seating : bundle.seatings()) {
            var photo = seating.photo();
            if (photo != null) {
                named.put(photo.sha256(), files.bring(we, bundle.id(), photo.sha256(), photo.bytes()));
            }
        }
        return named;
    }
}
