/** Exam sites (考核站点): colleges apply with their machine rooms, the awarding body of the qualification decides. */
@NullMarked
@ApplicationModule(
        displayName = "site",
        allowedDependencies = {"catalog"})
package org.onex.center.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
