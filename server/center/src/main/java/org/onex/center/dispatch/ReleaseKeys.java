package org.onex.center.dispatch;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.node.EnrolledNode;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.Venue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a node the key of a session's papers, not before its time (密钥下发); who got it and when is on the audit trail. */
@Service
class ReleaseKeys {

    private static final String PURPOSE = "onex-paper-key-v1 ";

    private final FixedPapers papers;
    private final BundleSessions sessions;
    private final KeyReleases releases;
    private final SiteDirectory sites;
    private final OrganizationDirectory organizations;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    ReleaseKeys(
            FixedPapers papers,
            BundleSessions sessions,
            KeyReleases releases,
            SiteDirectory sites,
            OrganizationDirectory organizations,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Clock clock) {
        this.papers = papers;
        this.sessions = sessions;
        this.releases = releases;
        this.sites = sites;
        this.organizations = organizations;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @return the key sealed for this node, in Base64
     */
    @Transactional
    String release(UUID session, EnrolledNode node) {
        var isApproved = sites.venue(node.site()).filter(Venue::approved).isPresent();
        if (!isApproved || !sessions.has(node.site(), session)) {
            throw DispatchRefused.of(DispatchRefused.Code.SESSION_UNKNOWN);
        }
        var paper = papers.find(session).orElseThrow();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (now.isBefore(paper.keyFrom())) {
            throw DispatchRefused.notReleasedYet(paper.keyFrom());
        }
        var sealed = node.sealingKey().seal(papers.key(session).bytes(), PURPOSE + session);
        if (releases.add(session, node, now)) {
            sessions.plans(node.site(), session)
                    .forEach(plan -> events.publishEvent(new BundleHeld(node.site(), plan, node.id())));
            trail.record(
                    actor(node),
                    "dispatch.release-key",
                    session.toString(),
                    Map.of("node", node.id().toString(), "site", node.site().toString()));
        }
        return Base64.getEncoder().encodeToString(sealed);
    }

    /** A node acts for the college whose site it stands at. */
    private Actor actor(EnrolledNode node) {
        var college = sites.venue(node.site()).orElseThrow().college();
        return new Actor(
                "node:" + node.id(),
                node.name(),
                organizations.find(OrganizationKind.COLLEGE, college).orElseThrow());
    }
}
