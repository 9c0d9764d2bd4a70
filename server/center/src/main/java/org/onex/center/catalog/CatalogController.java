package org.onex.center.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The qualifications that can be earned. */
@RestController
@RequestMapping("/api/catalog/qualifications")
class CatalogController {

    private final Qualifications qualifications;
    private final KeepQualifications keep;

    CatalogController(Qualifications qualifications, KeepQualifications keep) {
        this.qualifications = qualifications;
        this.keep = keep;
    }

    record SchemeRequest(Level level, List<Scheme.SchemeSubject> subjects, Scheme.PassRule passRule) {}

    record QualificationRequest(
            String name, String shortName, @Nullable List<String> aliases, List<SchemeRequest> schemes) {}

    @GetMapping
    @PreAuthorize("hasAuthority('catalog.read')")
    Page<Qualification> list(@ParameterObject PageRequest page) {
        return Page.of(
                qualifications.after(page.key(), page.size() + 1),
                page.size(),
                qualifications.count(),
                Qualification::code);
    }

    @PutMapping("/{code}")
    @PreAuthorize("hasAuthority('catalog.write')")
    Qualification keep(@PathVariable String code, @RequestBody QualificationRequest request, Actor actor) {
        var schemes = request.schemes().stream()
                .map(scheme -> new Scheme(scheme.level(), 1, scheme.subjects(), scheme.passRule()))
                .toList();
        var aliases = request.aliases() == null ? List.<String>of() : request.aliases();
        var wanted = new Qualification(
                code, actor.organization().code(), request.name(), request.shortName(), aliases, schemes);
        return keep.keep(wanted, actor);
    }
}
