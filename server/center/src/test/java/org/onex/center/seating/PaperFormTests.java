package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperFormTests {

    @ParameterizedTest
    @CsvSource({"45, 7", "45, 8", "1, 1", "30, 1", "9, 9", "50, 6"})
    void neighboursHaveDifferentForms(int seats, int columns) {
        var room = Crowd.room(1, seats, columns);
        for (int seat = 1; seat <= seats; seat++) {
            if (room.columnOf(seat) > 1) {
                assertThat(formAt(room, seat)).isNotEqualTo(formAt(room, seat - 1));
            }
            if (room.rowOf(seat) > 1) {
                assertThat(formAt(room, seat)).isNotEqualTo(formAt(room, seat - columns));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "8, 1, 8", "9, 2, 1", "16, 2, 8", "17, 3, 1"})
    void seatsAreNumberedRowByRowFromTheFront(int seat, int row, int column) {
        var room = Crowd.room(1, 20, 8);
        assertThat(room.rowOf(seat)).isEqualTo(row);
        assertThat(room.columnOf(seat)).isEqualTo(column);
    }

    private static PaperForm formAt(RoomOpening room, int seat) {
        return PaperForm.at(room.rowOf(seat), room.columnOf(seat));
    }
}
