package org.onex.center.staffing;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Eight digits by which an invigilator signs in at the site's node (监考口令). Prints itself in no log. */
record Pin(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{8}");
    private static final int PINS = 100_000_000;

    Pin {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a PIN has eight digits");
        }
    }

    static Pin drawn(RandomGenerator chance) {
        return new Pin(String.format(Locale.ROOT, "%08d", chance.nextInt(PINS)));
    }

    @Override
    public String toString() {
        return "Pin[…]";
    }
}
