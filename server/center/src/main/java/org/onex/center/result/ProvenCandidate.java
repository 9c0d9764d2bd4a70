package org.onex.center.result;

import org.onex.center.catalog.Level;
import org.onex.center.registration.RegistrationKey;

/**
 * Whose a proof is.
 *
 * @param plan          code of what they were registered for
 * @param college       code of the responsible college; likewise the qualification
 * @param name          as it was registered
 */
public record ProvenCandidate(
        RegistrationKey registration,
        String plan,
        String college,
        String name,
        String ticket,
        String qualification,
        Level level) {}
