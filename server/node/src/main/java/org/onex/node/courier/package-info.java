/** Whatever passes between this node and the centre. */
@NullMarked
@ApplicationModule(
        displayName = "courier",
        allowedDependencies = {})
package org.onex.node.courier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
