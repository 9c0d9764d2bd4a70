package org.onex.center.photo;

/**
 * What was measured at a photo (照片参数), kept with it so that a stricter rule can be asked later.
 *
 * @param width  in pixels, as seen when upright
 * @param height in pixels, as seen when upright
 */
record PhotoFacts(FileKind format, int width, int height, long bytes, Background background) {}
