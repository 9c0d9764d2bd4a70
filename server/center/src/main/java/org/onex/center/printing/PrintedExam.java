package org.onex.center.printing;

import java.time.Instant;

/**
 * What all papers of a site say of the examination.
 *
 * @param plan the printed name; not unique, which is why the code stands in the footer
 * @param made when the seats were given; the papers are dated by it, so that they are the same whenever they are printed
 */
record PrintedExam(String code, String plan, String awardingBody, String site, String address, Instant made) {}
