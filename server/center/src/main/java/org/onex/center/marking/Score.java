package org.onex.center.marking;

final class Score {

    enum State {
        SCORING,
        WAITING,
        MARKED,
        PROBLEM
    }

    enum Problem {
        KEY_UNREADABLE,
        ANSWERS_UNREADABLE
    }

    private Score() {}
}
