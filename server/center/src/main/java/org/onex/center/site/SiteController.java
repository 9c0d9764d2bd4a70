package org.onex.center.site;

import java.util.List;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exam sites: applied for by colleges, decided by awarding bodies. */
@RestController
@RequestMapping("/api/site/sites")
class SiteController {

    private final SiteList list;
    private final ExamSites sites;
    private final ApplyForSite apply;
    private final DecideOnSite decide;
    private final SiteViews views;

    SiteController(SiteList list, ExamSites sites, ApplyForSite apply, DecideOnSite decide, SiteViews views) {
        this.list = list;
        this.sites = sites;
        this.apply = apply;
        this.decide = decide;
        this.views = views;
    }

    record RoomRequest(
            String name, String building, int machines, int spareMachines, boolean cameras, boolean network) {}

    /** Only the name must be filled in before it is submitted; what is left open is empty. */
    record DetailsRequest(
            String name, String address, String managerName, String managerPhone, List<RoomRequest> rooms) {

        SiteDetails details() {
            return new SiteDetails(
                    name,
                    address,
                    new SiteManager(managerName, managerPhone),
                    rooms.stream()
                            .map(room -> new Room(
                                    Ids.next(),
                                    room.name(),
                                    room.building(),
                                    room.machines(),
                                    room.spareMachines(),
                                    room.cameras(),
                                    room.network()))
                            .toList());
        }
    }

    record ApplicationRequest(String qualification, DetailsRequest details) {}

    /**
     * @param version the one that was read; if somebody changed the site since, it is refused
     */
    record RevisionRequest(int version, DetailsRequest details) {}

    record VersionRequest(int version) {}

    record OpinionRequest(int version, String opinion) {}

    @GetMapping
    @PreAuthorize("hasAuthority('site.read')")
    Page<SiteSummary> list(@ParameterObject SiteList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        var rows = list.find(filter, actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(filter, actor), SiteList.Row::key);
        return new Page<>(found.items().stream().map(views::summary).toList(), found.next(), found.total());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('site.read')")
    SiteView get(@PathVariable UUID id, Actor actor) {
        return sites.find(id)
                .filter(site -> site.isVisibleTo(actor))
                .map(site -> views.of(site, actor))
                .orElseThrow(() -> SiteRefused.of(SiteRefused.Code.UNKNOWN));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('site.apply')")
    SiteView begin(@RequestBody ApplicationRequest request, Actor actor) {
        return views.of(apply.begin(request.qualification(), request.details().details(), actor), actor);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('site.apply')")
    SiteView revise(@PathVariable UUID id, @RequestBody RevisionRequest request, Actor actor) {
        return views.of(apply.revise(id, request.version(), request.details().details(), actor), actor);
    }

    @PostMapping("/{id}/submission")
    @PreAuthorize("hasAuthority('site.apply')")
    SiteView submit(@PathVariable UUID id, @RequestBody VersionRequest request, Actor actor) {
        return views.of(apply.submit(id, request.version(), actor), actor);
    }

    @PostMapping("/{id}/approval")
    @PreAuthorize("hasAuthority('site.decide')")
    SiteView approve(@PathVariable UUID id, @RequestBody VersionRequest request, Actor actor) {
        return views.of(decide.approve(id, request.version(), actor), actor);
    }

    @PostMapping("/{id}/return")
    @PreAuthorize("hasAuthority('site.decide')")
    SiteView giveBack(@PathVariable UUID id, @RequestBody OpinionRequest request, Actor actor) {
        return views.of(decide.giveBack(id, request.version(), request.opinion(), actor), actor);
    }

    @PostMapping("/{id}/suspension")
    @PreAuthorize("hasAuthority('site.decide')")
    SiteView suspend(@PathVariable UUID id, @RequestBody OpinionRequest request, Actor actor) {
        return views.of(decide.suspend(id, request.version(), request.opinion(), actor), actor);
    }

    @PostMapping("/{id}/reinstatement")
    @PreAuthorize("hasAuthority('site.decide')")
    SiteView reinstate(@PathVariable UUID id, @RequestBody VersionRequest request, Actor actor) {
        return views.of(decide.reinstate(id, request.version(), actor), actor);
    }
}
