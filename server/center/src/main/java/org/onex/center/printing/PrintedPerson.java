package org.onex.center.printing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.typesetting.Portrait;
import org.onex.contract.kernel.IdNumber;
import org.onex.contract.kernel.Window;

/**
 * A candidate with everything that papers say of them.
 *
 * @param seat     the number of the seat, with its row from the front and its column
 * @param ticket   the ticket number, 16 digits
 * @param hours    subject by subject
 * @param portrait null if no photo is kept
 */
record PrintedPerson(
        int seat,
        int row,
        int column,
        String ticket,
        String name,
        IdNumber number,
        String college,
        String qualification,
        Level level,
        List<PrintedHours> hours,
        @Nullable Portrait portrait) {

    private static final String TAIL = "职业技能等级证书";

    PrintedPerson {
        hours = List.copyOf(hours);
    }

    /** The ticket number in groups of four, which people read out without losing their place. */
    String groupedTicket() {
        return ticket.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The qualification without the words that all of them end in. */
    String shortQualification() {
        return qualification.endsWith(TAIL) && qualification.length() > TAIL.length()
                ? qualification.substring(0, qualification.length() - TAIL.length())
                : qualification;
    }

    /** From the first opening to the last closing. */
    Window window() {
        var opens = hours.stream().map(block -> block.window().opens()).min(Instant::compareTo);
        var closes = hours.stream().map(block -> block.window().closes()).max(Instant::compareTo);
        return new Window(opens.orElseThrow(), closes.orElseThrow());
    }

    /** "理论 14:00–15:00  实操 15:15–17:45". */
    String times() {
        return hours.stream().map(block -> block.names() + " " + block.times()).collect(Collectors.joining("  "));
    }

    boolean sits(Subject subject) {
        return hours.stream().anyMatch(block -> block.subjects().contains(subject));
    }
}
