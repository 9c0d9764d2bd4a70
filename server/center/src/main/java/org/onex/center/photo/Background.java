package org.onex.center.photo;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The background of a portrait (底色): which colour it is called, and which was measured.
 *
 * <p>Looked at is where nobody's head is: on each side a margin an eighth of the width, from the top down to two fifths of the height, and the
 * corner above it, a quarter wide. The outermost fiftieth is left out, where scans have edges. Below two fifths come the shoulders, in the
 * middle of the top comes the hair, so neither is looked at.
 *
 * <p>Every sample votes for the colour that it would be called by hue, saturation and brightness. Hence noise, a gradient from dark to bright
 * and a scanner's idea of red do not matter. The winner must have two thirds of all votes, so that hair may hang into the margins, and more
 * than half on each side, so that no photo is half red, half white; otherwise the background is {@link Colour#MIXED}.
 *
 * @param rgb mean of the samples of that colour, {@code #C81E28}
 */
record Background(Colour colour, String rgb) {

    /** What people call a background. */
    enum Colour {
        /** From the dark red of a scanner (180, 30, 40) to a bright one (255, 60, 60); neither pink, orange, purple nor the brown of hair. */
        RED,
        /** The blue of certificate photos, (67, 142, 219), and its neighbours. */
        BLUE,
        WHITE,
        /** From light grey to black. */
        GREY,
        /** See-through, which is white on paper and black in some viewers. */
        TRANSPARENT,
        /** A colour without a name here. */
        OTHER,
        /** Several, none of which prevails. */
        MIXED;

        private static final int OPAQUE_FROM = 250;
        private static final int WHITE_FROM = 200;
        private static final int COLOURLESS_BELOW_PERCENT = 15;
        private static final int RED_SATURATION_PERCENT = 55;
        private static final int RED_BRIGHTNESS = 130;
        private static final int BLUE_SATURATION_PERCENT = 30;
        private static final int BLUE_BRIGHTNESS = 100;

        static Colour of(int argb) {
            if (argb >>> 24 < OPAQUE_FROM) {
                return TRANSPARENT;
            }
            int red = (argb >> 16) & 0xFF;
            int green = (argb >> 8) & 0xFF;
            int blue = argb & 0xFF;
            int most = Math.max(red, Math.max(green, blue));
            int spread = most - Math.min(red, Math.min(green, blue));
            if (spread * 100 <= most * COLOURLESS_BELOW_PERCENT) {
                return most - spread >= WHITE_FROM ? WHITE : GREY;
            }
            int saturation = spread * 100 / most;
            if (most == red) {
                boolean hueIsRed =
                        green - blue <= spread / 4 && blue - green <= spread / 3; // 15° to orange, 20° to purple
                return hueIsRed && saturation >= RED_SATURATION_PERCENT && most >= RED_BRIGHTNESS ? RED : OTHER;
            }
            boolean hueIsBlue = most == blue && green - red <= spread * 3 / 4 && red - green <= spread / 6;
            return hueIsBlue && saturation >= BLUE_SATURATION_PERCENT && most >= BLUE_BRIGHTNESS ? BLUE : OTHER;
        }
    }

    private static final double EDGE = 0.02;
    private static final int MARGIN_COLUMNS = 8;
    private static final int MARGIN_ROWS = 24;
    private static final double MARGIN_WIDTH = 0.125;
    private static final double MARGIN_HEIGHT = 0.40;
    private static final int CORNER_COLUMNS = 12;
    private static final int CORNER_ROWS = 6;
    private static final double CORNER_WIDTH = 0.25;
    private static final double CORNER_HEIGHT = 0.08;

    static Background of(BufferedImage picture) {
        var left = new Votes();
        var right = new Votes();
        poll(picture, new Area(MARGIN_COLUMNS, MARGIN_ROWS, MARGIN_WIDTH, MARGIN_HEIGHT), left, right);
        poll(picture, new Area(CORNER_COLUMNS, CORNER_ROWS, CORNER_WIDTH, CORNER_HEIGHT), left, right);
        var all = left.with(right);
        var winner = all.winner();
        boolean prevails = all.count(winner) * 3 >= all.count() * 2
                && left.count(winner) * 2 > left.count()
                && right.count(winner) * 2 > right.count();
        return new Background(prevails ? winner : Colour.MIXED, all.mean(winner));
    }

    private static void poll(BufferedImage picture, Area area, Votes left, Votes right) {
        int lastColumn = picture.getWidth() - 1;
        int lastRow = picture.getHeight() - 1;
        for (int i = 0; i < area.columns; i++) {
            int x = (int) (lastColumn * between(area.width, i, area.columns));
            for (int j = 0; j < area.rows; j++) {
                int y = (int) (lastRow * between(area.height, j, area.rows));
                left.add(picture.getRGB(x, y));
                right.add(picture.getRGB(lastColumn - x, y));
            }
        }
    }

    private static double between(double far, int step, int steps) {
        return EDGE + (far - EDGE) * step / (steps - 1);
    }

    /** Part of the upper left of a picture, and its mirror image on the right; width and height as shares of the picture's. */
    private record Area(int columns, int rows, double width, double height) {}

    /** How often each colour was seen on one side, or on both. */
    private static final class Votes {

        private final Map<Colour, Sum> sums = new EnumMap<>(Colour.class);

        void add(int argb) {
            sums.computeIfAbsent(Colour.of(argb), colour -> new Sum()).add(argb);
        }

        Votes with(Votes other) {
            var both = new Votes();
            for (var votes : List.of(this, other)) {
                votes.sums.forEach((colour, sum) ->
                        both.sums.computeIfAbsent(colour, c -> new Sum()).add(sum));
            }
            return both;
        }

        Colour winner() {
            return Collections.max(sums.keySet(), Comparator.comparingInt(this::count));
        }

        int count(Colour colour) {
            var sum = sums.get(colour);
            return sum == null ? 0 : sum.count;
        }

        int count() {
            return sums.values().stream().mapToInt(sum -> sum.count).sum();
        }

        String mean(Colour colour) {
            return Objects.requireNonNull(sums.get(colour)).mean();
        }
    }

    private static final class Sum {

        private int count;
        private int red;
        private int green;
        private int blue;

        void add(int argb) {
            count++;
            red += (argb >> 16) & 0xFF;
            green += (argb >> 8) & 0xFF;
            blue += argb & 0xFF;
        }

        void add(Sum other) {
            count += other.count;
            red += other.red;
            green += other.green;
            blue += other.blue;
        }

        String mean() {
            return "#%02X%02X%02X".formatted(red / count, green / count, blue / count);
        }
    }
}
