package org.onex.rehearsal.sitting;

import java.time.Clock;
import org.onex.rehearsal.outside.Findings;

/**
 * The examination room (考场) that the virtual candidates share.
 *
 * @param clock the machines'
 */
record Room(Wire wire, Invigilator invigilator, Pace pace, Clock clock, Tally tally, Findings<AnswerClaim> findings) {}
