package org.onex.center.staffing;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What an invigilator is known by and signs in with (人员编号): JKC and eight digits, without meaning, each once in the country. Those that
 * begin with 9 belong to mock exams at the nodes and are given to nobody.
 */
record InvigilatorNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("JKC[0-8]\\d{7}");
    private static final int NUMBERS = 90_000_000;

    InvigilatorNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("JKC and eight digits are expected: " + value);
        }
    }

    /** Any of them; whether it is free is for the ledger to say. */
    static InvigilatorNumber drawn(RandomGenerator chance) {
        return new InvigilatorNumber(String.format(Locale.ROOT, "JKC%08d", chance.nextInt(NUMBERS)));
    }

    @Override
    public String toString() {
        return value;
    }
}
