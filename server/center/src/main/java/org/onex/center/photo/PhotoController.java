package org.onex.center.photo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.CandidateDirectory;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.candidate.EnrolmentOutline;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobDirectory;
import org.onex.center.job.JobView;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.foundation.web.RequestRefused;
import org.onex.foundation.web.TimePlace;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Photos of a college's own candidates: archives that were sent, what became of each file, and the photos that are kept. */
@RestController
@RequestMapping("/api/photo")
class PhotoController {

    private final ArchiveImports imports;
    private final ArchiveResults results;
    private final SendArchive send;
    private final ResumeArchive resume;
    private final Photos photos;
    private final FileStore files;
    private final CandidateDirectory candidates;
    private final JobDirectory jobs;

    PhotoController(
            ArchiveImports imports,
            ArchiveResults results,
            SendArchive send,
            ResumeArchive resume,
            Photos photos,
            FileStore files,
            CandidateDirectory candidates,
            JobDirectory jobs) {
        this.imports = imports;
        this.results = results;
        this.send = send;
        this.resume = resume;
        this.photos = photos;
        this.files = files;
        this.candidates = candidates;
        this.jobs = jobs;
    }

    /**
     * @param file that was uploaded before
     */
    record ArchiveRequest(UUID file) {}

    /** An archive as its college sees it. */
    record ArchiveView(
            UUID id,
            String fileName,
            ArchiveImport.State state,
            String by,
            Instant since,
            ArchiveImport.FileCounts counts,
            @Nullable JobView job) {}

    /**
     * What became of a file.
     *
     * @param fileName with the ID number masked
     * @param name     of the candidate, where it is known whose photo it is
     */
    record ResultView(
            int number,
            String fileName,
            ArchiveResult.Outcome outcome,
            List<PhotoProblem> problems,
            @Nullable UUID candidate,
            @Nullable UUID enrolment,
            @Nullable String name,
            boolean hasThumbnail) {}

    @PostMapping("/imports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('photo.write')")
    ArchiveView send(@RequestBody ArchiveRequest request, Actor actor) {
        return view(send.send(request.file(), actor));
    }

    @GetMapping("/imports")
    @PreAuthorize("hasAuthority('photo.read')")
    Page<ArchiveView> list(@ParameterObject PageRequest page, Actor actor) {
        var college = actor.organization().code();
        var found = Page.of(
                imports.list(college, page.key(), page.size() + 1),
                page.size(),
                imports.count(college),
                row -> TimePlace.key(row.since(), row.id()));
        return new Page<>(found.items().stream().map(this::view).toList(), found.next(), found.total());
    }

    @GetMapping("/imports/{id}")
    @PreAuthorize("hasAuthority('photo.read')")
    ArchiveView get(@PathVariable UUID id, Actor actor) {
        // The work is looked at first: where it says that it has ended, what it did is there.
        var job = jobs.job(own(id, actor).job()).orElse(null);
        return view(own(id, actor), job);
    }

    /** Goes on with one that was cancelled or refused. */
    @PostMapping("/imports/{id}/resuming")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('photo.write')")
    ArchiveView resume(@PathVariable UUID id, Actor actor) {
        return view(resume.resume(id, actor));
    }

    @GetMapping("/imports/{id}/results")
    @PreAuthorize("hasAuthority('photo.read')")
    Page<ResultView> results(
            @PathVariable UUID id,
            @RequestParam(required = false) ArchiveResult.@Nullable Outcome outcome,
            @ParameterObject PageRequest page,
            Actor actor) {
        own(id, actor);
        var some = results.list(id, outcome, number(page.key()), page.size() + 1);
        var found = Page.of(some, page.size(), results.count(id, outcome), row -> Integer.toString(row.number()));
        var keys = found.items().stream()
                .map(ArchiveResult::key)
                .flatMap(key -> Optional.ofNullable(key).stream())
                .toList();
        var names = candidates.outlines(keys).stream()
                .collect(Collectors.toMap(EnrolmentOutline::key, Function.identity()));
        return new Page<>(
                found.items().stream()
                        .map(result ->
                                view(result, Optional.ofNullable(result.key()).map(names::get)))
                        .toList(),
                found.next(),
                found.total());
    }

    /** The refused picture in small. */
    @GetMapping(path = "/imports/{id}/results/{number}/thumbnail", produces = MediaType.IMAGE_JPEG_VALUE)
    @PreAuthorize("hasAuthority('photo.read')")
    ResponseEntity<byte[]> thumbnail(@PathVariable UUID id, @PathVariable int number, Actor actor) {
        own(id, actor);
        return results.find(id, number)
                .map(ArchiveResult::thumbnail)
                .map(picture -> picture(MediaType.IMAGE_JPEG, picture.bytes()))
                .orElseThrow(() -> PhotoRefused.of(PhotoRefused.Code.UNKNOWN));
    }

    /** The photo that is kept, as it was sent. */
    @GetMapping(
            path = "/photos/{candidate}/{enrolment}",
            produces = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    @PreAuthorize("hasAuthority('photo.read')")
    ResponseEntity<byte[]> photo(@PathVariable UUID candidate, @PathVariable UUID enrolment, Actor actor) {
        var key = new EnrolmentKey(candidate, enrolment);
        return candidates.outlines(List.of(key)).stream()
                .filter(found -> found.college().equals(actor.organization().code()))
                .findFirst()
                .flatMap(found -> photos.picture(key))
                .map(kept -> picture(
                        kept.format() == FileKind.PNG ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG,
                        files.read(kept.sha256())))
                .orElseThrow(() -> PhotoRefused.of(PhotoRefused.Code.UNKNOWN));
    }

    /** Nothing in a file that somebody sent is run, and nothing of it stays on a computer that others use, too. */
    private static ResponseEntity<byte[]> picture(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(content);
    }

    private ArchiveImport own(UUID id, Actor actor) {
        return imports.find(id)
                .filter(found -> found.college().equals(actor.organization().code()))
                .orElseThrow(() -> PhotoRefused.of(PhotoRefused.Code.UNKNOWN));
    }

    private ArchiveView view(ArchiveImport archive) {
        return view(archive, jobs.job(archive.job()).orElse(null));
    }

    private ArchiveView view(ArchiveImport archive, @Nullable JobView job) {
        var counts = archive.isRunning() ? results.counts(archive.id()) : archive.counts();
        return new ArchiveView(
                archive.id(), archive.fileName(), archive.state(), archive.by(), archive.since(), counts, job);
    }

    private static ResultView view(ArchiveResult result, Optional<EnrolmentOutline> whose) {
        var key = result.key();
        return new ResultView(
                result.number(),
                result.name().masked(),
                result.outcome(),
                result.problems(),
                key == null ? null : key.candidate(),
                key == null ? null : key.enrolment(),
                whose.map(EnrolmentOutline::name).orElse(null),
                result.thumbnail() != null);
    }

    private static int number(String key) {
        try {
            return key.isEmpty() ? 0 : Integer.parseInt(key);
        } catch (NumberFormatException e) {
            throw RequestRefused.invalid("after", key, e);
        }
    }
}
