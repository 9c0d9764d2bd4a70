package org.onex.center.intake;

import java.util.UUID;

/**
 * Asks for a spreadsheet to be read.
 *
 * @param file that was uploaded before
 */
public record IntakeRequest(UUID file) {}
