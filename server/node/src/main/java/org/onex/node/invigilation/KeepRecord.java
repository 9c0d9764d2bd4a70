package org.onex.node.invigilation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.RecordFile.IncidentKind;
import org.onex.node.sitting.SuperviseAttempts;
import org.springframework.stereotype.Component;

/** What invigilators write down of their room (考场记录): who is there, and what happened. Kept once, and never changed. */
@Component
class KeepRecord {

    static final int LONGEST_NOTE = 200;
    static final int LONGEST_FACTS = 1_000;

    private final SuperviseAttempts attempts;
    private final OwnRooms rooms;
    private final Attendances attendances;
    private final Incidents incidents;

    KeepRecord(SuperviseAttempts attempts, OwnRooms rooms, Attendances attendances, Incidents incidents) {
        this.attempts = attempts;
        this.rooms = rooms;
        this.attendances = attendances;
        this.incidents = incidents;
    }

    /** Whether a candidate is there (到, 缺考). What is said later counts. */
    void attend(OwnRooms.Request request, boolean present, @Nullable String note) {
        var text = OwnRooms.textOrEmpty("note", note, LONGEST_NOTE);
        var seen = new Attendance(request.attempt(), present, request.keeper().number(), text);
        attempts.observe(request.attempt(), seen::requireBelievable, rooms.trace(request, attendances, seen));
    }

    /**
     * What happened, as the invigilator tells it.
     *
     * @param statement what the candidate says; may be left out
     */
    record Account(
            IncidentKind kind, String facts, @Nullable String statement) {}

    /**
     * @param recognised the second one, once per bundle; null if there is none
     * @return the identity of the incident
     */
    UUID report(OwnRooms.Request request, Account account, @Nullable List<Keeper> recognised) {
        var keeper = request.keeper();
        var incident = new Incident(
                request.attempt(),
                rooms.requireOwn(keeper, request.attempt()).room(),
                account.kind(),
                OwnRooms.text("facts", account.facts(), LONGEST_FACTS),
                OwnRooms.textOrEmpty("statement", account.statement(), LONGEST_FACTS),
                keeper.number(),
                recognised == null ? null : keeper.seconded(recognised));
        incident.requireWitnessed();
        attempts.observe(request.attempt(), whereabouts -> {}, rooms.trace(request, incidents, incident));
        return request.id();
    }
}
