package org.onex.center.photo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.CandidateDirectory;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.candidate.EnrolmentOutline;
import org.onex.center.candidate.PhotosKept;
import org.onex.center.file.FileStore;
import org.onex.contract.kernel.IdNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds out whose photos they are and keeps those that fit. */
@Component
class KeepPhotos {

    /** Archives of the same people come in any order; whoever writes several rows takes them in one. */
    private static final Comparator<Photo> BY_KEY = Comparator.comparing(
                    (Photo photo) -> photo.key().candidate())
            .thenComparing(photo -> photo.key().enrolment());

    private final CandidateDirectory candidates;
    private final Photos photos;
    private final FileStore files;
    private final ApplicationEventPublisher events;

    KeepPhotos(CandidateDirectory candidates, Photos photos, FileStore files, ApplicationEventPublisher events) {
        this.candidates = candidates;
        this.photos = photos;
        this.files = files;
        this.events = events;
    }

    /**
     * A file that was looked at.
     *
     * @param facts     what was measured; absent if it could not be decoded
     * @param thumbnail the picture in small if it could be decoded
     */
    record Seen(
            int number,
            PhotoName name,
            @Nullable PictureFile content,
            @Nullable PhotoFacts facts,
            List<PhotoProblem> problems,
            @Nullable PictureFile thumbnail) {

        static Seen of(int number, PhotoName name, byte[] content, PhotoReport report) {
            var problems = new ArrayList<PhotoProblem>();
            name.problem().ifPresent(problems::add);
            problems.addAll(report.problems());
            return new Seen(
                    number,
                    name,
                    report.isAccepted() ? PictureFile.holding(content) : null,
                    report.facts(),
                    problems,
                    report.thumbnail().map(PictureFile::holding).orElse(null));
        }

        static Seen of(int number, PhotoName name, PhotoProblem problem) {
            return new Seen(number, name, null, null, List.of(problem), null);
        }

        /** How much of it is held in memory. */
        long contentBytes() {
            return content == null ? 0 : content.bytes().length;
        }

        Seen refused(PhotoProblem problem) {
            var all = new ArrayList<PhotoProblem>();
            all.add(problem);
            all.addAll(problems);
            return new Seen(number, name, content, facts, all, thumbnail);
        }
    }

    /**
     * A file of which is known whose it is, if anybody's; if it fits, its content is on the disk.
     *
     * @param sha256 of the content that is kept
     */
    record Found(
            Seen seen, @Nullable EnrolmentKey key, @Nullable String sha256) {

        ArchiveResult result() {
            // A photo that fits but belongs to nobody is shown, too.
            return new ArchiveResult(
                    seen.number(), seen.name(), seen.problems(), key, sha256 == null ? seen.thumbnail() : null);
        }
    }

    /** Says whose photos these are, and writes what is to be kept to the disk; no transaction waits for that. */
    List<Found> found(String college, Collection<Seen> seen) {
        var numbers = seen.stream()
                .map(Seen::name)
                .map(PhotoName::idNumber)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(HashSet::new));
        var keys = candidates.enrolled(numbers, college);
        var outlines = candidates.outlines(keys.values()).stream()
                .collect(Collectors.toMap(EnrolmentOutline::key, Function.identity()));
        return seen.stream().map(file -> found(file, keys, outlines)).toList();
    }

    private Found found(Seen seen, Map<IdNumber, EnrolmentKey> keys, Map<EnrolmentKey, EnrolmentOutline> outlines) {
        var number = seen.name().idNumber();
        if (number.isEmpty()) {
            return new Found(seen, null, null);
        }
        var outline =
                Optional.ofNullable(keys.get(number.get())).map(outlines::get).orElse(null);
        if (outline == null) {
            return new Found(seen.refused(PhotoProblem.of(PhotoProblem.Code.PERSON_UNKNOWN)), null, null);
        }
        if (seen.name()
                .personName()
                .filter(name -> !isSame(name, outline.name()))
                .isPresent()) {
            return new Found(seen.refused(PhotoProblem.of(PhotoProblem.Code.PERSON_NAME_DIFFERS)), outline.key(), null);
        }
        var content = seen.problems().isEmpty() ? seen.content() : null;
        return new Found(seen, outline.key(), content == null ? null : files.keep(content.bytes()));
    }

    private static boolean isSame(String inFileName, String name) {
        return inFileName.replaceAll("[·•]", "").equals(name.replaceAll("[·• ]", ""));
    }

    /** Keeps what fits and tells the candidates' module of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<ArchiveResult> keep(Collection<Found> found, Instant now) {
        var kept = new ArrayList<Photo>();
        for (var file : found) {
            var key = file.key();
            var facts = file.seen().facts();
            if (key != null && file.sha256() != null && facts != null) {
                kept.add(new Photo(key, file.sha256(), facts, now.truncatedTo(ChronoUnit.MICROS)));
            }
        }
        kept.sort(BY_KEY);
        if (!kept.isEmpty()) {
            // First, because it locks the rosters: nobody who holds one may have to wait for a photo of it.
            events.publishEvent(new PhotosKept(kept.stream().map(Photo::key).toList()));
            photos.keep(kept);
        }
        return found.stream().map(Found::result).toList();
    }
}
