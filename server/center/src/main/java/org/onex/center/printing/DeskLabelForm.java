package org.onex.center.printing;

import java.io.IOException;
import java.util.List;
import org.onex.center.typesetting.Box;
import org.onex.center.typesetting.Paper;
import org.onex.center.typesetting.Style;

/**
 * Desk labels (桌贴): 24 to a page on the usual label sheets of 70 × 37 mm. The paper form is not on them: the machine knows it, and nobody
 * else needs to.
 */
final class DeskLabelForm implements Form {

    static final int COLUMNS = 3;
    static final int ROWS = 8;

    private static final double WIDTH = 70;
    private static final double HEIGHT = 37;
    private static final double ABOVE = (Box.A4.height() - ROWS * HEIGHT) / 2;

    @Override
    public String title(PrintedRoom room) {
        return "桌贴 " + room.exam().plan() + " " + room.title();
    }

    @Override
    public void draw(PrintedRoom room, Paper paper) throws IOException {
        List<PrintedPerson> people = room.people();
        for (int i = 0; i < people.size(); i++) {
            int place = i % (COLUMNS * ROWS);
            if (place == 0) {
                paper.turn();
                drawCuts(paper);
            }
            drawLabel(room, people.get(i), box(place), paper);
        }
    }

    /** Where a label lies, row by row. */
    static Box box(int place) {
        return new Box((place % COLUMNS) * WIDTH, ABOVE + Math.floorDiv(place, COLUMNS) * HEIGHT, WIDTH, HEIGHT);
    }

    /** Faint lines to cut along where plain paper is used; a printer that is off by a millimetre does not spoil labels with them. */
    private static void drawCuts(Paper paper) throws IOException {
        for (int column = 1; column < COLUMNS; column++) {
            paper.line(new Box(column * WIDTH, 0, 0, Box.A4.height()), 0.08, 0.75);
        }
        for (int row = 0; row <= ROWS; row++) {
            paper.line(new Box(0, ABOVE + row * HEIGHT, Box.A4.width(), 0), 0.08, 0.75);
        }
    }

    private static void drawLabel(PrintedRoom room, PrintedPerson person, Box box, Paper paper) throws IOException {
        var inner = box.inset(4.5, 3.5);
        paper.write(
                room.title() + " · " + PrintedHours.day(person.window()) + " " + PrintedHours.times(person.window()),
                Style.of(7.5).grey(0.25),
                inner.strip(0, 4));
        var body = inner.strip(5, inner.height() - 5);
        paper.write(String.valueOf(person.seat()), Style.of(44).bold().centered(), body.part(0, 20));
        paper.line(new Box(body.x() + 21, body.y() + 1, 0, body.height() - 2), 0.2, 0.6);
        var words = body.part(23, body.width() - 23);
        paper.write(person.name(), Style.of(17).bold().unbroken(), words.strip(0, 9));
        paper.write(person.groupedTicket(), Style.of(11), words.strip(9.5, 5));
        paper.write(
                person.shortQualification() + " " + person.level().printedName(),
                Style.of(9.5).fromTop(),
                words.strip(16.5, 8));
    }
}
