package org.onex.center.result;

/**
 * Results of a plan have become final (成绩生效): those of everybody without a pending review when its publicity ends, and again whenever a
 * review is decided after that. Published in the transaction that does it.
 *
 * @param plan its code
 */
public record ResultsFinal(String plan) {}
