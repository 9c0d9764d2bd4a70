package org.onex.node.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2024-05-18T04:00:00Z"), ZoneOffset.UTC);

    private final Contact contact = new Contact(NOON, true);

    @ParameterizedTest
    @ValueSource(longs = {2_001, -2_001, 86_400_000})
    void aClockThatIsOffIsAProblem(long aheadMs) {
        contact.heard();
        contact.compared(aheadMs);
        assertThat(contact.state().problem()).isEqualTo("courier.clock-off");
        assertThat(contact.state().aheadMs()).isEqualTo(aheadMs);
        contact.heard();
        assertThat(contact.state().problem())
                .as("hearing of the centre sets no clock")
                .isEqualTo("courier.clock-off");
        contact.compared(12);
        assertThat(contact.state().problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000, 0, -2_000})
    void twoSecondsAreTolerated(long aheadMs) {
        contact.compared(aheadMs);
        assertThat(contact.state().problem()).isNull();
    }

    @Test
    void aLineThatIsDownComesFirst() {
        contact.compared(5_000);
        contact.lost(new CenterAway("no answer", new IllegalStateException()));
        assertThat(contact.state().problem()).isEqualTo("courier.center-away");
    }

    @Test
    void aClockThatOthersMoveIsNotWrong() {
        var rehearsing = new Contact(NOON, false);
        rehearsing.compared(-3_600_000);
        assertThat(rehearsing.state().problem()).isNull();
        assertThat(rehearsing.state().aheadMs()).isEqualTo(-3_600_000);
    }
}
