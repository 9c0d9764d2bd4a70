/** The unalterable trail of who did what (审计). */
@NullMarked
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"organization"})
package org.onex.center.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
