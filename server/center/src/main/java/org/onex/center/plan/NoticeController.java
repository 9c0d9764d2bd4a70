package org.onex.center.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notices: loaded from a file, looked at, published. */
@RestController
@RequestMapping("/api/plan/notices")
class NoticeController {

    private final Notices notices;
    private final LoadNotice load;
    private final PublishNotice publish;
    private final PlanViews views;

    NoticeController(Notices notices, LoadNotice load, PublishNotice publish, PlanViews views) {
        this.notices = notices;
        this.load = load;
        this.publish = publish;
        this.views = views;
    }

    /**
     * @param supply what the document does not print but publishing needs; usually nothing
     */
    record PublicationRequest(@Nullable List<PublishNotice.SuppliedPublicity> supply) {}

    @GetMapping
    @PreAuthorize("hasAuthority('plan.read')")
    Page<NoticeView.Summary> list(@ParameterObject PageRequest page, Actor actor) {
        var rows = notices.visibleTo(actor, page.key(), page.size() + 1).stream()
                .map(views::summary)
                .toList();
        return Page.of(rows, page.size(), notices.countVisibleTo(actor), NoticeView.Summary::code);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('plan.read')")
    NoticeView get(@PathVariable UUID id, Actor actor) {
        return notices.find(id)
                .filter(record -> record.isVisibleTo(actor))
                .map(views::of)
                .orElseThrow(() -> PlanRefused.of(PlanRefused.Code.NOTICE_UNKNOWN, "id", id.toString()));
    }

    @PostMapping(consumes = {"application/yaml", "application/octet-stream"})
    @PreAuthorize("hasAuthority('plan.write')")
    ResponseEntity<NoticeView> load(@RequestParam String file, @RequestBody byte[] content, Actor actor) {
        var loaded = load.load(file, content, actor);
        return ResponseEntity.status(loaded.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(views.of(loaded.record()));
    }

    @PostMapping("/{id}/publication")
    @PreAuthorize("hasAuthority('plan.write')")
    NoticeView publish(@PathVariable UUID id, @RequestBody PublicationRequest request, Actor actor) {
        var supply = request.supply();
        return views.of(publish.publish(id, supply == null ? List.of() : supply, actor));
    }
}
