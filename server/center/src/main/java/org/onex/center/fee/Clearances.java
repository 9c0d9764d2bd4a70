package org.onex.center.fee;

import org.springframework.stereotype.Component;

/** Answers other modules' questions about fees. */
@Component
class Clearances implements FeeDirectory {

    private final Payments payments;

    Clearances(Payments payments) {
        this.payments = payments;
    }

    @Override
    public boolean isCleared(String college, String plan) {
        return payments.balance(plan, college).map(Balance::isCleared).orElse(true);
    }
}
