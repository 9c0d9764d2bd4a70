package org.onex.center.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.EnrolmentKey;

/**
 * An open question whether a name belongs to an ID number (认证请求).
 *
 * @param name   for which it was asked; empty until then
 * @param ticket of the batch it went with
 */
record Inquiry(
        UUID id, EnrolmentKey key, String name, @Nullable String ticket, int attempts) {}
