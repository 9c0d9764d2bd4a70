package org.onex.center.node;

import java.util.List;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The exam servers of the sites: looked after by the college that a site belongs to and by the body that approved it. */
@RestController
@RequestMapping("/api/node/nodes")
class NodeController {

    private final NodeList list;
    private final NodeViews views;
    private final WithdrawNode withdraw;

    NodeController(NodeList list, NodeViews views, WithdrawNode withdraw) {
        this.list = list;
        this.views = views;
        this.withdraw = withdraw;
    }

    record NodeWithdrawalRequest(String reason) {}

    @GetMapping
    @PreAuthorize("hasAuthority('node.read')")
    Page<NodeView> list(@ParameterObject NodeList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        var rows = list.find(filter, actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(filter, actor), NodeList.Row::key);
        return new Page<>(views.of(found.items()), found.next(), found.total());
    }

    @PostMapping("/{id}/withdrawal")
    @PreAuthorize("hasAuthority('node.withdraw')")
    NodeView withdraw(@PathVariable UUID id, @RequestBody NodeWithdrawalRequest request, Actor actor) {
        withdraw.withdraw(id, request.reason(), actor);
        return views.of(List.of(list.get(id, actor))).getFirst();
    }
}
