/** Sending exams to their sites (下发): packs what a node needs, gives out the keys at their time, and knows what has arrived. */
@NullMarked
@ApplicationModule(
        displayName = "dispatch",
        allowedDependencies = {
            "catalog",
            "plan",
            "site",
            "candidate",
            "photo",
            "registration",
            "paper",
            "seating",
            "staffing",
            "node"
        })
package org.onex.center.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
