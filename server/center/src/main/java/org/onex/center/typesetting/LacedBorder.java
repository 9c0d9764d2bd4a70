package org.onex.center.typesetting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A border for sheets that people keep (花边): waves laced into each other between two lines, and a rosette in every corner. */
public final class LacedBorder {

    private static final double BAND = 6.5;
    private static final double CORNER = BAND / 2 + 1.2;
    /** How long a wave is, nearly; as many go into an edge as fit without a rest. */
    private static final double LENGTH = 12;
    /** Where, as a share of half a wave, a Bézier curve has to be drawn to for being a cosine. */
    private static final double BEND = 0.3642;
    /** Likewise, as a share of the radius, for being a quarter of a circle. */
    private static final double QUARTER = 0.5523;

    private static final int PETALS = 12;

    private final Paper paper;
    private final Tint lines;
    private final Tint waves;
    private final Tint ornaments;

    public LacedBorder(Paper paper, Tint lines, Tint waves, Tint ornaments) {
        this.paper = paper;
        this.lines = lines;
        this.waves = waves;
        this.ornaments = ornaments;
    }

    /** Draws it inside of a box but for the corners, which stand out a little. */
    public void draw(Box outer) throws IOException {
        var inner = outer.inset(BAND);
        var middle = outer.inset(BAND / 2);
        for (double y : List.of(middle.y(), middle.bottom())) {
            drawEdge(new Box(middle.x(), y, middle.width(), 0));
        }
        for (double x : List.of(middle.x(), middle.right())) {
            drawEdge(new Box(x, middle.y(), 0, middle.height()));
        }
        paper.frame(outer, 0.7, lines);
        paper.frame(inner, 0.3, lines);
        paper.frame(inner.inset(1.6), 0.2, ornaments);
        for (double x : List.of(middle.x(), middle.right())) {
            for (double y : List.of(middle.y(), middle.bottom())) {
                drawCorner(x, y);
            }
        }
    }

    /** Four waves, each a quarter of its length behind the one before. What overlaps at the ends is under the corners. */
    private void drawEdge(Box line) throws IOException {
        double length = line.width() + line.height();
        double half = length / Math.round(length / LENGTH) / 2;
        for (int wave = 0; wave < 4; wave++) {
            drawWave(line, half, wave % 2 == 0 ? 0 : half / 2, wave < 2 ? 1 : -1);
        }
    }

    private void drawWave(Box line, double half, double start, int side) throws IOException {
        double length = line.width() + line.height();
        double swing = side * (BAND / 2 - 0.6);
        var points = new ArrayList<Box>();
        points.add(beside(line, start, swing));
        for (double along = start; along + half < length + 0.01; along += half) {
            points.add(beside(line, along + half * BEND, swing));
            swing = -swing;
            points.add(beside(line, along + half * (1 - BEND), swing));
            points.add(beside(line, along + half, swing));
        }
        paper.curve(points, 0.12, waves);
    }

    /** A point so far along a level or upright line and so far beside it. */
    private static Box beside(Box line, double along, double aside) {
        return line.width() > 0
                ? new Box(line.x() + along, line.y() + aside, 0, 0)
                : new Box(line.x() + aside, line.y() + along, 0, 0);
    }

    private void drawCorner(double x, double y) throws IOException {
        var square = new Box(x - CORNER, y - CORNER, 2 * CORNER, 2 * CORNER);
        paper.fill(square, Tint.grey(1));
        paper.frame(square, 0.5, lines);
        drawRosette(x, y, CORNER - 0.8);
    }

    /** Circles about points of a circle, all of them touching its middle. */
    public void drawRosette(double x, double y, double reach) throws IOException {
        double radius = reach / 2;
        for (int petal = 0; petal < PETALS; petal++) {
            double angle = 2 * Math.PI * petal / PETALS;
            drawCircle(x + radius * Math.cos(angle), y + radius * Math.sin(angle), radius);
        }
    }

    private void drawCircle(double x, double y, double radius) throws IOException {
        double near = radius * QUARTER;
        paper.curve(
                List.of(
                        point(x + radius, y),
                        point(x + radius, y + near),
                        point(x + near, y + radius),
                        point(x, y + radius),
                        point(x - near, y + radius),
                        point(x - radius, y + near),
                        point(x - radius, y),
                        point(x - radius, y - near),
                        point(x - near, y - radius),
                        point(x, y - radius),
                        point(x + near, y - radius),
                        point(x + radius, y - near),
                        point(x + radius, y)),
                0.1,
                ornaments);
    }

    private static Box point(double x, double y) {
        return new Box(x, y, 0, 0);
    }
}
