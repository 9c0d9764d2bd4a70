package org.onex.center.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.dispatch.ExamDay.at;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BundleTests {

    private static final Bundle.Source SOURCE = new Bundle.Source(3, 5);
    private static final Instant BEFORE = at("09:00");

    private static Bundle bundle(boolean arranged, boolean packed, PackingFinding... problems) {
        return new Bundle(
                new BundlePlace(ExamDay.id("site"), "P", 1),
                new Bundle.Names("考点", "90001", "990000004"),
                ExamDay.hours("14:00", "17:45"),
                at("14:00"),
                30,
                new Bundle.Seats(arranged, 3, 0),
                packed ? new Bundle.Packed(ExamDay.id("bundle"), 2, "d", "s", SOURCE, 30, BEFORE) : null,
                List.of(problems),
                List.of());
    }

    private static BundleView.State state(Bundle bundle, Bundle.@Nullable Source present) {
        return bundle.state(present, BEFORE);
    }

    @Test
    void itIsStaleOnceSeatsOrInvigilatorsHaveChanged() {
        assertThat(state(bundle(true, true), SOURCE)).isEqualTo(BundleView.State.PACKED);
        assertThat(state(bundle(true, true), new Bundle.Source(4, 5))).isEqualTo(BundleView.State.STALE);
        assertThat(state(bundle(true, true), new Bundle.Source(3, 6))).isEqualTo(BundleView.State.STALE);
        assertThat(state(bundle(false, true), null)).isEqualTo(BundleView.State.STALE);
        assertThat(state(bundle(true, false), SOURCE)).isEqualTo(BundleView.State.UNPACKED);
    }

    private static Bundle given(int seating, int recalled) {
        var packed = bundle(true, true);
        return new Bundle(
                packed.place(),
                packed.names(),
                packed.hours(),
                packed.begins(),
                packed.people(),
                new Bundle.Seats(true, seating, recalled),
                packed.packed(),
                List.of(),
                List.of());
    }

    @Test
    void whatWasPackedFromSeatsThatWereTakenBackDoesNotStandThoughOthersWereGiven() {
        assertThat(given(3, 1).isStanding()).isTrue();
        assertThat(given(5, 2).isStanding()).isFalse();
        assertThat(state(given(5, 2), SOURCE)).isEqualTo(BundleView.State.STALE);
        assertThat(given(5, 2).isSettled(at("13:30")))
                .as("somebody has to be packed for")
                .isFalse();
    }

    @Test
    void whatWasGatheredFromSeatsThatWereTakenBackIsNotTaken() {
        assertThat(given(5, 2).takes(new Bundle.Source(4, 5))).isFalse();
        assertThat(given(5, 2).takes(new Bundle.Source(5, 5))).isTrue();
        assertThat(given(5, 2).takes(new Bundle.Source(5, 4))).isFalse();
        assertThat(bundle(false, true).takes(new Bundle.Source(9, 9))).isFalse();
    }

    @Test
    void whatIsOverIsNotStaleAnyMore() {
        assertThat(bundle(true, true).state(new Bundle.Source(9, 9), at("17:45")))
                .isEqualTo(BundleView.State.PACKED);
    }

    @Test
    void aProblemCountsMoreThanAnOlderVersion() {
        assertThat(state(bundle(true, true, PackingFinding.unexpected()), SOURCE))
                .isEqualTo(BundleView.State.BLOCKED);
    }

    @Test
    void fromEntryOnOnlyAFirstVersionIsPossible() {
        assertThat(bundle(true, true).isSettled(at("13:30").minusMillis(1))).isFalse();
        assertThat(bundle(true, true).isSettled(at("13:30"))).isTrue();
        assertThat(bundle(true, false).isSettled(at("13:30"))).isFalse();
        assertThat(bundle(true, true).nextVersion()).isEqualTo(3);
        assertThat(bundle(true, false).nextVersion()).isEqualTo(1);
    }

    @Test
    void whatWasGatheredEarlierIsOlderInEitherNumber() {
        assertThat(new Bundle.Source(2, 5).isBefore(SOURCE)).isTrue();
        assertThat(new Bundle.Source(3, 4).isBefore(SOURCE)).isTrue();
        assertThat(SOURCE.isBefore(SOURCE)).isFalse();
        assertThat(new Bundle.Source(4, 5).isBefore(SOURCE)).isFalse();
    }

    @Test
    void aServerSaysInstalledOrRefusedWithAProblemOfItsOwn() {
        assertThat(new Deliveries.Delivery(1, Deliveries.Delivery.State.REFUSED, "courier.bundle-forged").version())
                .isEqualTo(1);
        for (var wrong : List.of("", "sitting.too-late", "courier.", "courier.X", "courier." + "x".repeat(61))) {
            assertThatExceptionOfType(DispatchRefused.class)
                    .as(wrong)
                    .isThrownBy(() -> new Deliveries.Delivery(1, Deliveries.Delivery.State.REFUSED, wrong));
        }
        assertThatExceptionOfType(DispatchRefused.class)
                .isThrownBy(
                        () -> new Deliveries.Delivery(1, Deliveries.Delivery.State.INSTALLED, "courier.bundle-forged"));
        assertThatExceptionOfType(DispatchRefused.class)
                .isThrownBy(() -> new Deliveries.Delivery(0, Deliveries.Delivery.State.INSTALLED, null));
    }
}
