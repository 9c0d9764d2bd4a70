package org.onex.center.candidate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.job.JobDirectory;
import org.onex.center.organization.Actor;
import org.onex.center.sheet.SheetWriter;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.foundation.web.RequestRefused;
import org.onex.foundation.web.TimePlace;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** Rosters: the template, what was sent, what is wrong in it, and entering the rest. */
@RestController
@RequestMapping("/api/candidate")
class ImportController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RosterImports imports;
    private final RosterRows rows;
    private final ImportRoster importRoster;
    private final BadRows badRows;
    private final JobDirectory jobs;

    ImportController(
            RosterImports imports, RosterRows rows, ImportRoster importRoster, BadRows badRows, JobDirectory jobs) {
        this.imports = imports;
        this.rows = rows;
        this.importRoster = importRoster;
        this.badRows = badRows;
        this.jobs = jobs;
    }

    /**
     * @param file that was uploaded before
     */
    record ImportRequest(UUID file) {}

    @GetMapping(path = "/import-template", produces = WORKBOOK)
    @PreAuthorize("hasAuthority('candidate.write')")
    void template(HttpServletResponse response) throws IOException {
        prepare(response, "学生信息导入模板.xlsx");
        SheetWriter.template(CandidateSheet.FORMAT, response.getOutputStream());
    }

    @PostMapping("/imports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('candidate.write')")
    ImportView begin(@RequestBody ImportRequest request, Actor actor) {
        return view(importRoster.read(request.file(), actor));
    }

    @GetMapping("/imports")
    @PreAuthorize("hasAuthority('candidate.read')")
    Page<ImportView> list(@ParameterObject PageRequest page, Actor actor) {
        var college = actor.organization().code();
        var found = Page.of(
                imports.list(college, page.key(), page.size() + 1),
                page.size(),
                imports.count(college),
                row -> TimePlace.key(row.since(), row.id()));
        return new Page<>(found.items().stream().map(this::view).toList(), found.next(), found.total());
    }

    @GetMapping("/imports/{id}")
    @PreAuthorize("hasAuthority('candidate.read')")
    ImportView get(@PathVariable UUID id, Actor actor) {
        // The work is looked at first: where it says that it has ended, what it did is there.
        var job = jobs.job(own(id, actor).job()).orElse(null);
        return ImportView.of(own(id, actor), job);
    }

    @GetMapping("/imports/{id}/rows")
    @PreAuthorize("hasAuthority('candidate.read')")
    Page<RosterRowView> rows(
            @PathVariable UUID id,
            @RequestParam(required = false) RosterRow.@Nullable Verdict verdict,
            @ParameterObject PageRequest page,
            Actor actor) {
        own(id, actor);
        var some = rows.list(id, verdict, number(page.key()), page.size() + 1);
        var found = Page.of(some, page.size(), rows.count(id, verdict), row -> Integer.toString(row.number()));
        return new Page<>(found.items().stream().map(RosterRowView::of).toList(), found.next(), found.total());
    }

    /** Has the rows entered that can be; the others stay for being given back. */
    @PostMapping("/imports/{id}/entering")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('candidate.write')")
    ImportView enter(@PathVariable UUID id, Actor actor) {
        return view(importRoster.enter(id, actor));
    }

    /** The rows that cannot be entered, with reasons, for correcting and sending again. */
    @GetMapping(path = "/imports/{id}/bad-rows", produces = WORKBOOK)
    @PreAuthorize("hasAuthority('candidate.write')")
    void badRows(@PathVariable UUID id, Actor actor, HttpServletResponse response) throws IOException {
        var rosterImport = importRoster.giveBack(id, actor);
        prepare(response, "错误数据_" + rosterImport.fileName().replaceFirst("\\.[^.]*$", "") + ".xlsx");
        badRows.write(id, actor, response.getOutputStream());
    }

    private RosterImport own(UUID id, Actor actor) {
        return imports.find(id)
                .filter(found -> found.college().equals(actor.organization().code()))
                .orElseThrow(() -> CandidateRefused.of(CandidateRefused.Code.IMPORT_UNKNOWN));
    }

    private ImportView view(RosterImport rosterImport) {
        return ImportView.of(rosterImport, jobs.job(rosterImport.job()).orElse(null));
    }

    private static int number(String key) {
        try {
            return key.isEmpty() ? 0 : Integer.parseInt(key);
        } catch (NumberFormatException e) {
            throw RequestRefused.invalid("after", key, e);
        }
    }

    private static void prepare(HttpServletResponse response, String fileName) {
        response.setContentType(WORKBOOK);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
