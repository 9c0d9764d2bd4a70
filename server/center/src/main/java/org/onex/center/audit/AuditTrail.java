package org.onex.center.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down every changing act, in the same transaction as the change: what is not on the trail did not happen. Facts never hold an ID
 * number or another secret.
 */
@Service
public class AuditTrail {

    private final AuditEntries entries;
    private final Clock businessClock;
    private final JsonMapper json;

    AuditTrail(AuditEntries entries, Clock businessClock, JsonMapper json) {
        this.entries = entries;
        this.businessClock = businessClock;
        this.json = json;
    }

    /**
     * @param act     {@code <module>.<verb-phrase>}
     * @param subject what it was done to, by its key
     * @param facts   what else somebody will want to know in three years
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String act, String subject, Map<String, ?> facts) {
        var end = entries.lockEnd();
        var entry = new AuditEntry(
                end.number() + 1,
                AuditEntries.storable(businessClock.instant()),
                AuditEntries.storable(Instant.now()),
                actor.login(),
                actor.organization().kind() + ":" + actor.organization().code(),
                act,
                subject,
                json.writeValueAsString(new TreeMap<>(facts)));
        entries.append(entry, end.hash(), entry.hashAfter(end.hash()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(OrganizationChanged changed) {
        var organization = changed.organization();
        record(
                changed.actor(),
                "organization.keep",
                organization.kind() + ":" + organization.code(),
                Map.of("name", organization.name()));
    }
}
