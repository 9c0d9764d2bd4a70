/** Real-name check (实名认证): asks an identity service whether name and number belong together; a college settles doubts. */
@NullMarked
@ApplicationModule(
        displayName = "identity",
        allowedDependencies = {"candidate"})
package org.onex.center.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
