package org.onex.center.script;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.center.dispatch.DispatchDirectory;
import org.onex.center.node.EnrolledNode;
import org.onex.center.node.NodeDirectory;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.contract.kernel.Window;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.stereotype.Component;

/** Makes views of what sites send back, with what other modules know of their exam servers now. */
@Component
class ReturnViews {

    private final ReturnList list;
    private final PlanDirectory plans;
    private final DispatchDirectory dispatch;
    private final NodeDirectory nodes;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    ReturnViews(
            ReturnList list,
            PlanDirectory plans,
            DispatchDirectory dispatch,
            NodeDirectory nodes,
            OrganizationDirectory organizations,
            Clock clock) {
        this.list = list;
        this.plans = plans;
        this.dispatch = dispatch;
        this.nodes = nodes;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * How much of a plan's exams has come back, as far as the asker sees it: a body all sites, a college its own.
     *
     * @param bundles    one per site and slot
     * @param complete   of which everything is here
     * @param runs       all that were packed
     * @param scripts    arrived and proven
     * @param absent     who never signed in (缺考)
     * @param notStarted who signed in and never began
     * @param doubts     that nobody has decided
     */
    record ReturnPlanView(
            ReturnPlan plan,
            int bundles,
            int complete,
            int runs,
            int scripts,
            int absent,
            int notStarted,
            int doubts,
            int incidents) {

        record ReturnPlan(String code, String name) {}
    }

    /**
     * What has come back of one slot of a plan from a site.
     *
     * @param runs       all that were packed
     * @param scripts    arrived and proven
     * @param absent     who never signed in (缺考)
     * @param notStarted who signed in and never began
     * @param nodes      exam servers that have it or have sent something of it
     */
    record SiteReturnView(
            ReturnSite site,
            int slot,
            OffsetDateTime opens,
            OffsetDateTime closes,
            int runs,
            int scripts,
            int absent,
            int notStarted,
            int incidents,
            State state,
            List<ReturnProblem> problems,
            List<ReturnNode> nodes) {

        SiteReturnView {
            problems = List.copyOf(problems);
            nodes = List.copyOf(nodes);
        }

        /** Where it was sat. */
        record ReturnSite(UUID id, String name, ReturnCollege college) {}

        /** Whose site that is. */
        record ReturnCollege(String code, String name) {}

        /** How far it is. */
        enum State {
            /** Nothing was announced. */
            AWAITED,
            COMING,
            /** Every exam server that has the exam has sent everything, and it could be taken. */
            COMPLETE
        }

        /** What keeps it from being complete, or should be known. */
        enum ReturnProblemCode {
            /** Facts {@code node}, {@code name}, {@code files}, {@code reasons}: files that cannot be taken. */
            REFUSED,
            /** Facts {@code node}, {@code name}: it has the exam, which is over, and has announced nothing. */
            SILENT,
            /** Facts {@code node}, {@code name}, {@code version}, {@code newest}: it sat an older version. */
            OLDER_VERSION
        }

        record ReturnProblem(ReturnProblemCode code, Map<String, Object> facts) {

            ReturnProblem {
                facts = Map.copyOf(facts);
            }
        }

        /**
         * An exam server.
         *
         * @param firstAt when it announced something first; null if it never did
         * @param files   on its list, the record among them
         * @param record  number of the newest record that arrived, 0 before the first
         */
        record ReturnNode(
                UUID id,
                String name,
                @Nullable OffsetDateTime firstAt,
                @Nullable OffsetDateTime lastAt,
                int files,
                int arrived,
                int refused,
                int record) {}
    }

    Page<ReturnPlanView> plans(PageRequest page, Actor actor) {
        var rows = list.plans(actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.countPlans(actor), ReturnList.PlanRow::key);
        var whole =
                list.whole(found.items().stream().map(ReturnList.PlanRow::plan).toList(), actor);
        var machines = new Machines(whole.stream().map(ReturnList.Whole::site).toList());
        var complete = whole.stream()
                .filter(one -> machines.awaited(one.site(), one.bundle(), one.announced())
                        .isEmpty())
                .collect(Collectors.groupingBy(ReturnList.Whole::plan, Collectors.counting()));
        return new Page<>(
                found.items().stream()
                        .map(row ->
                                plan(row, complete.getOrDefault(row.plan(), 0L).intValue()))
                        .toList(),
                found.next(),
                found.total());
    }

    private ReturnPlanView plan(ReturnList.PlanRow row, int complete) {
        var plan = plans.published(row.plan()).orElseThrow();
        var counts = row.counts();
        return new ReturnPlanView(
                new ReturnPlanView.ReturnPlan(plan.code(), plan.name()),
                row.bundles(),
                complete,
                row.runs(),
                counts.scripts(),
                counts.absent(),
                counts.notStarted(),
                counts.doubts(),
                counts.incidents());
    }

    Page<SiteReturnView> returns(String plan, PageRequest page, Actor actor) {
        var rows = list.of(plan, actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(plan, actor), ReturnList::key);
        var sites = found.items().stream().map(SiteReturn::site).toList();
        var senders = list.senders(sites).stream()
                .collect(Collectors.groupingBy(sender -> sender.sender().bundle()));
        var present = new Present(new Machines(sites), colleges(found.items()), clock.instant());
        return new Page<>(
                found.items().stream()
                        .map(one -> present.view(one, senders.getOrDefault(one.bundle(), List.of())))
                        .toList(),
                found.next(),
                found.total());
    }

    private Map<String, String> colleges(Collection<SiteReturn> returns) {
        return returns.stream()
                .map(one -> one.whose().college())
                .distinct()
                .flatMap(code -> organizations.find(OrganizationKind.COLLEGE, code).stream())
                .collect(Collectors.toMap(one -> one.code(), one -> one.name()));
    }

    /** The exam servers of some sites that have something of their exams and were not withdrawn. */
    private final class Machines {

        private final Map<UUID, List<EnrolledNode>> trusted;
        private final Map<UUID, Set<UUID>> holders;

        Machines(Collection<UUID> sites) {
            this.trusted = nodes.ofSites(sites);
            this.holders = dispatch.holders(sites);
        }

        /** Those that have said nothing yet. */
        List<EnrolledNode> awaited(UUID site, UUID bundle, Collection<UUID> announced) {
            return trusted.getOrDefault(site, List.of()).stream()
                    .filter(node -> holders.getOrDefault(bundle, Set.of()).contains(node.id())
                            && !announced.contains(node.id()))
                    .toList();
        }
    }

    /** What is asked once for a page of sites. */
    private record Present(Machines machines, Map<String, String> colleges, Instant now) {

        SiteReturnView view(SiteReturn one, List<ReturnList.SenderRow> senders) {
            var awaited = machines.awaited(
                    one.site(),
                    one.bundle(),
                    senders.stream().map(row -> row.sender().node()).toList());
            var college = one.whose().college();
            return new SiteReturnView(
                    new SiteReturnView.ReturnSite(
                            one.site(),
                            one.whose().site(),
                            new SiteReturnView.ReturnCollege(college, colleges.getOrDefault(college, college))),
                    one.slot(),
                    Window.inBeijing(one.hours().opens()),
                    Window.inBeijing(one.hours().closes()),
                    one.runs(),
                    one.counts().scripts(),
                    one.counts().absent(),
                    one.counts().notStarted(),
                    one.counts().incidents(),
                    state(senders, awaited),
                    problems(one, senders, awaited),
                    Stream.concat(
                                    senders.stream().map(Present::node),
                                    awaited.stream()
                                            .map(node -> new SiteReturnView.ReturnNode(
                                                    node.id(), node.name(), null, null, 0, 0, 0, 0)))
                            .toList());
        }

        private static SiteReturnView.State state(List<ReturnList.SenderRow> senders, List<EnrolledNode> awaited) {
            if (senders.isEmpty()) {
                return SiteReturnView.State.AWAITED;
            }
            return awaited.isEmpty() && senders.stream().allMatch(ReturnList.SenderRow::isWhole)
                    ? SiteReturnView.State.COMPLETE
                    : SiteReturnView.State.COMING;
        }

        private List<SiteReturnView.ReturnProblem> problems(
                SiteReturn one, List<ReturnList.SenderRow> senders, List<EnrolledNode> awaited) {
            var problems = new ArrayList<SiteReturnView.ReturnProblem>();
            for (var sender : senders) {
                refused(sender).ifPresent(problems::add);
                older(one, sender).ifPresent(problems::add);
            }
            if (!now.isBefore(one.hours().closes())) {
                awaited.forEach(node -> problems.add(
                        problem(SiteReturnView.ReturnProblemCode.SILENT, node.id(), node.name(), Map.of())));
            }
            return problems;
        }

        private static Optional<SiteReturnView.ReturnProblem> refused(ReturnList.SenderRow sender) {
            return sender.refused() == 0
                    ? Optional.empty()
                    : Optional.of(problem(
                            SiteReturnView.ReturnProblemCode.REFUSED,
                            sender.sender().node(),
                            sender.name(),
                            Map.of("files", sender.refused(), "reasons", sender.reasons())));
        }

        private static Optional<SiteReturnView.ReturnProblem> older(SiteReturn one, ReturnList.SenderRow sender) {
            return sender.version() >= one.version()
                    ? Optional.empty()
                    : Optional.of(problem(
                            SiteReturnView.ReturnProblemCode.OLDER_VERSION,
                            sender.sender().node(),
                            sender.name(),
                            Map.of("version", sender.version(), "newest", one.version())));
        }

        private static SiteReturnView.ReturnProblem problem(
                SiteReturnView.ReturnProblemCode code, UUID node, String name, Map<String, Object> more) {
            var facts = new HashMap<>(more);
            facts.put("node", node.toString());
            facts.put("name", name);
            return new SiteReturnView.ReturnProblem(code, facts);
        }

        private static SiteReturnView.ReturnNode node(ReturnList.SenderRow row) {
            return new SiteReturnView.ReturnNode(
                    row.sender().node(),
                    row.name(),
                    Window.inBeijing(row.firstAt()),
                    Window.inBeijing(row.lastAt()),
                    row.files(),
                    row.arrived(),
                    row.refused(),
                    row.record());
        }
    }
}
