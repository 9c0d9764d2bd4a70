/** The parties of an examination: awarding bodies, colleges, the platform itself; and who acts for them. */
@NullMarked
@ApplicationModule(
        displayName = "organization",
        allowedDependencies = {})
package org.onex.center.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
