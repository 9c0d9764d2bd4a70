package org.onex.node.invigilation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.RecordFile.IncidentKind;
import org.onex.contract.kernel.Window;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The record of the room (考场记录) over HTTP; {@code docs/answer-protocol.md}, "The room". */
@RestController
@RequestMapping("/api/invigilation")
class RoomRecordController {

    private final KeeperSignIn signIn;
    private final KeepRecord record;
    private final ReadRecord written;

    RoomRecordController(KeeperSignIn signIn, KeepRecord record, ReadRecord written) {
        this.signIn = signIn;
        this.record = record;
        this.written = written;
    }

    record Seen(boolean present, @Nullable String note) {}

    @PutMapping("/attempts/{id}/attendance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void attend(
            @PathVariable UUID id,
            @RequestBody Seen sent,
            @RequestHeader(name = InvigilationController.IDEMPOTENCY_KEY, required = false) @Nullable UUID key,
            @CookieValue(name = InvigilationController.COOKIE, required = false) @Nullable String token) {
        record.attend(request(key, token, id), sent.present(), sent.note());
    }

    record NewIncident(
            IncidentKind kind, String facts, @Nullable String statement, InvigilationController.@Nullable Pin second) {}

    record Reported(UUID id) {}

    @PostMapping("/attempts/{id}/incidents")
    @ResponseStatus(HttpStatus.CREATED)
    Reported report(
            @PathVariable UUID id,
            @RequestBody NewIncident sent,
            @RequestHeader(name = InvigilationController.IDEMPOTENCY_KEY, required = false) @Nullable UUID key,
            @CookieValue(name = InvigilationController.COOKIE, required = false) @Nullable String token) {
        var request = request(key, token, id);
        var account = new KeepRecord.Account(sent.kind(), sent.facts(), sent.statement());
        var second = sent.second();
        var recognised = second == null ? null : signIn.recognise(second.number(), second.pin());
        return new Reported(record.report(request, account, recognised));
    }

    private OwnRooms.Request request(@Nullable UUID key, @Nullable String token, UUID attempt) {
        return new OwnRooms.Request(key == null ? Ids.next() : key, signIn.signedIn(token), attempt);
    }

    /** An incident with whose it is. */
    record IncidentView(
            UUID id,
            UUID attempt,
            String room,
            int seat,
            String name,
            String ticket,
            String subject,
            IncidentKind kind,
            String facts,
            String statement,
            String number,
            @Nullable String second,
            OffsetDateTime at) {

        static IncidentView of(ReadRecord.Told told) {
            var incident = told.written().incident();
            var run = told.run();
            return new IncidentView(
                    told.written().id(),
                    run.attempt(),
                    run.room(),
                    run.seat(),
                    run.name(),
                    run.ticket(),
                    run.subject(),
                    incident.kind(),
                    incident.facts(),
                    incident.statement(),
                    incident.number(),
                    incident.second(),
                    Window.inBeijing(told.written().at()));
        }
    }

    @GetMapping("/incidents")
    Page<IncidentView> incidents(
            @RequestParam(name = "room", required = false) @Nullable String room,
            PageRequest page,
            @CookieValue(name = InvigilationController.COOKIE, required = false) @Nullable String token) {
        var found = written.incidents(signIn.signedIn(token), room, page);
        return new Page<>(found.items().stream().map(IncidentView::of).toList(), found.next(), found.total());
    }

    @GetMapping("/rooms")
    List<RoomSheets.Sheet> rooms(
            @CookieValue(name = InvigilationController.COOKIE, required = false) @Nullable String token) {
        return written.sheets(signIn.signedIn(token));
    }
}
