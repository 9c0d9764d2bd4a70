package org.onex.center.registration;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.catalog.Level;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Registrations one by one: looked at, entered from the roster, changed and withdrawn before the deadline. */
@RestController
@RequestMapping("/api/registration")
class RegistrationController {

    private final RegistrationList list;
    private final RegistrationViews views;
    private final Registrations registrations;
    private final RegisterChosen register;
    private final ChangeRegistrations change;

    RegistrationController(
            RegistrationList list,
            RegistrationViews views,
            Registrations registrations,
            RegisterChosen register,
            ChangeRegistrations change) {
        this.list = list;
        this.views = views;
        this.registrations = registrations;
        this.register = register;
        this.change = change;
    }

    /**
     * @param people        at most 500
     * @param plan          its code
     * @param qualification its code
     * @param site          absent for the college's own
     */
    record RegistrationRequest(
            List<EnrolmentKey> people,
            String plan,
            String qualification,
            Level level,
            @Nullable UUID site) {}

    record RegistrationVersion(int version) {}

    @GetMapping("/registrations")
    @PreAuthorize("hasAuthority('registration.read')")
    Page<RegistrationView> list(
            @ParameterObject RegistrationList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        var asker = views.asker(actor);
        var rows = list.find(filter, asker, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(filter, asker), RegistrationList.Row::key);
        return new Page<>(views.views(found.items()), found.next(), found.total());
    }

    /** How many are registered for a plan, and whether there are as many records as there must be. */
    @GetMapping("/totals")
    @PreAuthorize("hasAuthority('registration.read')")
    RegistrationTotals totals(@RequestParam String plan, Actor actor) {
        return views.totals(plan, actor);
    }

    @GetMapping("/registrations/{candidate}/{id}")
    @PreAuthorize("hasAuthority('registration.read')")
    RegistrationView get(@PathVariable UUID candidate, @PathVariable UUID id, Actor actor) {
        return registrations
                .find(new RegistrationKey(candidate, id))
                .filter(views.asker(actor)::maySee)
                .map(views::view)
                .orElseThrow(() -> RegistrationRefused.of(RegistrationRefused.Code.UNKNOWN));
    }

    /** Registers people of one's roster for one level of one plan; who cannot be is told, the others are registered. */
    @PostMapping("/registrations")
    @PreAuthorize("hasAuthority('registration.write')")
    RegisterChosen.RegistrationOutcome register(@RequestBody RegistrationRequest request, Actor actor) {
        return register.register(
                new ReadWishes.Choice(
                        request.people(),
                        new OfferingKey(request.plan(), request.qualification(), request.level()),
                        request.site()),
                actor);
    }

    @PutMapping("/registrations/{candidate}/{id}")
    @PreAuthorize("hasAuthority('registration.write')")
    RegistrationView change(
            @PathVariable UUID candidate,
            @PathVariable UUID id,
            @RequestBody ChangeRegistrations.Change request,
            Actor actor) {
        return views.view(change.change(new RegistrationKey(candidate, id), request, actor));
    }

    @PostMapping("/registrations/{candidate}/{id}/withdrawal")
    @PreAuthorize("hasAuthority('registration.write')")
    RegistrationView withdraw(
            @PathVariable UUID candidate,
            @PathVariable UUID id,
            @RequestBody RegistrationVersion request,
            Actor actor) {
        return views.view(change.withdraw(new RegistrationKey(candidate, id), request.version(), actor));
    }
}
