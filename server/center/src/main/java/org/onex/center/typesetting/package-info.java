/** Typesetting (排版): puts Chinese text, photos and QR codes on sheets of paper with fonts that come along; knows no exam word. */
@NullMarked
@ApplicationModule(
        displayName = "typesetting",
        allowedDependencies = {})
package org.onex.center.typesetting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
