package org.onex.center.candidate;

/**
 * Somebody is taken off a college's roster. Published in the transaction that does it: whoever still needs them there refuses.
 *
 * @param key of the enrolment that ends
 */
public record EnrolmentEnded(EnrolmentKey key) {}
