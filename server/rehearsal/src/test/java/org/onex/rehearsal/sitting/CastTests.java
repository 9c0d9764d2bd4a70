package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onex.rehearsal.seating.Place;

class CastTests {

    static Stream<Long> seeds() {
        return LongStream.range(0, 60).boxed();
    }

    /** Of one to eight colleges of very different sizes; everybody has somebody. */
    private static List<Place> people(int people, int colleges, Random random) {
        return IntStream.range(0, people)
                .mapToObj(i -> place(i, i < colleges ? i : random.nextInt(1 + random.nextInt(colleges))))
                .toList();
    }

    private static Place place(int ticket, int college) {
        var opens = OffsetDateTime.parse("2024-05-18T13:30:00+08:00");
        var spot = new Place.Spot("p", "site", "考点", 1, opens, opens.plusHours(3), "o", 1, "301", 1, 1, 1, "A");
        var guest = new Place.Guest(
                "c" + ticket, "r", "t" + ticket, "王小明", "9999", code(college), "", "WDYY", "ELEMENTARY", 1);
        return new Place(spot, guest);
    }

    private static String code(int college) {
        return "9000" + college;
    }

    private static List<String> codes(int colleges) {
        return IntStream.range(0, colleges).mapToObj(CastTests::code).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverHasToBeSeenIsPlayed(long seed) {
        var random = new Random(seed);
        var people = 8 + random.nextInt(80);
        var colleges = 1 + random.nextInt(Math.min(8, people));
        var places = people(people, colleges, random);
        var cast = Cast.of(places, codes(colleges), seed);

        var parts = places.stream().map(cast::of).toList();
        assertThat(parts.stream().filter(Part::passes).count() * 3)
                .as("%d people, %d colleges", people, colleges)
                .isGreaterThanOrEqualTo(people);
        assertThat(parts).contains(Part.ABSENT, Part.CHEATS, Part.STAYS, Part.TOO_LATE);
        // The first of them pays late, the second at once: both have to have certificates.
        for (var college : codes(Math.min(2, colleges))) {
            assertThat(places.stream()
                            .filter(place -> place.guest().college().equals(college))
                            .map(cast::of))
                    .as("%d people, college %s of %d", people, college, colleges)
                    .anyMatch(Part::passes);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameSeedCastsThePeopleAlikeInWhateverOrderTheyAre(long seed) {
        var places = people(30, 6, new Random(seed));
        var other = new ArrayList<>(places).reversed();
        var cast = Cast.of(places, codes(6), seed);
        var again = Cast.of(other, codes(6), seed);

        assertThat(places).allMatch(place -> cast.of(place) == again.of(place));
    }

    @Test
    void anotherSeedCastsOthers() {
        var places = people(30, 6, new Random(1));
        var one = Cast.of(places, codes(6), 1);
        var other = Cast.of(places, codes(6), 2);

        assertThat(places).anyMatch(place -> one.of(place) != other.of(place));
    }

    @Test
    void threePeopleAreEnoughForPassingAndBeingAbsent() {
        var places = people(3, 2, new Random(1));
        var cast = Cast.of(places, codes(2), 1);

        assertThat(places.stream().map(cast::of)).containsExactlyInAnyOrder(Part.LEARNED, Part.LEARNED, Part.ABSENT);
    }

    @Test
    void whoDoesNotComeOrStaysSitsNoSecondSubject() {
        assertThat(Stream.of(Part.values()).filter(Part::goesOn))
                .containsExactly(Part.LEARNED, Part.LEARNED_LATE, Part.TRIES, Part.CHEATS);
        assertThat(Stream.of(Part.values()).filter(part -> !part.role().sits()))
                .containsExactly(Part.TOO_LATE, Part.ABSENT, Part.TAKEN_FOR_ANOTHER);
    }
}
