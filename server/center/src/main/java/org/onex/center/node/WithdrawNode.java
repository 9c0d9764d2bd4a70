package org.onex.center.node;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an exam server's trust away, for ever (停用考点服务器): a stolen one, one that is given to others, one that was enrolled by mistake. */
@Service
@Transactional
class WithdrawNode {

    private final Nodes nodes;
    private final Clock businessClock;
    private final AuditTrail trail;

    WithdrawNode(Nodes nodes, Clock businessClock, AuditTrail trail) {
        this.nodes = nodes;
        this.businessClock = businessClock;
        this.trail = trail;
    }

    /**
     * @throws NodeRefused if there is no such node for the actor, it was withdrawn already, or nobody says why
     */
    void withdraw(UUID id, String reason, Actor actor) {
        var now = businessClock.instant().truncatedTo(ChronoUnit.MICROS);
        var node = nodes.hold(id)
                .filter(found -> found.whose().isVisibleTo(actor))
                .orElseThrow(() -> NodeRefused.of(NodeRefused.Code.UNKNOWN))
                .withdrawn(reason, actor, now);
        var withdrawal = Objects.requireNonNull(node.withdrawal());
        nodes.withdraw(id, withdrawal);
        trail.record(
                actor,
                "node.withdraw",
                id.toString(),
                Map.of("site", node.whose().site().toString(), "name", node.name(), "reason", withdrawal.reason()));
    }
}
