package org.onex.center.registration;

import java.util.UUID;

/**
 * Names one registration of one person.
 *
 * @param candidate the person, for life
 * @param id        of the registration, unique with the person
 */
public record RegistrationKey(UUID candidate, UUID id) {}
