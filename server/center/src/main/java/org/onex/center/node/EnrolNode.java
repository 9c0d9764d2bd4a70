package org.onex.center.node;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.Venue;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a machine that knows a code as an exam server of the code's site, and proves to it that it has found the centre. */
@Service
// What was tried in vain is counted all the same.
@Transactional(noRollbackFor = NodeRefused.class)
class EnrolNode {

    private static final Actor SELF =
            new Actor("node", "考点服务器", new Organization(OrganizationKind.PLATFORM, "platform", "OneX"));

    private final Codes codes;
    private final Nodes nodes;
    private final SiteDirectory sites;
    private final CenterSignature center;
    private final Clock businessClock;
    private final AuditTrail trail;
    private final Clock machine = Clock.systemUTC();

    EnrolNode(
            Codes codes,
            Nodes nodes,
            SiteDirectory sites,
            CenterSignature center,
            Clock businessClock,
            AuditTrail trail) {
        this.codes = codes;
        this.nodes = nodes;
        this.sites = sites;
        this.center = center;
        this.businessClock = businessClock;
        this.trail = trail;
    }

    /**
     * What a machine says of itself.
     *
     * @param code the name of the code
     */
    record Application(String code, String name, String version, Node.Keys keys, String proof) {}

    /**
     * @param proof that this was said by somebody who knows the code
     */
    record Enrolled(UUID node, Venue site, String centerKey, String proof) {}

    /** The same again with the same keys is the same answer. */
    Enrolled enrol(Application application) {
        require(NodeName.isName(application.name()), "name");
        require(NodeName.isVersion(application.version()), "version");
        var issued = codes.hold(application.code())
                .filter(code -> code.isListenedTo(machine.instant()))
                .orElseThrow(() -> NodeRefused.of(NodeRefused.Code.CODE_WRONG));
        if (!issued.code().proves(application.keys(), application.proof())) {
            countWrongProof(issued);
            throw NodeRefused.of(NodeRefused.Code.CODE_WRONG);
        }
        var venue = sites.venue(issued.site()).orElseThrow();
        var node = issued.usedBy() == null
                ? enrolled(application, issued, venue)
                : same(issued.usedBy(), application.keys());
        var key = center.verifyingKey().base64();
        return new Enrolled(node, venue, key, issued.code().centerProof(application.keys(), node, venue.id(), key));
    }

    /** A used code cannot be guessed into anything, and nobody may end it for its node by guessing. */
    private void countWrongProof(IssuedCode issued) {
        if (issued.usedBy() != null) {
            return;
        }
        codes.countWrongProof(issued);
        if (issued.wrongProofs() + 1 == IssuedCode.MOST_WRONG_PROOFS) {
            trail.record(
                    SELF,
                    "node.end-code",
                    issued.site().toString(),
                    Map.of("code", issued.code().name(), "wrongProofs", IssuedCode.MOST_WRONG_PROOFS));
        }
    }

    private UUID enrolled(Application application, IssuedCode issued, Venue venue) {
        if (!venue.approved()) {
            throw NodeRefused.of(NodeRefused.Code.SITE_NOT_APPROVED);
        }
        var node = new Node(
                Ids.next(),
                new Node.Whose(venue.id(), venue.college(), venue.awardingBody()),
                application.name(),
                application.version(),
                application.keys(),
                businessClock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        nodes.add(node);
        codes.use(issued, node.id());
        trail.record(
                SELF,
                "node.enrol",
                node.id().toString(),
                Map.of(
                        "site",
                        venue.id().toString(),
                        "name",
                        node.name(),
                        "version",
                        node.version(),
                        "code",
                        issued.code().name(),
                        "codeIssuedBy",
                        issued.issuedBy()));
        return node.id();
    }

    private UUID same(UUID usedBy, Node.Keys keys) {
        var node = nodes.find(usedBy).orElseThrow();
        if (!node.keys().isSameAs(keys)) {
            throw NodeRefused.of(NodeRefused.Code.CODE_USED);
        }
        if (node.state() == Node.State.WITHDRAWN) {
            throw NodeRefused.of(NodeRefused.Code.WITHDRAWN);
        }
        return node.id();
    }

    private static void require(boolean right, String field) {
        if (!right) {
            throw NodeRefused.of(NodeRefused.Code.ENROLMENT_INVALID, "field", field);
        }
    }
}
