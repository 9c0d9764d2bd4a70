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
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final AwaitedNodes awaited;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    ReturnViews(
            ReturnList list,
            PlanDirectory plans,
            AwaitedNodes awaited,
            OrganizationDirectory organizations,
            Clock clock) {
        this.list = list;
        this.plans = plans;
        this.awaited = awaited;
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
     * @param nodes      exam servers that have had it or have sent something of it, also those that were withdrawn
     */
    record SiteReturnView(
            UUID bundle,
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
            /** Every exam server that has had the exam has sent everything, or is given up, and something is known of every run. */
            COMPLETE
        }

        /** What keeps it from being complete, or should be known. */
        enum ReturnProblemCode {
            /** Facts {@code node}, {@code name}, {@code files}, {@code reasons}: files that cannot be taken. */
            REFUSED,
            /** Facts {@code node}, {@code name}: it has the exam, which is over, and has announced nothing. */
            SILENT,
            /** Facts {@code node}, {@code name}: it has had the exam and was withdrawn, and not everything of it is here. */
            NODE_WITHDRAWN,
            /** Facts {@code count}: nothing else is awaited, and of these runs there is neither a script nor the word that there is none. */
            RUNS_WITHOUT_OUTCOME,
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
         * @param awaited whether something of it is missing that nobody else has sent and that is not given up
         * @param waiver  null unless it was given up
         */
        record ReturnNode(
                UUID id,
                String name,
                @Nullable OffsetDateTime firstAt,
                @Nullable OffsetDateTime lastAt,
                int files,
                int arrived,
                int refused,
                int record,
                boolean withdrawn,
                boolean awaited,
                @Nullable ReturnWaiver waiver) {}

        /** Why nobody waits for the rest of an exam server any more. */
        record ReturnWaiver(String reason, String by, OffsetDateTime at) {}
    }

    Page<ReturnPlanView> plans(PageRequest page, Actor actor) {
        var rows = list.plans(actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.countPlans(actor), ReturnList.PlanRow::key);
        var complete = awaited.complete(
                list.whole(found.items().stream().map(ReturnList.PlanRow::plan).toList(), actor));
        return new Page<>(
                found.items().stream()
                        .map(row -> plan(row, complete.getOrDefault(row.plan(), 0)))
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
                row.doubts(),
                counts.incidents());
    }

    Page<SiteReturnView> returns(String plan, PageRequest page, Actor actor) {
        var rows = list.of(plan, actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(plan, actor), ReturnList::key);
        var machines = awaited.of(found.items());
        var present = new Present(colleges(found.items()), clock.instant());
        return new Page<>(
                found.items().stream()
                        .map(one -> present.view(one, machines.getOrDefault(one.bundle(), List.of())))
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

    /** What is asked once for a page of sites. */
    private record Present(Map<String, String> colleges, Instant now) {

        SiteReturnView view(SiteReturn one, List<AwaitedNodes.Machine> machines) {
            var college = one.whose().college();
            return new SiteReturnView(
                    one.bundle(),
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
                    state(one, machines),
                    problems(one, machines),
                    machines.stream().map(Present::node).toList());
        }

        private static SiteReturnView.State state(SiteReturn one, List<AwaitedNodes.Machine> machines) {
            if (machines.stream().allMatch(machine -> machine.sent() == null)) {
                return SiteReturnView.State.AWAITED;
            }
            return one.withoutOutcome() == 0 && machines.stream().noneMatch(AwaitedNodes.Machine::isAwaited)
                    ? SiteReturnView.State.COMPLETE
                    : SiteReturnView.State.COMING;
        }

        private List<SiteReturnView.ReturnProblem> problems(SiteReturn one, List<AwaitedNodes.Machine> machines) {
            var isOver = !now.isBefore(one.hours().closes());
            var problems = new ArrayList<SiteReturnView.ReturnProblem>();
            for (var machine : machines) {
                if (machine.sent() != null) {
                    refused(machine.sent()).ifPresent(problems::add);
                    older(one, machine.sent()).ifPresent(problems::add);
                }
                missing(machine, isOver).ifPresent(problems::add);
            }
            if (isOver
                    && one.withoutOutcome() > 0
                    && !machines.isEmpty()
                    && machines.stream().noneMatch(AwaitedNodes.Machine::isAwaited)) {
                problems.add(new SiteReturnView.ReturnProblem(
                        SiteReturnView.ReturnProblemCode.RUNS_WITHOUT_OUTCOME, Map.of("count", one.withoutOutcome())));
            }
            return problems;
        }

        /** Nothing comes from one that was withdrawn; from another one it is on its way, once it has begun. */
        private static Optional<SiteReturnView.ReturnProblem> missing(AwaitedNodes.Machine machine, boolean isOver) {
            if (!machine.isAwaited()) {
                return Optional.empty();
            }
            if (machine.node().withdrawn()) {
                return Optional.of(missing(SiteReturnView.ReturnProblemCode.NODE_WITHDRAWN, machine));
            }
            return machine.sent() == null && isOver
                    ? Optional.of(missing(SiteReturnView.ReturnProblemCode.SILENT, machine))
                    : Optional.empty();
        }

        private static SiteReturnView.ReturnProblem missing(
                SiteReturnView.ReturnProblemCode code, AwaitedNodes.Machine machine) {
            return problem(code, machine.node().id(), machine.node().name(), Map.of());
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

        private static SiteReturnView.ReturnNode node(AwaitedNodes.Machine machine) {
            var sent = machine.sent();
            var waiver = machine.waiver();
            return new SiteReturnView.ReturnNode(
                    machine.node().id(),
                    machine.node().name(),
                    sent == null ? null : Window.inBeijing(sent.firstAt()),
                    sent == null ? null : Window.inBeijing(sent.lastAt()),
                    sent == null ? 0 : sent.files(),
                    sent == null ? 0 : sent.arrived(),
                    sent == null ? 0 : sent.refused(),
                    sent == null ? 0 : sent.record(),
                    machine.node().withdrawn(),
                    machine.isAwaited(),
                    waiver == null
                            ? null
                            : new SiteReturnView.ReturnWaiver(
                                    waiver.reason(), waiver.by(), Window.inBeijing(waiver.at())));
        }
    }
}
