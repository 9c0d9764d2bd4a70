/** The room on the day (监考): who keeps it, and what they do for and to the candidates in it. */
@NullMarked
@ApplicationModule(
        displayName = "invigilation",
        allowedDependencies = {"sitting"})
package org.onex.node.invigilation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
