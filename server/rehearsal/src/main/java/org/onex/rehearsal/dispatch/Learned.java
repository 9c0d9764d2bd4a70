package org.onex.rehearsal.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onex.rehearsal.people.TraceCheck;

/** Everything that a node received, and what it could open of it, to be looked through for what must not be there. */
final class Learned {

    private static final Pattern COLON = Pattern.compile("\\s*:\\s*");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private int numbers;
    private String numbersAt = "";

    /**
     * @param what which part it is, for people
     */
    void add(String what, byte[] content) {
        var found = TraceCheck.numbersIn(content);
        if (found > 0) {
            numbers += found;
            numbersAt = what;
        }
        texts.put(what + " #" + texts.size(), close(new String(content, StandardCharsets.UTF_8)));
    }

    /** However it was laid out. */
    private static String close(String text) {
        return COLON.matcher(text).replaceAll(":");
    }

    /** How many parts. */
    int size() {
        return texts.size();
    }

    /** How many whole ID numbers stand in it, and where the last one; empty if there is none. */
    Optional<String> numbers() {
        return numbers == 0 ? Optional.empty() : Optional.of(numbers + " times, as in " + numbersAt);
    }

    /** Where one of these texts stands; empty if nowhere. */
    Optional<String> anyOf(Collection<String> forbidden) {
        for (var part : texts.entrySet()) {
            for (var text : forbidden) {
                if (part.getValue().contains(close(text))) {
                    return Optional.of(part.getKey() + " has: " + text);
                }
            }
        }
        return Optional.empty();
    }
}
