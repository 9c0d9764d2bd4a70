package org.onex.center.photo;

import java.time.Instant;
import org.onex.center.candidate.EnrolmentKey;

/**
 * The photo that a college has of somebody (证件照).
 *
 * @param sha256 of the picture as it was sent, by which it is read
 * @param facts  what was measured, so that a plan with a stricter rule can be held against it
 */
record Photo(EnrolmentKey key, String sha256, PhotoFacts facts, Instant since) {}
