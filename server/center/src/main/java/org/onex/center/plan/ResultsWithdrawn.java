package org.onex.center.plan;

/**
 * The approvals of a plan's marks do not hold any more, before any of them was public: there is no window until they are approved again. Declared
 * here and published by whoever keeps results, like {@link ResultsPublished}.
 *
 * @param plan its code
 */
public record ResultsWithdrawn(String plan) {}
