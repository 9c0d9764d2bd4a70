/** The exam servers of the sites (考点服务器): which there are, by which keys they are known, and how they are. */
@NullMarked
@ApplicationModule(
        displayName = "node",
        allowedDependencies = {"site"})
package org.onex.center.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
