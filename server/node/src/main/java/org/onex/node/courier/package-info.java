/** Whatever passes between this node and the centre, and who may bring it in. */
@NullMarked
@ApplicationModule(
        displayName = "courier",
        allowedDependencies = {"sitting", "invigilation"})
package org.onex.node.courier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
