package org.onex.center.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.contract.bundle.SiteBundle;

/**
 * What goes into a bundle, gathered and complete (待打包内容); the same again makes the same bundle.
 *
 * @param title  what is printed above the exam
 * @param papers by session
 * @param photos sealed, of whom there is one
 * @param found  what people should know of how it was gathered
 */
record BundleDraft(
        String title,
        SiteBundle.Place place,
        Bundles.Keys keys,
        SlotRoster roster,
        Map<UUID, FixedPaper> papers,
        Map<EnrolmentKey, SiteBundle.PhotoFile> photos,
        RoomKeepers keepers,
        List<PackingFinding> found) {

    /** No accommodation can be entered yet. */
    private static final int NO_EXTRA = 0;

    BundleDraft {
        papers = Map.copyOf(papers);
        photos = Map.copyOf(photos);
        found = List.copyOf(found);
    }

    SiteBundle bundle(int version, OpaqueIds ids) {
        return new SiteBundle(
                SiteBundle.FORMAT,
                keys.bundle(),
                version,
                title,
                place,
                keys.hashKey().base64(),
                keys.photoKey().base64(),
                roster.sessions().stream().map(this::session).toList(),
                roster.sitters().stream().map(sitter -> seating(sitter, ids)).toList(),
                keepers.of(roster, keys.hashKey()));
    }

    private SiteBundle.Session session(ExamSession session) {
        var paper = Objects.requireNonNull(papers.get(session.id()));
        return new SiteBundle.Session(
                session.id(),
                session.after(),
                session.qualification().name(),
                session.level().printedName(),
                session.subject().printedName(),
                session.hours(),
                paper.keyFrom(),
                paper.forms());
    }

    private SiteBundle.Seating seating(SlotRoster.Sitter sitter, OpaqueIds ids) {
        var seat = sitter.seat();
        return new SiteBundle.Seating(
                seat.ticket(),
                seat.name(),
                seat.idNumber().masked(),
                keys.hashKey().hash(seat.idNumber().value()),
                sitter.room(),
                seat.number(),
                NO_EXTRA,
                photos.get(sitter.enrolment()),
                sitter.runs().stream()
                        .map(session -> new SiteBundle.Run(
                                ids.script(seat.registration(), session.id()), session.id(), seat.form()))
                        .toList());
    }

    /** What people should know of it, though it can be packed. */
    List<PackingFinding> warnings() {
        var warnings = new ArrayList<>(found);
        roster.sessions().stream()
                .filter(session ->
                        Objects.requireNonNull(papers.get(session.id())).drill())
                .forEach(session -> warnings.add(PackingFinding.of(PackingFinding.Code.PAPER_IS_DRILL, session)));
        var unattended = keepers.unattended(roster);
        if (!unattended.isEmpty()) {
            warnings.add(PackingFinding.noInvigilator(unattended));
        }
        var faceless = (int) roster.sitters().stream()
                .filter(sitter -> !photos.containsKey(sitter.enrolment()))
                .count();
        if (faceless > 0) {
            warnings.add(PackingFinding.noPhoto(faceless));
        }
        return warnings;
    }
}
