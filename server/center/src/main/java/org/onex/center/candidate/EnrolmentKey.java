package org.onex.center.candidate;

import java.util.UUID;

/**
 * Names one enrolment of one person.
 *
 * @param candidate the person, for life
 * @param enrolment at one college
 */
public record EnrolmentKey(UUID candidate, UUID enrolment) {}
