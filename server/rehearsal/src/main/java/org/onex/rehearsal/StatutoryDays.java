package org.onex.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The rehearsal's own copy of the statutory calendar (法定工作日): what the State Council announced, counted independently of the
 * product.
 */
final class StatutoryDays {

    private final Map<LocalDate, Boolean> announced;
    private final LocalDate first;
    private final LocalDate last;

    private StatutoryDays(Map<LocalDate, Boolean> announced) {
        this.announced = Map.copyOf(announced);
        var years = announced.keySet().stream().mapToInt(LocalDate::getYear).summaryStatistics();
        first = LocalDate.of(years.getMin(), 1, 1);
        last = LocalDate.of(years.getMax(), 12, 31);
    }

    static StatutoryDays announced() {
        try (var stream = Objects.requireNonNull(StatutoryDays.class.getResourceAsStream("statutory-days.csv"))) {
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines {@code year,kind,from,to}, kind {@code off} or {@code work}; other lines are remarks. */
    static StatutoryDays of(Stream<String> lines) {
        var days = new HashMap<LocalDate, Boolean>();
        lines.map(line -> line.strip().split(","))
                .filter(cells -> cells.length == 4 && cells[0].matches("\\d{4}"))
                .forEach(cells -> LocalDate.parse(cells[2])
                        .datesUntil(LocalDate.parse(cells[3]).plusDays(1))
                        .forEach(day -> days.put(day, cells[1].equals("work"))));
        return new StatutoryDays(days);
    }

    /**
     * The working day that lies so many working days away.
     *
     * @param count negative before that day, positive after it, never counting the day itself; 0 is the day
     * @throws IllegalArgumentException if the count runs into a year that nobody announced
     */
    LocalDate workingDays(LocalDate day, int count) {
        var step = Integer.signum(count);
        var reached = day;
        for (var left = Math.abs(count); left > 0; ) {
            reached = reached.plusDays(step);
            left -= isWorked(reached) ? 1 : 0;
        }
        return reached;
    }

    private boolean isWorked(LocalDate day) {
        if (day.isBefore(first) || day.isAfter(last)) {
            throw new IllegalArgumentException("no statutory calendar for " + day.getYear());
        }
        return announced.getOrDefault(day, day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
    }
}
