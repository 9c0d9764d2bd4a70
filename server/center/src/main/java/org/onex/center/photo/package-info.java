/** Photos (照片): taken in as one archive, held against the photo rules, kept for tickets and certificates. */
@NullMarked
@ApplicationModule(
        displayName = "photo",
        allowedDependencies = {"candidate", "typesetting"})
package org.onex.center.photo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
