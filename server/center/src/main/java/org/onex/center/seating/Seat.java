package org.onex.center.seating;

import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.IdNumber;

/**
 * A place in a room and who sits there (座位), with what was known of them when they were registered.
 *
 * @param opening       the room opening
 * @param number        from 1
 * @param row           from 1, the front; likewise the column, from the left as the candidates look
 * @param form          the paper form (试卷) that is sat there, "A" or "B"; neighbours have different ones
 * @param ticket        the ticket number (准考证号), 16 digits
 * @param enrolment     at the college that registered them; their photo is kept under it
 * @param college       code of the responsible college; likewise the qualification
 * @param session       the alternative of the offering that they sit, from 1
 */
public record Seat(
        UUID opening,
        int number,
        int row,
        int column,
        String form,
        String ticket,
        RegistrationKey registration,
        UUID enrolment,
        String college,
        String className,
        String name,
        IdNumber idNumber,
        String qualification,
        Level level,
        int session) {

    /** A place that was planned, with the ticket of whoever gets it. */
    static Seat given(SeatPlan.Place place, String ticket) {
        var opening = place.opening();
        var row = opening.rowOf(place.seat());
        var column = opening.columnOf(place.seat());
        var who = place.guest().who();
        return new Seat(
                opening.id(),
                place.seat(),
                row,
                column,
                PaperForm.at(row, column).name(),
                ticket,
                who.key(),
                who.enrolment(),
                who.college(),
                who.className(),
                who.name(),
                who.number(),
                who.qualification(),
                who.level(),
                place.guest().session());
    }

    /** The same place with whoever sits on the other one; the paper form stays with the place. */
    Seat takenBy(Seat other) {
        return new Seat(
                opening,
                number,
                row,
                column,
                form,
                other.ticket,
                other.registration,
                other.enrolment,
                other.college,
                other.className,
                other.name,
                other.idNumber,
                other.qualification,
                other.level,
                other.session);
    }
}
