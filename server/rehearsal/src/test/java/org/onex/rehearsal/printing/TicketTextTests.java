package org.onex.rehearsal.printing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicketTextTests {

    @Test
    void theSeatIsWhatFollowsItsName() {
        assertThat(TicketText.seats("考场  第1考场  实训楼 301室      座位号      12\n考生须知"))
                .containsExactly(12);
        assertThat(TicketText.seats("座位号\n   7")).containsExactly(7);
    }

    @Test
    void aTicketNumberIsNoSeat() {
        assertThat(TicketText.seats("座位号 1234567890123456")).isEmpty();
        assertThat(TicketText.seats("准考证号 1234 5678 9012 3456")).isEmpty();
    }
}
