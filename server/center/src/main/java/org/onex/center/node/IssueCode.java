package org.onex.center.node;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.Venue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives out an enrolment code for a site; it is shown once, and the one before it stops counting. */
@Service
@Transactional
class IssueCode {

    private static final RandomGenerator CHANCE = new SecureRandom();

    private final Codes codes;
    private final SiteDirectory sites;
    private final AuditTrail trail;
    private final Clock machine = Clock.systemUTC();

    IssueCode(Codes codes, SiteDirectory sites, AuditTrail trail) {
        this.codes = codes;
        this.sites = sites;
        this.trail = trail;
    }

    /** A code and the site that it is for. */
    record Issued(IssuedCode code, Venue site) {}

    /**
     * @throws NodeRefused if there is no such site for the actor, or it may hold no exams
     */
    Issued issue(UUID site, Actor actor) {
        var venue = sites.venue(site)
                .filter(found -> new Node.Whose(site, found.college(), found.awardingBody()).isVisibleTo(actor))
                .orElseThrow(() -> NodeRefused.of(NodeRefused.Code.SITE_UNKNOWN));
        if (!venue.approved()) {
            throw NodeRefused.of(NodeRefused.Code.SITE_NOT_APPROVED);
        }
        var issued = drawn(site, actor);
        trail.record(
                actor,
                "node.issue-code",
                site.toString(),
                Map.of(
                        "code",
                        issued.code().name(),
                        "expiresAt",
                        issued.expiresAt().toString()));
        return new Issued(issued, venue);
    }

    private IssuedCode drawn(UUID site, Actor actor) {
        IssuedCode issued;
        do {
            var now = machine.instant().truncatedTo(ChronoUnit.MICROS);
            issued = IssuedCode.of(EnrolmentCode.drawn(CHANCE), site, actor.login(), now);
        } while (!codes.add(issued));
        return issued;
    }
}
