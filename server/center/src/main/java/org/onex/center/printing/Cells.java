package org.onex.center.printing;

import java.io.IOException;
import org.onex.center.typesetting.Box;
import org.onex.center.typesetting.Paper;
import org.onex.center.typesetting.Style;

/** Cells of a form (表格): what they ask for on grey, what they say on white, and what stands under every page. */
final class Cells {

    private static final double HAIR = 0.2;
    private static final double MARGIN = 2;
    private static final double SHADE = 0.94;

    private final Paper paper;

    Cells(Paper paper) {
        this.paper = paper;
    }

    void label(String text, Box box) throws IOException {
        paper.fill(box, SHADE);
        paper.frame(box, HAIR);
        paper.write(text, Style.of(10).centered(), box.inset(0.8));
    }

    void value(String text, Style style, Box box) throws IOException {
        paper.frame(box, HAIR);
        paper.write(text, style, box.inset(MARGIN, 0.8));
    }

    /** A label and its value beside it. */
    void pair(String label, String text, Style style, Box box) throws IOException {
        double width = 26;
        label(label, box.part(0, width));
        value(text, style, box.part(width, box.width() - width));
    }

    /** @param place the number of the page and how many there are, "2/3" */
    void footer(String mark, Box strip, String place) throws IOException {
        var style = Style.of(8).grey(0.35);
        paper.write(mark, style, strip.part(0, strip.width() - 20));
        paper.write(place, style.right(), strip.part(strip.width() - 20, 20));
    }
}
