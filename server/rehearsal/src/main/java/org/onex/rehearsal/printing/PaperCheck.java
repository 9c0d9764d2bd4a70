package org.onex.rehearsal.printing;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.people.IdNumbers;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.seating.Place;

/** Reads printed files page by page and compares them with the seats that they are about. */
final class PaperCheck {

    /** On a page of a sign-in sheet. */
    static final int ROWS = 30;
    /** On a sheet of desk labels. */
    static final int LABELS = 24;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])\\d{17}[0-9Xx](?![0-9])");

    private final Findings<Claim> findings;
    private final Timetable timetable;
    private final Map<String, String> numbers;

    /**
     * @param timetable of the plan
     * @param numbers   full ID numbers, by name and masked number
     */
    PaperCheck(Findings<Claim> findings, Timetable timetable, Map<String, String> numbers) {
        this.findings = findings;
        this.timetable = timetable;
        this.numbers = numbers;
    }

    /** By which {@code numbers} are found. */
    static String bearer(String name, String maskedNumber) {
        return name + " " + maskedNumber;
    }

    void check(PrintedFile file, SeatedRoom room) {
        found(
                Claim.PRINTED_AS_SEATED,
                file.arrivedWhole(),
                file + " arrived with other bytes than it was printed with");
        try (var pdf = Poppler.look(file.content())) {
            var pages = pdf.pages();
            var count = pdf.count();
            found(
                    Claim.PRINTED_AS_SEATED,
                    count == file.pages() && count == pages.size() && count == expectedPages(file.kind(), room),
                    file + " has " + count + " pages for " + room.people() + " people, expected are "
                            + expectedPages(file.kind(), room) + ", the list says " + file.pages());
            var fonts = pdf.fonts();
            found(
                    Claim.FONTS_ARE_EMBEDDED,
                    !fonts.isEmpty() && fonts.stream().allMatch(Poppler.Font::embedded),
                    file + " does not bring its fonts along: " + fonts);
            if (file.kind() == PrintKind.TICKET) {
                portraits(file, pdf, room.people());
            }
            read(file, pages, room);
        }
    }

    /** What the pages say. */
    void read(PrintedFile file, List<String> pages, SeatedRoom room) {
        room.places().forEach(place -> onOnePage(file, pages, place));
        switch (file.kind()) {
            case TICKET -> tickets(file, pages, room);
            case SIGN_IN_SHEET -> signIn(file, pages, room);
            case DOOR_NOTICE -> door(file, pages, room);
            case DESK_LABEL -> nobodysNumber(file, pages);
        }
    }

    private static int expectedPages(PrintKind kind, SeatedRoom room) {
        return switch (kind) {
            case TICKET -> room.people();
            case SIGN_IN_SHEET -> Math.ceilDiv(room.people(), ROWS);
            case DESK_LABEL -> Math.ceilDiv(room.people(), LABELS);
            case DOOR_NOTICE -> 1;
        };
    }

    /** Ticket number and name of everybody, on exactly one page, and there together. */
    private void onOnePage(PrintedFile file, List<String> pages, Place place) {
        var with = IntStream.range(0, pages.size())
                .filter(page -> plain(pages.get(page)).contains(place.guest().ticket()))
                .toArray();
        found(
                Claim.PRINTED_AS_SEATED,
                with.length == 1
                        && plain(pages.get(with[0]))
                                .contains(plain(place.guest().name())),
                place + " stands on " + with.length + " pages of " + file + ", or without the name");
    }

    /** One page each: where and when they sit, and the whole number, because they are known by it at the door. */
    private void tickets(PrintedFile file, List<String> pages, SeatedRoom room) {
        for (var place : room.places()) {
            for (var page : pages) {
                if (plain(page).contains(place.guest().ticket())) {
                    ticket(file, page, room, place);
                }
            }
        }
    }

    private void ticket(PrintedFile file, String page, SeatedRoom room, Place place) {
        var plain = plain(page);
        found(
                Claim.PRINTED_AS_SEATED,
                plain.contains(room.title())
                        && plain.contains(plain(room.name()))
                        && plain.contains(plain(room.siteName())),
                "the ticket of " + place + " in " + file + " does not say where");
        found(
                Claim.PRINTED_AS_SEATED,
                TicketText.seats(page).equals(List.of(place.spot().seat())),
                "the ticket of " + place + " in " + file + " names the seats " + TicketText.seats(page));
        var hours = timetable.words(place);
        found(
                Claim.PRINTED_AS_SEATED,
                !hours.isEmpty() && hours.stream().allMatch(plain::contains),
                "the ticket of " + place + " in " + file + " does not say when: " + hours);
        var number = numbers.get(bearer(place.guest().name(), place.guest().maskedNumber()));
        found(
                Claim.PRINTED_AS_SEATED,
                number != null && plain.contains(number),
                "the ticket of " + place + " in " + file + " does not bear their ID number");
    }

    private void portraits(PrintedFile file, Poppler pdf, int people) {
        var pages = pdf.pagesWithPictures();
        found(
                Claim.PRINTED_AS_SEATED,
                pages.size() == people,
                file + " has photos on " + pages.size() + " of " + people + " tickets");
    }

    private void signIn(PrintedFile file, List<String> pages, SeatedRoom room) {
        nobodysNumber(file, pages);
        for (var i = 0; i < pages.size(); i++) {
            var plain = plain(pages.get(i));
            var rows = room.places().stream()
                    .filter(place -> plain.contains(place.guest().ticket()))
                    .count();
            var expected = Math.min(ROWS, room.people() - i * ROWS);
            found(
                    Claim.PRINTED_AS_SEATED,
                    rows == expected && plain.contains(room.title()),
                    file + " has " + rows + " people on page " + (i + 1) + ", expected are " + expected);
        }
        found(
                Claim.PRINTED_AS_SEATED,
                plain(pages.getLast()).contains("应到" + room.people() + "人"),
                file + " does not say that " + room.people() + " people are expected");
    }

    private void door(PrintedFile file, List<String> pages, SeatedRoom room) {
        nobodysNumber(file, pages);
        var plain = plain(String.join("", pages));
        found(
                Claim.PRINTED_AS_SEATED,
                plain.contains(room.title()) && plain.contains(plain(room.name())),
                file + " does not name " + room.title() + " " + room.name());
    }

    /** What hangs on doors and lies on desks shows nobody's ID number. */
    private void nobodysNumber(PrintedFile file, List<String> pages) {
        var shown = pages.stream()
                .flatMap(page -> NUMBER.matcher(page).results())
                .filter(number -> IdNumbers.isOne(number.group()))
                .count();
        found(Claim.NUMBERS_ARE_MASKED, shown == 0, file + " shows " + shown + " whole ID numbers");
    }

    /** Where lines are broken and how far words are apart is the printer's. */
    static String plain(String text) {
        return BLANKS.matcher(text).replaceAll("");
    }

    private void found(Claim claim, boolean holds, String example) {
        findings.check(claim, holds, () -> example);
    }
}
