/** One candidate's run at a subject: sign in, answer, save, hand in. Whatever it acknowledges is on disk. */
@NullMarked
@ApplicationModule(
        displayName = "sitting",
        allowedDependencies = {})
package org.onex.node.sitting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
