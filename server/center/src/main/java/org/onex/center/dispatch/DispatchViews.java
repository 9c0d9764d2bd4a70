package org.onex.center.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.node.EnrolledNode;
import org.onex.center.node.NodeDirectory;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.staffing.StaffingDirectory;
import org.onex.contract.kernel.Window;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes views of what is dispatched, with what other modules know of it now. */
@Component
class DispatchViews {

    private final BundleList list;
    private final BundleSessions sessions;
    private final Deliveries deliveries;
    private final KeyReleases releases;
    private final NodeDirectory nodes;
    private final SeatingDirectory seating;
    private final StaffingDirectory staff;
    private final PlanDirectory plans;
    private final OrganizationDirectory organizations;
    private final Clock clock;
    private final Duration keysBefore;

    DispatchViews(
            BundleList list,
            BundleSessions sessions,
            Deliveries deliveries,
            KeyReleases releases,
            NodeDirectory nodes,
            SeatingDirectory seating,
            StaffingDirectory staff,
            PlanDirectory plans,
            OrganizationDirectory organizations,
            Clock clock,
            @Value("${onex.dispatch.keys-before-start}") Duration keysBefore) {
        this.list = list;
        this.sessions = sessions;
        this.deliveries = deliveries;
        this.releases = releases;
        this.nodes = nodes;
        this.seating = seating;
        this.staff = staff;
        this.plans = plans;
        this.organizations = organizations;
        this.clock = clock;
        this.keysBefore = keysBefore;
    }

    Page<PlanDispatchView> plans(PageRequest page, Actor actor) {
        var now = clock.instant();
        var rows = list.plans(actor, now, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.countPlans(actor, now), BundleList.PlanRow::key);
        var codes = found.items().stream().map(BundleList.PlanRow::code).toList();
        var bundles = list.of(codes, actor);
        var present = new Present(bundles, now);
        var byPlan = bundles.stream()
                .collect(Collectors.groupingBy(bundle -> bundle.place().plan()));
        return new Page<>(
                found.items().stream()
                        .map(row -> plan(row, byPlan.getOrDefault(row.code(), List.of()), present))
                        .toList(),
                found.next(),
                found.total());
    }

    Page<BundleView> bundles(String plan, PageRequest page, Actor actor) {
        var rows = list.of(plan, actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(plan, actor), BundleList::key);
        var present = new Present(found.items(), clock.instant());
        return new Page<>(found.items().stream().map(present::view).toList(), found.next(), found.total());
    }

    private PlanDispatchView plan(BundleList.PlanRow row, List<Bundle> bundles, Present present) {
        var plan = plans.published(row.code()).orElseThrow();
        var states = bundles.stream().collect(Collectors.groupingBy(present::state, Collectors.counting()));
        return new PlanDispatchView(
                new PlanDispatchView.DispatchPlan(plan.code(), plan.name()),
                plan.firstExamDate(),
                row.sites(),
                row.bundles(),
                count(states, BundleView.State.PACKED),
                count(states, BundleView.State.STALE),
                count(states, BundleView.State.BLOCKED),
                (int) bundles.stream().filter(present::isInstalled).count());
    }

    private static int count(Map<BundleView.State, Long> states, BundleView.State state) {
        return states.getOrDefault(state, 0L).intValue();
    }

    /** What counts now, asked once for all bundles of a list. */
    private final class Present {

        private final Instant now;
        private final Map<UUID, List<EnrolledNode>> servers;
        private final Map<UUID, List<Deliveries.Reported>> reports;
        private final Map<KeyReleases.Holder, Integer> keys;
        private final Map<UUID, Integer> sessionCounts;
        private final Map<String, String> colleges;
        private final Map<String, Map<UUID, Integer>> seatings = new HashMap<>();
        private final Map<String, Map<UUID, Integer>> staffings = new HashMap<>();

        Present(Collection<Bundle> bundles, Instant now) {
            var sites = bundles.stream().map(bundle -> bundle.place().site()).collect(Collectors.toSet());
            this.now = now;
            this.servers = nodes.ofSites(sites);
            this.reports = deliveries.of(sites).stream().collect(Collectors.groupingBy(Deliveries.Reported::bundle));
            this.keys = releases.counts(sites);
            this.sessionCounts = sessions.counts(sites);
            this.colleges = organizations.names(
                    OrganizationKind.COLLEGE,
                    bundles.stream().map(bundle -> bundle.names().college()).collect(Collectors.toSet()));
        }

        BundleView.State state(Bundle bundle) {
            return bundle.state(source(bundle.place()), now);
        }

        private Bundle.@Nullable Source source(BundlePlace place) {
            var version =
                    seatings.computeIfAbsent(place.plan(), seating::versions).get(place.site());
            var revision =
                    staffings.computeIfAbsent(place.plan(), staff::revisions).getOrDefault(place.site(), 0);
            return version == null ? null : new Bundle.Source(version, revision);
        }

        boolean isInstalled(Bundle bundle) {
            var present = nodesOf(bundle);
            return !present.isEmpty()
                    && present.stream().allMatch(node -> node.state() == BundleView.NodeState.INSTALLED);
        }

        BundleView view(Bundle bundle) {
            var packed = bundle.packed();
            var names = bundle.names();
            var place = bundle.place();
            return new BundleView(
                    packed == null ? null : packed.id(),
                    packed == null ? null : packed.version(),
                    new BundleView.DispatchSite(
                            place.site(),
                            names.site(),
                            new BundleView.DispatchCollege(
                                    names.college(), colleges.getOrDefault(names.college(), names.college()))),
                    new BundleView.DispatchSlot(
                            place.slot(),
                            Window.inBeijing(bundle.hours().opens()),
                            Window.inBeijing(bundle.hours().closes())),
                    packed == null ? bundle.people() : packed.people(),
                    packed == null ? 0 : sessionCounts.getOrDefault(packed.id(), 0),
                    state(bundle),
                    bundle.problems(),
                    bundle.warnings(),
                    packed == null ? null : Window.inBeijing(packed.at()),
                    Window.inBeijing(bundle.begins().minus(keysBefore)),
                    nodesOf(bundle));
        }

        private List<BundleView.NodeDelivery> nodesOf(Bundle bundle) {
            return servers.getOrDefault(bundle.place().site(), List.of()).stream()
                    .map(node -> node(node, bundle.packed()))
                    .toList();
        }

        private BundleView.NodeDelivery node(EnrolledNode node, Bundle.@Nullable Packed packed) {
            var reported = packed == null ? Optional.<Deliveries.Reported>empty() : reported(packed.id(), node.id());
            return new BundleView.NodeDelivery(
                    node.id(),
                    node.name(),
                    reported.map(one -> one.delivery().version()).orElse(null),
                    packed == null ? BundleView.NodeState.WAITING : stateAt(packed, reported),
                    reported.map(one -> one.delivery().problem()).orElse(null),
                    reported.map(one -> Window.inBeijing(one.at())).orElse(null),
                    packed == null ? 0 : keys.getOrDefault(new KeyReleases.Holder(packed.id(), node.id()), 0));
        }

        private Optional<Deliveries.Reported> reported(UUID bundle, UUID node) {
            return reports.getOrDefault(bundle, List.of()).stream()
                    .filter(one -> one.node().equals(node))
                    .findFirst();
        }

        /** What it said of an older version says nothing of the newest. */
        private static BundleView.NodeState stateAt(Bundle.Packed packed, Optional<Deliveries.Reported> reported) {
            return reported.map(Deliveries.Reported::delivery)
                    .filter(one -> one.version() == packed.version())
                    .map(one -> one.state() == Deliveries.Delivery.State.INSTALLED
                            ? BundleView.NodeState.INSTALLED
                            : BundleView.NodeState.REFUSED)
                    .orElse(BundleView.NodeState.WAITING);
        }
    }
}
