package org.onex.center.certificate;

import java.time.Instant;

/**
 * One party's word that an issue is right (签发): who gave it and what they had looked at.
 *
 * @param organization its name
 * @param digest       of everything that will be printed
 */
record Signature(Party party, String organization, String login, String name, Instant at, String digest) {}
