package org.onex.center.printing;

import java.util.UUID;

/**
 * A file of a print.
 *
 * @param name    "准考证-时段1-第1考场.pdf"; unique in the print
 * @param opening the room opening it is for, with the number of its slot
 * @param sha256  by which the file store keeps it
 */
record PrintFile(String name, PrintKind kind, UUID opening, int slot, int pages, long bytes, String sha256) {}
