package org.onex.center.site;

import java.util.UUID;

/**
 * What other modules need to know of an exam site.
 *
 * @param college       code of the college it belongs to
 * @param qualification code of the one qualification whose exams it holds
 * @param approved      whether exams may be held there now
 * @param machines      that work, over all its rooms
 */
public record SiteOutline(UUID id, String name, String college, String qualification, boolean approved, int machines) {}
