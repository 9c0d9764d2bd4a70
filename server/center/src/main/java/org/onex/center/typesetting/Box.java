package org.onex.center.typesetting;

/** A rectangle on a page in millimetres, measured from the upper left corner of the paper. */
public record Box(double x, double y, double width, double height) {

    public static final Box A4 = new Box(0, 0, 210, 297);

    /** Lies on its side: as wide as it was high. */
    public Box turned() {
        return new Box(y, x, height, width);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    /** The same rectangle with this much less on each of its four sides. */
    public Box inset(double by) {
        return inset(by, by);
    }

    public Box inset(double sideways, double upAndDown) {
        return new Box(x + sideways, y + upAndDown, width - 2 * sideways, height - 2 * upAndDown);
    }

    /** A part of it, measured from its own left edge. */
    public Box part(double from, double partWidth) {
        return new Box(x + from, y, partWidth, height);
    }

    /** A strip of it, measured from its own upper edge. */
    public Box strip(double from, double stripHeight) {
        return new Box(x, y + from, width, stripHeight);
    }

    /** A rectangle of another size in its middle. */
    public Box middle(double ofWidth, double ofHeight) {
        return new Box(x + (width - ofWidth) / 2, y + (height - ofHeight) / 2, ofWidth, ofHeight);
    }
}
