/** Intakes (批量导入): what people send as a spreadsheet is read, looked at cell by cell, entered, and its bad rows are given back. */
@NullMarked
@ApplicationModule(
        displayName = "intake",
        allowedDependencies = {"organization", "audit", "job", "file", "sheet"})
package org.onex.center.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
