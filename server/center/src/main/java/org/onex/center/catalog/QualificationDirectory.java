package org.onex.center.catalog;

import java.util.Optional;

/** What other modules may ask about qualifications. */
public interface QualificationDirectory {

    /** Finds a qualification by its code, full name, short name or an alias, exactly as written. */
    Optional<QualificationName> find(String codeOrName);

    /** What others need to know of a qualification, by its code. */
    Optional<QualificationOutline> outline(String code);

    /** Whether it is this awarding body's (by code) to examine. */
    boolean isOwnedBy(QualificationName qualification, String awardingBody);

    /** The scheme (考核方案) by which this level is examined at present, if there is one. */
    Optional<SchemeOutline> scheme(QualificationName qualification, Level level);

    /** The scheme by which this level of a qualification, by its code, is examined where this version was announced, whatever came after it. */
    Optional<SchemeOutline> scheme(String qualification, Level level, int version);
}
