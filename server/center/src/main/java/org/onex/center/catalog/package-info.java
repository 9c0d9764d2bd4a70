/** What can be earned: qualifications, their levels and the schemes by which they are examined (证书、等级、考核方案). */
@NullMarked
@ApplicationModule(
        displayName = "catalog",
        allowedDependencies = {})
package org.onex.center.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
