/** Notices and exam plans (考试计划): what is examined when, until when one may register, and what happens around it. */
@NullMarked
@ApplicationModule(
        displayName = "plan",
        allowedDependencies = {"catalog"})
package org.onex.center.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
