package org.onex.center.node;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.SiteOutline;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turns exam servers into what people read: names instead of codes, and what is ready. */
@Component
class NodeViews {

    private final SiteDirectory sites;
    private final OrganizationDirectory organizations;
    private final String version;
    private final Clock machine = Clock.systemUTC();

    NodeViews(SiteDirectory sites, OrganizationDirectory organizations, @Value("${onex.version}") String version) {
        this.sites = sites;
        this.organizations = organizations;
        this.version = version;
    }

    List<NodeView> of(List<NodeList.Row> rows) {
        var names = sites
                .outlines(rows.stream().map(row -> row.node().whose().site()).toList())
                .stream()
                .collect(toMap(SiteOutline::id, SiteOutline::name));
        var colleges = organizations.names(
                OrganizationKind.COLLEGE,
                rows.stream().map(row -> row.node().whose().college()).toList());
        return rows.stream().map(row -> view(row, names, colleges)).toList();
    }

    private NodeView view(NodeList.Row row, Map<UUID, String> sites, Map<String, String> colleges) {
        var node = row.node();
        var whose = node.whose();
        var readiness = row.readiness();
        var withdrawal = node.withdrawal();
        var checks = NodeCheck.of(readiness, version, machine.instant());
        return new NodeView(
                node.id(),
                node.name(),
                new NodeView.NodeSite(
                        whose.site(),
                        sites.getOrDefault(whose.site(), ""),
                        new NodeView.NodeCollege(
                                whose.college(), colleges.getOrDefault(whose.college(), whose.college()))),
                readiness == null ? node.version() : readiness.version(),
                node.state(),
                node.enrolledAt(),
                withdrawal == null ? null : withdrawal.at(),
                withdrawal == null ? null : withdrawal.reason(),
                readiness == null ? null : readiness.reportedAt(),
                checks,
                withdrawal == null && checks.stream().allMatch(NodeCheck::passed));
    }
}
