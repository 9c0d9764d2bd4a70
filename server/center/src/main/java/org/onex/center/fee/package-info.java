/** Fees (费用): from published prices to a college's bill, its payments, and whether it is cleared. */
@NullMarked
@ApplicationModule(
        displayName = "fee",
        allowedDependencies = {"catalog", "plan", "site", "registration"})
package org.onex.center.fee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
