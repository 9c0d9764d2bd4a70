/** Item banks and papers (命题组卷): items and tasks as data, equal forms drawn from them, read by two people, sealed. */
@NullMarked
@ApplicationModule(
        displayName = "paper",
        allowedDependencies = {"catalog"})
package org.onex.center.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
