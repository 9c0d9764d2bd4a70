package org.onex.center.fee;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.contract.kernel.Money;

/**
 * What a level of a qualification costs one person once (考核费用标准). Never changed: another price is another standard.
 *
 * @param qualification its code
 * @param province      where it holds; null for all of them
 * @param effectiveFrom the first day on which it holds
 * @param notice        code of the notice that prints it, for its own plans; null where it was fixed outside of notices
 */
record Standard(
        UUID id,
        String awardingBody,
        String qualification,
        Level level,
        @Nullable String province,
        LocalDate effectiveFrom,
        Kind kind,
        Money amount,
        @Nullable String notice) {

    /** Whether it will stay. */
    enum Kind {
        /** 暂定: charged until a province fixes its own. */
        PROVISIONAL,
        /** 核定: fixed. */
        FINAL
    }

    /** Whether it is the price of that level. */
    boolean isFor(String wantedQualification, Level wantedLevel) {
        return qualification.equals(wantedQualification) && level == wantedLevel;
    }
}
