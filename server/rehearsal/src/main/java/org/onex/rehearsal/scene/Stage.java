package org.onex.rehearsal.scene;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.outside.Unexpected;

/** A part of the rehearsal that is built. */
public interface Stage {

    /** The steps of an exam in their order, whether built or not. */
    enum Step {
        ORGANISATIONS,
        PLAN,
        SITE,
        CANDIDATES,
        PHOTOS,
        REAL_NAME,
        REGISTRATION,
        FEE,
        SEATING,
        STAFFING,
        PRINTING,
        PAPER,
        DISPATCH,
        EXAM,
        RETURN,
        MARKING,
        RESULT,
        CERTIFICATE;

        /**
         * @throws Misuse naming the steps there are
         */
        public static Step of(String word) {
            return Arrays.stream(values())
                    .filter(step -> step.toString().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Misuse("--until " + word + ": the stages are "
                            + Arrays.stream(values()).map(Step::toString).collect(Collectors.joining(", "))));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Step step();

    /**
     * Plays this part and checks what can be seen from outside.
     *
     * @return what there is afterwards, counted at the product
     * @throws Unexpected if the product refuses what a role may do
     */
    Map<String, Long> play(Scene scene);
}
