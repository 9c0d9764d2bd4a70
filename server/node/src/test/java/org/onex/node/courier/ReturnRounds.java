package org.onex.node.courier;

import org.springframework.context.ApplicationContext;

/** Rounds of the return (回收), one after another and to their end, as the thread that returns things does them. */
public final class ReturnRounds {

    private final ReturnBundles returning;
    private final Enrolments enrolments;

    public ReturnRounds(ApplicationContext node) {
        this.returning = node.getBean(ReturnBundles.class);
        this.enrolments = node.getBean(Enrolments.class);
    }

    public void pass(int times) {
        for (int i = 0; i < times; i++) {
            returning.returnAll(enrolments.current().orElseThrow());
        }
    }
}
