package org.onex.center.catalog;

import java.util.List;

/**
 * What others need to know of a scheme.
 *
 * @param version  which one; schemes are never changed, only followed by another version
 * @param subjects in the order in which they are sat
 */
public record SchemeOutline(int version, List<Subject> subjects) {}
