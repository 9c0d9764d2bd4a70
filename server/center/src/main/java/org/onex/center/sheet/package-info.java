/** Spreadsheets (表格): templates to download, what people really send read row by row, bad rows given back. */
@NullMarked
@ApplicationModule(
        displayName = "sheet",
        allowedDependencies = {})
package org.onex.center.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
