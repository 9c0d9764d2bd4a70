package org.onex.center.registration;

import org.onex.center.catalog.Level;

/**
 * How many people of a college are registered for a level of a qualification (报考人数).
 *
 * @param college       code of the responsible college (归口院校)
 * @param qualification its code
 */
public record RegistrationCount(String college, String qualification, Level level, int people) {}
