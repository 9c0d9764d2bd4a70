package org.onex.center.registration;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.intake.IntakeDesk;
import org.onex.center.intake.IntakeRequest;
import org.onex.center.intake.IntakeRow;
import org.onex.center.intake.IntakeRowView;
import org.onex.center.intake.IntakeView;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Workbooks of registrations: the template, what was sent, what is wrong in it, and entering the rest. */
@RestController
@RequestMapping("/api/registration")
class RegistrationImportController {

    private final RegistrationKind registrations;
    private final IntakeDesk desk;

    RegistrationImportController(RegistrationKind registrations, IntakeDesk desk) {
        this.registrations = registrations;
        this.desk = desk;
    }

    @GetMapping(path = "/import-template", produces = IntakeDesk.WORKBOOK)
    @PreAuthorize("hasAuthority('registration.write')")
    void template(HttpServletResponse response) throws IOException {
        desk.template(registrations, response);
    }

    @PostMapping("/imports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('registration.write')")
    IntakeView begin(@RequestBody IntakeRequest request, Actor actor) {
        return desk.begin(registrations, request.file(), actor);
    }

    @GetMapping("/imports")
    @PreAuthorize("hasAuthority('registration.write')")
    Page<IntakeView> list(@ParameterObject PageRequest page, Actor actor) {
        return desk.list(registrations, page, actor);
    }

    @GetMapping("/imports/{id}")
    @PreAuthorize("hasAuthority('registration.write')")
    IntakeView get(@PathVariable UUID id, Actor actor) {
        return desk.get(registrations, id, actor);
    }

    @GetMapping("/imports/{id}/rows")
    @PreAuthorize("hasAuthority('registration.write')")
    Page<IntakeRowView> rows(
            @PathVariable UUID id,
            @RequestParam(required = false) IntakeRow.@Nullable Verdict verdict,
            @ParameterObject PageRequest page,
            Actor actor) {
        return desk.rows(registrations, id, verdict, page, actor);
    }

    /** Has the rows entered that can be; the others stay for being given back. */
    @PostMapping("/imports/{id}/entering")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('registration.write')")
    IntakeView enter(@PathVariable UUID id, Actor actor) {
        return desk.enter(registrations, id, actor);
    }

    /** The rows that cannot be entered, with reasons, for correcting and sending again. */
    @GetMapping(path = "/imports/{id}/bad-rows", produces = IntakeDesk.WORKBOOK)
    @PreAuthorize("hasAuthority('registration.write')")
    void badRows(@PathVariable UUID id, Actor actor, HttpServletResponse response) throws IOException {
        desk.badRows(registrations, id, actor, response);
    }
}
