package org.onex.foundation.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Which page of a list somebody wants: {@code ?limit=…&after=…}. Bound from the query of a request; both may be absent. */
public record PageRequest(@Nullable Integer limit, @Nullable String after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** How many items, between 1 and 200; 50 when nothing was said. */
    public int size() {
        return limit == null ? DEFAULT_LIMIT : Math.clamp(limit, 1, MAX_LIMIT);
    }

    /**
     * The key after which the page begins; the empty string for the first page.
     *
     * @throws RequestRefused if {@code after} did not come from a page of ours
     */
    public String key() {
        if (after == null || after.isEmpty()) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException e) {
            throw RequestRefused.invalid("after", after, e);
        }
    }
}
