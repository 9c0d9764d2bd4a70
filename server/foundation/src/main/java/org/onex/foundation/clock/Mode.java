package org.onex.foundation.clock;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What this installation is for ({@code onex.mode}); only outside production does the clock move or a demo account exist. */
public enum Mode {
    PRODUCTION,
    DEMO,
    REHEARSAL;

    public boolean isProduction() {
        return this == PRODUCTION;
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
