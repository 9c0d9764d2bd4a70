package org.onex.center.plan;

import java.util.Map;

/**
 * Something in a notice that is probably not meant as printed, or that people should know before they rely on it. It never changes a
 * value. Warnings are computed, not stored.
 *
 * @param facts what the sentence needs; ISO dates
 */
record Warning(Code code, Map<String, Object> facts) {

    /** What is odd. */
    enum Code {
        /** A printed date is not what the printed rule gives; the date holds. */
        PRINTED_BREAKS_RULE,
        /** A rule that cannot be meant literally, and how it is read. */
        RULE_READ_OTHERWISE,
        /** 颁发证书 would begin while 公示 is still running. */
        CERTIFICATES_BEFORE_PUBLICITY_ENDS,
        /** 准考证 may be downloaded although seats are still being arranged. */
        TICKETS_BEFORE_SEATING_ENDS,
        /** More than half of a stage's days are a statutory holiday. */
        WINDOW_MOSTLY_HOLIDAY,
        /** Machines are set up before anybody knows how many are needed. */
        SETUP_BEFORE_DEADLINE,
        /** Several plans of the notice have the same printed name. */
        NAME_REPEATED,
        /** The document calls this plan by another name elsewhere. */
        NAME_DIFFERS,
        /** 序号 is missing here although the other plans have one. */
        PRINTED_NUMBER_MISSING,
        /** Two subjects of one session are printed for the same hours. */
        SUBJECT_WINDOWS_OVERLAP,
        /** Nobody can sit both of these levels in this plan. */
        LEVELS_OVERLAP,
        /** There is a price for a level that no plan offers. */
        PRICED_NOT_OFFERED,
        /** A lower level costs more than a higher one. */
        LOWER_LEVEL_DEARER,
        /** The last day of registration is also the last day to pay. */
        DEADLINE_IS_PAYMENT_DUE,
        /** The last day of registration is an exam day of another plan of the notice. */
        DEADLINE_ON_EXAM_DAY,
        /** A place of the document can be read in two ways. */
        READ_OTHERWISE,
        /** The document prints an alias of the qualification's name. */
        PRINTED_ALIAS
    }
}
