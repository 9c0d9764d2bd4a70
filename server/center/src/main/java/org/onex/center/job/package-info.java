/** Background work (后台任务): long acts with progress that can be cancelled and survive a restart. */
@NullMarked
@ApplicationModule(
        displayName = "job",
        allowedDependencies = {"organization", "audit"})
package org.onex.center.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
