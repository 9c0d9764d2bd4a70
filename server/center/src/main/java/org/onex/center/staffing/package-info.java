/** Staffing (监考安排): who may invigilate, and who does in which room. */
@NullMarked
@ApplicationModule(
        displayName = "staffing",
        allowedDependencies = {"plan", "site", "seating"})
package org.onex.center.staffing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
