package org.onex.center.printing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.onex.center.audit.AuditTrail;
import org.onex.center.file.FileStore;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.Venue;
import org.onex.center.typesetting.TypeCases;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody gets papers: a file, everything at once, or one ticket that was forgotten at home. Each time stands on the audit trail before
 * they have it; what is slow comes before that, because who writes on the trail keeps everybody else from it.
 */
@Service
class HandOut {

    private final Prints prints;
    private final SeatingDirectory seating;
    private final PlanDirectory plans;
    private final SiteDirectory sites;
    private final SeatedRooms rooms;
    private final TypeCases types;
    private final FileStore files;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;

    HandOut(
            Prints prints,
            SeatingDirectory seating,
            PlanDirectory plans,
            SiteDirectory sites,
            SeatedRooms rooms,
            TypeCases types,
            FileStore files,
            TransactionTemplate transaction,
            AuditTrail trail) {
        this.prints = prints;
        this.seating = seating;
        this.plans = plans;
        this.sites = sites;
        this.rooms = rooms;
        this.types = types;
        this.files = files;
        this.transaction = transaction;
        this.trail = trail;
    }

    Print visible(UUID id, Actor actor) {
        return prints.find(id)
                .filter(print -> print.isVisibleTo(actor))
                .orElseThrow(() -> PrintingRefused.of(PrintingRefused.Code.UNKNOWN));
    }

    private Print ready(UUID id, Actor actor) {
        var print = visible(id, actor);
        if (print.ready() == null) {
            throw PrintingRefused.of(PrintingRefused.Code.NOT_READY);
        }
        return print;
    }

    byte[] file(UUID id, String name, Actor actor) {
        ready(id, actor);
        var file = prints.files(id).stream()
                .filter(some -> some.name().equals(name))
                .findFirst()
                .orElseThrow(() -> PrintingRefused.of(PrintingRefused.Code.UNKNOWN));
        var content = files.read(file.sha256());
        record(actor, "printing.hand-out-file", id.toString(), Map.of("sha256", file.sha256()));
        return content;
    }

    /** Says that everything is handed out, before it is written. */
    Print archive(UUID id, Actor actor) {
        var print = ready(id, actor);
        record(actor, "printing.hand-out-archive", id.toString(), Map.of());
        return print;
    }

    /** Writes all files of a print, the same bytes each time: they are dated by their seats. */
    void write(Print print, OutputStream stream) throws IOException {
        var dated = LocalDateTime.ofInstant(print.made(), Window.BEIJING);
        // Not closed when something breaks: closing writes the list of contents, and what is incomplete would open as
        // if it were all.
        var zip = new ZipOutputStream(stream);
        for (var file : prints.files(print.id())) {
            var content = files.read(file.sha256());
            var entry = new ZipEntry(file.name());
            entry.setTimeLocal(dated);
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        zip.close();
    }

    /** One ticket, drawn at once, for the people of the college, of the site's college and of the plan's awarding body. */
    byte[] ticket(String ticket, Actor actor) {
        var place = seating.byTicket(ticket)
                .filter(found -> concerns(found, actor))
                .orElseThrow(() -> PrintingRefused.of(PrintingRefused.Code.TICKET_UNKNOWN));
        var room = room(ticket);
        var content = types.lend(fonts -> new Press(fonts).print(new TicketForm(), room))
                .content();
        record(actor, "printing.hand-out-ticket", ticket, Map.of("plan", place.plan()));
        return content;
    }

    private PrintedRoom room(String ticket) {
        var arranged =
                seating.arrangedFor(ticket).orElseThrow(() -> PrintingRefused.of(PrintingRefused.Code.NOT_ARRANGED));
        return rooms.rooms(arranged, seat -> true).stream()
                .findFirst()
                .map(SeatedRooms.SeatedRoom::printed)
                .orElseThrow(() -> PrintingRefused.of(PrintingRefused.Code.TICKET_UNKNOWN));
    }

    private void record(Actor actor, String act, String subject, Map<String, ?> facts) {
        transaction.executeWithoutResult(status -> trail.record(actor, act, subject, facts));
    }

    private boolean concerns(SeatingDirectory.TicketPlace place, Actor actor) {
        var college = OrganizationKind.COLLEGE;
        return actor.actsFor(college, place.seat().college())
                || sites.venue(place.site())
                        .map(Venue::college)
                        .filter(code -> actor.actsFor(college, code))
                        .isPresent()
                || plans.published(place.plan())
                        .map(PlanOutline::awardingBody)
                        .filter(code -> actor.actsFor(OrganizationKind.AWARDING_BODY, code))
                        .isPresent();
    }
}
