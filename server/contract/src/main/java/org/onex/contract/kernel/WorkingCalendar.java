package org.onex.contract.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The statutory calendar (法定工作日): weekends that are worked and holidays that are not, as the State Council announces them year by
 * year. A year that nobody has announced is unknown and makes counting fail; it is never guessed.
 */
public final class WorkingCalendar {

    private final Set<Integer> years;
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> workedWeekends;

    private WorkingCalendar(Set<Integer> years, Set<LocalDate> holidays, Set<LocalDate> workedWeekends) {
        this.years = Set.copyOf(years);
        this.holidays = Set.copyOf(holidays);
        this.workedWeekends = Set.copyOf(workedWeekends);
    }

    /** The calendar that the product ships with. */
    public static WorkingCalendar statutory() {
        var stream = Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream("working-days.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(reader.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads lines {@code year,kind,from,to} where kind is {@code off} or {@code work}; lines that begin with {@code #} and the heading
     * are passed over.
     *
     * @throws IllegalArgumentException naming the line that is not of this form
     */
    public static WorkingCalendar parse(Stream<String> lines) {
        var years = new HashSet<Integer>();
        var holidays = new HashSet<LocalDate>();
        var worked = new HashSet<LocalDate>();
        lines.filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("year,"))
                .forEach(line -> {
                    var cells = line.strip().split(",", -1);
                    if (cells.length != 4 || !(cells[1].equals("off") || cells[1].equals("work"))) {
                        throw new IllegalArgumentException("not a calendar line: " + line);
                    }
                    try {
                        years.add(Integer.valueOf(cells[0]));
                        var days = cells[1].equals("off") ? holidays : worked;
                        LocalDate.parse(cells[2])
                                .datesUntil(LocalDate.parse(cells[3]).plusDays(1))
                                .forEach(days::add);
                    } catch (DateTimeParseException | NumberFormatException e) {
                        throw new IllegalArgumentException("not a calendar line: " + line, e);
                    }
                });
        return new WorkingCalendar(years, holidays, worked);
    }

    /** Whether the calendar of this day's year has been announced to us. */
    public boolean knows(LocalDate day) {
        return years.contains(day.getYear());
    }

    /**
     * @throws YearUnknown if the calendar of that year has not been announced to us
     */
    public boolean isWorkingDay(LocalDate day) {
        requireKnown(day);
        if (workedWeekends.contains(day)) {
            return true;
        }
        var weekday = day.getDayOfWeek();
        return !holidays.contains(day) && weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
    }

    /** Whether the State Council names this day as part of a holiday; an ordinary weekend is not one. */
    public boolean isHoliday(LocalDate day) {
        requireKnown(day);
        return holidays.contains(day);
    }

    /**
     * The N-th working day strictly before a day ("考前7个工作日").
     *
     * @param count at least 1
     * @throws YearUnknown if the count runs into a year that is not announced
     */
    public LocalDate workingDaysBefore(LocalDate day, int count) {
        return count(day, count, -1);
    }

    /** The N-th working day strictly after a day. */
    public LocalDate workingDaysAfter(LocalDate day, int count) {
        return count(day, count, 1);
    }

    private LocalDate count(LocalDate from, int count, int step) {
        if (count < 1) {
            throw new IllegalArgumentException("count working days from 1, not " + count);
        }
        var day = from;
        for (int left = count; left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private void requireKnown(LocalDate day) {
        if (!knows(day)) {
            throw new YearUnknown(day.getYear());
        }
    }

    /** The statutory calendar of a year is not known, so its working days cannot be counted. */
    public static final class YearUnknown extends DomainError {
        YearUnknown(int year) {
            super(CalendarCode.YEAR_UNKNOWN, Map.of("year", year));
        }
    }
}
