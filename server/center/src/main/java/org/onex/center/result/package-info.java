/** From marks to what somebody has passed (成绩): drawn up, approved by two, public for some days, then final. */
@NullMarked
@ApplicationModule(
        displayName = "result",
        allowedDependencies = {
            "catalog",
            "plan",
            "site",
            "candidate",
            "registration",
            "seating",
            "dispatch",
            "script",
            "marking"
        })
package org.onex.center.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
