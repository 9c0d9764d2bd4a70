package org.onex.center.typesetting;

/**
 * How a text looks.
 *
 * @param size    of an em in points
 * @param top     whether it begins at the upper edge of its box
 * @param whole   whether it stays on one line
 * @param spacing added after each character, in ems
 */
public record Style(double size, Weight weight, Side side, boolean top, boolean whole, double spacing, Tint tint) {

    /** How thick strokes are. */
    public enum Weight {
        REGULAR,
        BOLD
    }

    /** Where in its box a line begins. */
    public enum Side {
        LEFT,
        CENTER,
        RIGHT
    }

    public static Style of(double size) {
        return new Style(size, Weight.REGULAR, Side.LEFT, false, false, 0, Tint.BLACK);
    }

    public Style bold() {
        return new Style(size, Weight.BOLD, side, top, whole, spacing, tint);
    }

    public Style centered() {
        return new Style(size, weight, Side.CENTER, top, whole, spacing, tint);
    }

    public Style right() {
        return new Style(size, weight, Side.RIGHT, top, whole, spacing, tint);
    }

    /** Begins at the upper edge of its box; otherwise it is in the middle. */
    public Style fromTop() {
        return new Style(size, weight, side, true, whole, spacing, tint);
    }

    /** Gets smaller rather than longer, as far as it can still be read: a name stays on one line. */
    public Style unbroken() {
        return new Style(size, weight, side, top, true, spacing, tint);
    }

    /** The opposite of {@link #unbroken()}. */
    public Style broken() {
        return new Style(size, weight, side, top, false, spacing, tint);
    }

    public Style spaced(double ems) {
        return new Style(size, weight, side, top, whole, ems, tint);
    }

    /** 0 is black. */
    public Style grey(double share) {
        return tinted(Tint.grey(share));
    }

    public Style tinted(Tint other) {
        return new Style(size, weight, side, top, whole, spacing, other);
    }

    public Style sized(double points) {
        return new Style(points, weight, side, top, whole, spacing, tint);
    }
}
