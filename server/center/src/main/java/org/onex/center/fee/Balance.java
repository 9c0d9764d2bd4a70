package org.onex.center.fee;

import org.onex.contract.kernel.Money;

/**
 * What a bill comes to and what was paid on it.
 *
 * @param total of the levels that have a price
 * @param paid  all payments that were not taken back
 */
record Balance(Money total, Money paid) {

    /** How far a bill is paid. */
    enum State {
        /** 无需缴费: nobody is on it, or nothing has a price yet. */
        NOTHING_DUE,
        /** 未缴. */
        UNPAID,
        /** 部分缴: something is owed still. */
        PARTIAL,
        /** 已缴: exactly. */
        PAID,
        /** 多缴: more than the total, to be paid back or set off. */
        OVERPAID
    }

    State state() {
        int difference = paid.compareTo(total);
        if (difference > 0) {
            return State.OVERPAID;
        }
        if (total.compareTo(Money.ZERO) == 0) {
            return State.NOTHING_DUE;
        }
        if (difference == 0) {
            return State.PAID;
        }
        return paid.compareTo(Money.ZERO) == 0 ? State.UNPAID : State.PARTIAL;
    }

    /** What is missing (欠缴); never less than nothing. */
    Money owed() {
        return isCleared() ? Money.ZERO : total.minus(paid);
    }

    /** What was paid too much (多缴); never less than nothing. */
    Money excess() {
        return isCleared() ? paid.minus(total) : Money.ZERO;
    }

    /** Nothing is owed (已结清). */
    boolean isCleared() {
        return paid.compareTo(total) >= 0;
    }
}
