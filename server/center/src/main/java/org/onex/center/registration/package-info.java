/** Registration (报考): who is entered for what, where, until the deadline freezes it. */
@NullMarked
@ApplicationModule(
        displayName = "registration",
        allowedDependencies = {"catalog", "plan", "site", "candidate", "photo", "identity"})
package org.onex.center.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
