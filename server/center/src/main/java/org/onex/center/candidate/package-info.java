/** Candidates (考生): people for life, their enrolments at colleges, and whether what is known of them suffices. */
@NullMarked
@ApplicationModule(
        displayName = "candidate",
        allowedDependencies = {})
package org.onex.center.candidate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
