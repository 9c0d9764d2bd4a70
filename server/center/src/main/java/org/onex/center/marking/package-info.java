/** Scores scripts (阅卷): what has one right answer by rule, the rest by people who never learn whose it is. */
@NullMarked
@ApplicationModule(
        displayName = "marking",
        allowedDependencies = {"catalog", "plan", "paper", "script"})
package org.onex.center.marking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
