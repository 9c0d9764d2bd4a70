/** Printing (打印考试物料): draws tickets, sign-in sheets, desk labels and door notices, and keeps what was drawn. */
@NullMarked
@ApplicationModule(
        displayName = "printing",
        allowedDependencies = {
            "catalog",
            "plan",
            "site",
            "candidate",
            "photo",
            "registration",
            "seating",
            "staffing",
            "typesetting"
        })
package org.onex.center.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
