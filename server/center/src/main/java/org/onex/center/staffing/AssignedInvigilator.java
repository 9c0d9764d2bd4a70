package org.onex.center.staffing;

import java.util.UUID;

/**
 * Somebody who supervises one room in one slot (监考员).
 *
 * @param number  JKC and digits, by which they sign in
 * @param opening the room opening, which knows its slot
 */
public record AssignedInvigilator(UUID invigilator, String number, String name, UUID opening) {}
