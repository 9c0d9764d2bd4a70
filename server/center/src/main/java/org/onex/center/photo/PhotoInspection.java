package org.onex.center.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds photos against a rule (照片检查), one at a time. What a file is, its size in pixels, its colour space and its orientation are read
 * before anything is decoded; a photo is decoded once, and one that cannot be decoded to its end is not accepted. All problems are named at
 * once, so that nobody uploads five times.
 */
final class PhotoInspection {

    private final PhotoRule rule;

    PhotoInspection(PhotoRule rule) {
        this.rule = rule;
    }

    PhotoReport inspect(byte[] content) {
        var problems = new ArrayList<PhotoProblem>();
        rule.onBytes(content.length).ifPresent(problems::add);
        if (content.length == 0) {
            problems.add(PhotoProblem.of(PhotoProblem.Code.DAMAGED));
            return PhotoReport.unseen(problems);
        }
        var kind = FileKind.of(content);
        rule.onFormat(kind).ifPresent(problems::add);
        if (kind.isEmpty() || !kind.get().isDecodable()) {
            return PhotoReport.unseen(problems);
        }
        var header = PictureHeader.of(kind.get(), content);
        if (header.isEmpty()) {
            problems.add(PhotoProblem.of(PhotoProblem.Code.DAMAGED));
            return PhotoReport.unseen(problems);
        }
        problems.addAll(problemsOf(header.get()));
        return look(kind.get(), header.get(), content, problems);
    }

    private List<PhotoProblem> problemsOf(PictureHeader header) {
        var problems = new ArrayList<PhotoProblem>();
        rule.onSize(header.seenWidth(), header.seenHeight()).ifPresent(problems::add);
        if (!header.orientation().isUpright()) {
            problems.add(PhotoProblem.of(PhotoProblem.Code.ROTATED));
        }
        if (header.isForThePress()) {
            problems.add(PhotoProblem.of(PhotoProblem.Code.COLOUR_SPACE, "colourSpace", header.colourName()));
        }
        return problems;
    }

    private PhotoReport look(FileKind kind, PictureHeader header, byte[] content, List<PhotoProblem> problems) {
        if (header.isForThePress() || !header.isWorthDecoding()) {
            return PhotoReport.unseen(problems);
        }
        Optional<DecodedPicture> decoded = DecodedPicture.of(kind, header, content);
        if (decoded.isEmpty() || !decoded.get().complete()) {
            problems.add(PhotoProblem.of(PhotoProblem.Code.DAMAGED));
        }
        if (decoded.isEmpty()) {
            return PhotoReport.unseen(problems);
        }
        var picture = header.orientation().upright(decoded.get().picture());
        if (!decoded.get().complete()) {
            return new PhotoReport(null, problems, picture);
        }
        var background = Background.of(picture);
        rule.onBackground(background).ifPresent(problems::add);
        var facts = new PhotoFacts(kind, header.seenWidth(), header.seenHeight(), content.length, background);
        return new PhotoReport(facts, problems, picture);
    }
}
