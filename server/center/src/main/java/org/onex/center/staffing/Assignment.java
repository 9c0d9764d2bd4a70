package org.onex.center.staffing;

import java.util.UUID;
import org.onex.contract.kernel.Window;

/**
 * Somebody looks after a room in one slot (监考安排).
 *
 * @param opening the room opening
 * @param hours   of its slot
 */
record Assignment(UUID opening, UUID invigilator, Window hours) {}
