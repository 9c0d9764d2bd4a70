package org.onex.foundation.clock;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What this installation is for ({@code onex.mode}); only outside production does the clock move or a demo account exist. */
public enum Mode {
    PRODUCTION,
    DEMO,
    REHEARSAL;

    /**
     * @throws IllegalArgumentException for anything but production, demo and rehearsal, however they are spelled
     */
    static Mode of(String word) {
        return valueOf(word.strip().toUpperCase(Locale.ROOT));
    }

    public boolean isProduction() {
        return this == PRODUCTION;
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
