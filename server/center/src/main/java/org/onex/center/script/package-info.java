/** What sites send back (答卷回收): takes it in, proves it, gives receipts, and says which scripts count. Knows nobody by name. */
@NullMarked
@ApplicationModule(
        displayName = "script",
        allowedDependencies = {"catalog", "plan", "site", "node", "dispatch"})
package org.onex.center.script;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
