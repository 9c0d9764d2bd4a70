package org.onex.center.marking;

import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;

/**
 * What a script that counts has earned (答卷得分).
 *
 * @param qualification its code
 * @param total         in whole points; those that are known so far
 * @param full          of the whole paper; 0 until it is scored
 * @param complete      whether every item has its points; only then is the total a result
 */
public record ScriptMark(
        UUID script, String qualification, Level level, Subject subject, int total, int full, boolean complete) {}
