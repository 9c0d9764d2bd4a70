package org.onex.center.result;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;

/** A problem as a list shows it, with what finds whose it is. */
record ProblemView(
        Problem.Kind kind,
        ResultRow.ResultSite site,
        @Nullable UUID script,
        String name,
        @Nullable String ticket,
        Level level,
        Subject subject) {}
