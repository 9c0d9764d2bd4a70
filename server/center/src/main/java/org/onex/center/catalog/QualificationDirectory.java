package org.onex.center.catalog;

import java.util.Optional;

/** What other modules may ask about qualifications. */
public interface QualificationDirectory {

    /** Finds a qualification by its code, full name, short name or an alias, exactly as written. */
    Optional<QualificationName> find(String codeOrName);

    /** Whether there is a scheme (考核方案) by which this level can be examined. */
    boolean hasScheme(QualificationName qualification, Level level);
}
