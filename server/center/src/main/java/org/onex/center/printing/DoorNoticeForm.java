package org.onex.center.printing;

import java.io.IOException;
import java.util.List;
import org.onex.center.typesetting.Box;
import org.onex.center.typesetting.Paper;
import org.onex.center.typesetting.Style;

/** The door notice (门贴): which room this is, readable from two metres, when who sits here, and the map of its seats. */
final class DoorNoticeForm implements Form {

    private static final double LEFT = 15;
    private static final double WIDTH = 180;
    private static final double MAP = 132;
    private static final double MAP_END = 281;
    private static final double TALLEST = 21;
    private static final double GAP = 0.7;

    @Override
    public String title(PrintedRoom room) {
        return "门贴 " + room.exam().plan() + " " + room.title();
    }

    @Override
    public void draw(PrintedRoom room, Paper paper) throws IOException {
        paper.turn();
        drawHead(room, paper);
        drawHours(room, new Box(LEFT, 91, WIDTH, 34), paper);
        drawMap(room, paper);
        new Cells(paper).footer(room.mark(), new Box(LEFT, 284, WIDTH, 5), "1/1");
    }

    private static void drawHead(PrintedRoom room, Paper paper) throws IOException {
        paper.write(room.exam().plan(), Style.of(20).bold().centered(), new Box(LEFT, 10, WIDTH, 14));
        paper.write(room.title(), Style.of(104).bold().centered(), new Box(LEFT, 24, WIDTH, 39));
        paper.write(room.name(), Style.of(32).bold().centered(), new Box(LEFT, 64, WIDTH, 13));
        paper.write(room.exam().site(), Style.of(14).centered(), new Box(LEFT, 77.5, WIDTH, 7));
        paper.line(new Box(LEFT, 88, WIDTH, 0), 0.6, 0);
    }

    private static void drawHours(PrintedRoom room, Box box, Paper paper) throws IOException {
        paper.write(
                PrintedHours.day(room.window()) + "  应到 " + room.people().size() + " 人",
                Style.of(24).bold().centered(),
                box.strip(0, 10));
        var lines = lines(room);
        double each = Math.min(8, (box.height() - 12) / Math.max(1, lines.size()));
        for (int i = 0; i < lines.size(); i++) {
            var line = box.strip(12 + i * each, each).inset(0, each * 0.12);
            paper.write(lines.get(i), Style.of(17).centered().unbroken(), line);
        }
    }

    /** What is sat here and when, each once. */
    static List<String> lines(PrintedRoom room) {
        return room.people().stream()
                .map(person ->
                        person.shortQualification() + " " + person.level().printedName() + "  " + person.times())
                .distinct()
                .toList();
    }

    private static void drawMap(PrintedRoom room, Paper paper) throws IOException {
        var podium = new Box(LEFT + WIDTH / 2 - 30, MAP - 5, 60, 7);
        paper.fill(podium, 0.9);
        paper.frame(podium, 0.3);
        paper.write("讲  台", Style.of(12).bold().centered(), podium);
        int rows = room.people().stream().mapToInt(PrintedPerson::row).max().orElse(1);
        int columns = Math.max(
                room.columns(),
                room.people().stream().mapToInt(PrintedPerson::column).max().orElse(1));
        double width = WIDTH / columns;
        double height = Math.min(TALLEST, (MAP_END - MAP - 4) / rows);
        for (var person : room.people()) {
            var cell =
                    new Box(LEFT + (person.column() - 1) * width, MAP + 4 + (person.row() - 1) * height, width, height);
            drawSeat(person, cell.inset(GAP), paper);
        }
    }

    private static void drawSeat(PrintedPerson person, Box cell, Paper paper) throws IOException {
        paper.frame(cell, 0.25);
        var inner = cell.inset(0.6, 0.4);
        double line = inner.height() / 10;
        paper.write(String.valueOf(person.seat()), Style.of(18).bold().centered(), inner.strip(0, 4.2 * line));
        paper.write(person.name(), Style.of(11).centered().unbroken(), inner.strip(4.2 * line, 3.4 * line));
        paper.write(person.groupedTicket(), Style.of(7).centered().unbroken(), inner.strip(7.6 * line, 2.4 * line));
    }
}
