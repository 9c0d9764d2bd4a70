package org.onex.center.typesetting;

/** The colour of ink (颜色); its shares of red, green and blue are between 0 and 1. */
public record Tint(float red, float green, float blue) {

    public static final Tint BLACK = grey(0);

    /** 0 is black. */
    public static Tint grey(double share) {
        return new Tint((float) share, (float) share, (float) share);
    }

    /** As designers write it: 0x1E5BB8. */
    public static Tint of(int rgb) {
        return new Tint((rgb >> 16 & 0xFF) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f);
    }

    /** Whether it can be said with one number, which every printer takes for black ink only. */
    boolean isGrey() {
        return Float.compare(red, green) == 0 && Float.compare(green, blue) == 0;
    }
}
