package org.onex.rehearsal.printing;

import java.util.List;
import java.util.regex.Pattern;

/** What a ticket says, as it is read from its page. */
final class TicketText {

    /** Between the words there is whatever else stands beside them. */
    private static final Pattern SEAT = Pattern.compile("座位号\\s*(\\d{1,3})(?!\\d)");

    private TicketText() {}

    /** The numbers that are called a seat's. */
    static List<Integer> seats(String page) {
        return SEAT.matcher(page)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
    }
}
