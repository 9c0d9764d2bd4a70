/** Seating (编排): opens a site's rooms for a plan and gives each candidate a session, a seat and a ticket number. */
@NullMarked
@ApplicationModule(
        displayName = "seating",
        allowedDependencies = {"catalog", "plan", "site", "candidate", "registration"})
package org.onex.center.seating;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
