package org.onex.center.plan;

import java.time.Instant;

/**
 * The marks of a plan were approved by two people and are public in this window (成绩公示). Declared here, because what it changes is how far
 * the plan has come; published by whoever keeps results (ADR 13).
 *
 * @param plan   its code
 * @param closes the first moment at which it is over
 */
public record ResultsPublished(String plan, Instant opens, Instant closes) {}
