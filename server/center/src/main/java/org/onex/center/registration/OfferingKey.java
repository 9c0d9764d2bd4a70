package org.onex.center.registration;

import org.onex.center.catalog.Level;

/**
 * Names what one can be registered for: a qualification at a level in a plan.
 *
 * @param plan          its code
 * @param qualification its code
 */
record OfferingKey(String plan, String qualification, Level level) {}
