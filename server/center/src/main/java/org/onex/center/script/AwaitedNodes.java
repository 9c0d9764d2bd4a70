package org.onex.center.script;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.dispatch.DispatchDirectory;
import org.onex.center.node.NodeDirectory;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.bundle.RecordFile.Outcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The exam servers at which somebody may have sat (待回收的考点服务器): each of them is awaited until it has sent everything, also one that was
 * withdrawn since, unless the awarding body gives it up.
 */
@Service
class AwaitedNodes {

    private static final int MOST_REASON = 200;

    private final SiteReturns returns;
    private final Records records;
    private final ReturnList list;
    private final NodeDirectory nodes;
    private final DispatchDirectory dispatch;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    AwaitedNodes(
            SiteReturns returns,
            Records records,
            ReturnList list,
            NodeDirectory nodes,
            DispatchDirectory dispatch,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Clock clock) {
        this.returns = returns;
        this.records = records;
        this.list = list;
        this.nodes = nodes;
        this.dispatch = dispatch;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * An exam server and what it has sent of a bundle.
     *
     * @param sent   null as long as it has announced nothing
     * @param waiver null unless it was given up
     */
    record Machine(NodeDirectory.Known node, ReturnList.@Nullable SenderRow sent, SiteReturn.@Nullable Waiver waiver) {

        /** Whether something of it is missing that nobody else has sent, and that is not given up. */
        boolean isAwaited() {
            return waiver == null && isMissing();
        }

        /** Whether something of it is missing that nobody else has sent. */
        boolean isMissing() {
            return sent == null || sent.unfinished();
        }
    }

    /** Of each of these bundles: those that have sent something first. */
    Map<UUID, List<Machine>> of(Collection<SiteReturn> bundles) {
        var sites = bundles.stream().map(SiteReturn::site).toList();
        var known = nodes.everOf(sites);
        var byId = known.stream().collect(toMap(NodeDirectory.Known::id, node -> node));
        var holders = dispatch.holders(sites);
        var waivers = returns.waivers(sites);
        var senders = list.senders(sites).stream()
                .collect(groupingBy(row -> row.sender().bundle()));
        var found = new HashMap<UUID, List<Machine>>();
        for (var one : bundles) {
            var rows = senders.getOrDefault(one.bundle(), List.of());
            var silent = new HashSet<>(holders.getOrDefault(one.bundle(), Set.of()));
            rows.forEach(row -> silent.remove(row.sender().node()));
            found.put(
                    one.bundle(),
                    Stream.concat(
                                    rows.stream()
                                            .map(row -> new Machine(
                                                    byId.getOrDefault(
                                                            row.sender().node(), named(row)),
                                                    row,
                                                    waivers.get(row.sender()))),
                                    known.stream()
                                            .filter(node -> silent.contains(node.id()))
                                            .map(node -> new Machine(
                                                    node,
                                                    null,
                                                    waivers.get(new Sender(one.site(), one.bundle(), node.id())))))
                            .toList());
        }
        return found;
    }

    private static NodeDirectory.Known named(ReturnList.SenderRow row) {
        return new NodeDirectory.Known(row.sender().node(), row.name(), false);
    }

    /**
     * What exam servers say became of those of these runs of which no script has come. Where none says that there is one, that is not sure
     * before the others of the site, where its candidate may have sat, have sent what they have; nor after one was given up, unless invigilators saw the empty seat.
     */
    Map<UUID, ScriptDirectory.Outcome> withoutScripts(Collection<UUID> scripts) {
        var places = dispatch.sitesOf(scripts);
        var said = records.outcomes(scripts).stream().collect(groupingBy(Records.Said::script));
        var found = new HashMap<UUID, ScriptDirectory.Outcome>();
        said.forEach((script, all) -> {
            if (all.stream().anyMatch(one -> one.outcome() == Outcome.HANDED_IN)) {
                found.put(script, ScriptDirectory.Outcome.HANDED_IN);
            }
        });
        said.keySet().removeAll(found.keySet());
        said.replaceAll((script, all) -> all.stream()
                .filter(one -> one.site().equals(places.get(script)))
                .toList());
        var bundles = said.values().stream()
                .flatMap(List::stream)
                .map(one -> Map.entry(one.site(), one.bundle()))
                .distinct()
                .flatMap(place -> returns.find(place.getKey(), place.getValue()).stream())
                .toList();
        var machines = of(bundles);
        said.forEach((script, all) -> {
            if (isSure(all, machines)) {
                var hasSignedIn = all.stream().anyMatch(one -> one.outcome() == Outcome.NOT_STARTED);
                found.put(script, hasSignedIn ? ScriptDirectory.Outcome.NOT_STARTED : ScriptDirectory.Outcome.ABSENT);
            }
        });
        return found;
    }

    private static boolean isSure(List<Records.Said> said, Map<UUID, List<Machine>> machines) {
        var others = said.stream()
                .flatMap(one -> machines.getOrDefault(one.bundle(), List.of()).stream())
                .toList();
        return !said.isEmpty()
                && others.stream().noneMatch(Machine::isAwaited)
                && (others.stream().noneMatch(Machine::isMissing)
                        || said.stream().anyMatch(one -> Boolean.FALSE.equals(one.seen())));
    }

    /** Of how many of these nothing is missing; those that are counted by what somebody may see of them. */
    Map<String, Integer> complete(Collection<ReturnList.Whole> whole) {
        var holders =
                dispatch.holders(whole.stream().map(ReturnList.Whole::site).toList());
        return whole.stream()
                .filter(one -> one.settled().containsAll(holders.getOrDefault(one.bundle(), Set.of())))
                .collect(toMap(ReturnList.Whole::plan, one -> 1, Integer::sum));
    }

    /**
     * Nobody waits for the rest of it any more.
     *
     * @throws ScriptRefused if it is not awaited, or without a reason
     */
    @Transactional
    void giveUp(String plan, UUID bundle, UUID node, String reason, Actor actor) {
        var seen = returns.of(plan, bundle)
                .filter(one -> actor.actsFor(
                        OrganizationKind.AWARDING_BODY, one.whose().awardingBody()))
                .orElseThrow(() -> ScriptRefused.of(ScriptRefused.Code.BUNDLE_UNKNOWN));
        var why = reason.strip();
        if (why.isEmpty() || why.length() > MOST_REASON) {
            throw ScriptRefused.of(ScriptRefused.Code.REASON_MISSING);
        }
        var held = returns.hold(seen.site(), seen.bundle());
        var machine = of(List.of(held)).getOrDefault(bundle, List.of()).stream()
                .filter(one -> one.node().id().equals(node))
                .findFirst()
                .orElseThrow(() -> ScriptRefused.of(ScriptRefused.Code.NODE_UNKNOWN));
        if (!machine.isAwaited()) {
            throw ScriptRefused.of(ScriptRefused.Code.NOTHING_AWAITED);
        }
        returns.waive(
                new Sender(held.site(), bundle, node),
                new SiteReturn.Waiver(why, actor.name(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        events.publishEvent(new ScriptDirectory.OutcomesChanged(plan));
        trail.record(
                actor,
                "script.give-up-node",
                node.toString(),
                Map.of(
                        "plan",
                        plan,
                        "bundle",
                        bundle.toString(),
                        "site",
                        held.site().toString(),
                        "name",
                        machine.node().name(),
                        "reason",
                        why));
    }
}
