/** Who may log in, for which organisation and with which duties (账号与权限). */
@NullMarked
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {})
package org.onex.center.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
