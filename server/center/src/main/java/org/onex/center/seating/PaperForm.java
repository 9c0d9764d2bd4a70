package org.onex.center.seating;

/**
 * Which of two papers of equal difficulty is sat at a seat (A卷、B卷). The room is a chessboard of them, so that whoever looks to the left,
 * to the right, ahead or back sees another paper.
 */
enum PaperForm {
    A,
    B;

    static PaperForm at(int row, int column) {
        return (row + column) % 2 == 0 ? A : B;
    }
}
