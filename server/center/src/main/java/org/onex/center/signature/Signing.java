package org.onex.center.signature;

import java.time.Instant;
import org.onex.center.organization.Organization;

/**
 * One signature that is to be put into a file (签名).
 *
 * @param by     an awarding body or a college, under the name that signs
 * @param place  the name of the place that the file has left for it
 * @param reason what readers show beside the signature
 * @param at     when it was signed, by the business clock; the signature says so
 */
public record Signing(Organization by, String place, String reason, Instant at) {}
