package org.onex.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Scene;

/** Where a person looks at what was rehearsed (导览), at a centre that goes on running: pages, accounts, and certificates that anybody verifies. */
final class Tour {

    private final Scene scene;

    Tour(Scene scene) {
        this.scene = scene;
    }

    List<String> lines() {
        var data = scene.data();
        var plan = scene.plan().code();
        var colleges = data.colleges().stream().map(data::officerOf).limit(2).toList();
        var lines = new ArrayList<String>();
        lines.add("look at it (everybody's password is " + Center.PASSWORD + "):");
        lines.add(
                page("/console/plans", "plans, their days and how far they are, as " + data.officerOf(scene.notice())));
        lines.add(page(
                "/console/results/" + plan,
                "results, as " + data.officerOf(scene.notice()) + "; their own, as " + String.join(" or ", colleges)));
        lines.add(page("/console/certificates", "issues and certificates, as the same"));
        lines.add(page("/results", "a candidate's results, by ID number, name and ticket"));
        lines.add(page("/verify", "anybody verifies a certificate by number and name"));
        var certificates = scene.books().certificates();
        for (var certificate : certificates) {
            var isFirst = certificate.equals(certificates.getFirst());
            var isRevoked = certificate.equals(certificates.getLast());
            if (isFirst || isRevoked) {
                lines.add("      " + certificate.number() + " " + certificate.name() + " is "
                        + (isRevoked ? "revoked" : "genuine"));
            }
        }
        return lines;
    }

    private String page(String path, String what) {
        return "  " + scene.center().address() + path + "  " + what;
    }
}
