/** Stored files (文件): what people upload and what the product makes for them, sealed on disk. */
@NullMarked
@ApplicationModule(
        displayName = "file",
        allowedDependencies = {"organization", "audit"})
package org.onex.center.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
