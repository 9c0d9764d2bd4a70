package org.onex.center.printing;

/** A rectangle on a page in millimetres, measured from the upper left corner of the paper. */
record Box(double x, double y, double width, double height) {

    static final Box A4 = new Box(0, 0, 210, 297);

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    /** The same rectangle with this much less on each of its four sides. */
    Box inset(double by) {
        return inset(by, by);
    }

    Box inset(double sideways, double upAndDown) {
        return new Box(x + sideways, y + upAndDown, width - 2 * sideways, height - 2 * upAndDown);
    }

    /** A part of it, measured from its own left edge. */
    Box part(double from, double partWidth) {
        return new Box(x + from, y, partWidth, height);
    }

    /** A strip of it, measured from its own upper edge. */
    Box strip(double from, double stripHeight) {
        return new Box(x, y + from, width, stripHeight);
    }

    /** A rectangle of another size in its middle. */
    Box middle(double ofWidth, double ofHeight) {
        return new Box(x + (width - ofWidth) / 2, y + (height - ofHeight) / 2, ofWidth, ofHeight);
    }
}
