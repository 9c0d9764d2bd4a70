package org.onex.center.printing;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.onex.center.catalog.Subject;
import org.onex.center.typesetting.Box;
import org.onex.center.typesetting.Paper;
import org.onex.center.typesetting.Style;

/** The sign-in sheet (考场签到表): one for each subject that is sat in a room (004 §八), 30 people a page, signed by candidates and invigilators. */
final class SignInForm implements Form {

    static final int ROWS = 30;

    private static final double ROW = 7.4;
    private static final double LEFT = 15;
    private static final double WIDTH = 180;
    private static final double TABLE = 39;
    private static final Style SMALL = Style.of(9);

    /** A column of the table and where it stands in it. */
    private enum Column {
        SEAT("座位号", 0, 12),
        PHOTO("照片", 12, 9),
        TICKET("准考证号", 21, 38),
        NAME("姓名", 59, 30),
        NUMBER("身份证号", 89, 37),
        LEVEL("等级", 126, 11),
        SIGNATURE("考生签名", 137, 33),
        ABSENT("缺考", 170, 10);

        private final String heading;
        private final double from;
        private final double width;

        Column(String heading, double from, double width) {
            this.heading = heading;
            this.from = from;
            this.width = width;
        }

        Box in(Box row) {
            return row.part(from, width);
        }
    }

    private final Subject subject;

    SignInForm(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String title(PrintedRoom room) {
        return "考场签到表（" + subject.printedName() + "） " + room.exam().plan() + " " + room.title();
    }

    @Override
    public void draw(PrintedRoom room, Paper paper) throws IOException {
        var people =
                room.people().stream().filter(person -> person.sits(subject)).toList();
        int pages = Math.max(1, Math.ceilDiv(people.size(), ROWS));
        for (int page = 1; page <= pages; page++) {
            paper.turn();
            var rows = people.subList((page - 1) * ROWS, Math.min(page * ROWS, people.size()));
            drawHead(room, people, paper);
            drawTable(rows, paper);
            drawFoot(room, people.size(), page == pages, paper);
            new Cells(paper).footer(room.mark(), new Box(LEFT, 284, WIDTH, 5), page + "/" + pages);
        }
    }

    private void drawHead(PrintedRoom room, List<PrintedPerson> people, Paper paper) throws IOException {
        var exam = room.exam();
        paper.write(exam.plan(), Style.of(13).bold().centered(), new Box(LEFT, 8, WIDTH, 7));
        paper.write(
                "考场签到表（" + subject.printedName() + "）", Style.of(16).bold().centered(), new Box(LEFT, 16, WIDTH, 8));
        paper.write("考点：" + exam.site(), Style.of(9.5), new Box(LEFT, 25.5, 92, 6));
        paper.write("考场：" + room.title() + " " + room.name(), Style.of(9.5).right(), new Box(LEFT + 94, 25.5, 86, 6));
        paper.write("考试时间：" + hours(people), Style.of(9.5), new Box(LEFT, 31.5, WIDTH, 6));
    }

    /** The hours of the subject; of each level by itself where they differ. */
    private String hours(List<PrintedPerson> people) {
        var hours = people.stream()
                .flatMap(person -> person.hours().stream())
                .filter(block -> block.subjects().contains(subject))
                .map(PrintedHours::window)
                .distinct()
                .toList();
        if (hours.size() == 1) {
            return PrintedHours.day(hours.getFirst()) + " " + PrintedHours.times(hours.getFirst());
        }
        return people.stream()
                .flatMap(person -> person.hours().stream()
                        .filter(block -> block.subjects().contains(subject))
                        .map(block -> person.level().printedName() + " " + block.day() + " " + block.times()))
                .distinct()
                .collect(Collectors.joining("；"));
    }

    private static void drawTable(List<PrintedPerson> people, Paper paper) throws IOException {
        var cells = new Cells(paper);
        var head = new Box(LEFT, TABLE, WIDTH, 6);
        for (var column : Column.values()) {
            cells.label(column.heading, column.in(head));
        }
        var body = new Box(LEFT, head.bottom(), WIDTH, ROW * ROWS);
        for (int i = 0; i < people.size(); i++) {
            drawRow(people.get(i), body.strip(i * ROW, ROW), paper);
        }
        for (int i = 0; i <= ROWS; i++) {
            paper.line(body.strip(i * ROW, 0), 0.2, 0);
        }
        for (var column : Column.values()) {
            paper.line(new Box(LEFT + column.from, body.y(), 0, body.height()), 0.2, 0);
        }
        paper.frame(new Box(LEFT, TABLE, WIDTH, body.bottom() - TABLE), 0.5);
    }

    private static void drawRow(PrintedPerson person, Box row, Paper paper) throws IOException {
        paper.write(String.valueOf(person.seat()), Style.of(11).bold().centered(), Column.SEAT.in(row));
        var portrait = person.portrait();
        if (portrait != null) {
            paper.show(portrait, Column.PHOTO.in(row).inset(0.15));
        }
        write(person.groupedTicket(), Column.TICKET.in(row), paper);
        paper.write(
                person.name(),
                Style.of(10.5).bold().centered().unbroken(),
                Column.NAME.in(row).inset(1, 0.5));
        write(person.number().masked(), Column.NUMBER.in(row), paper);
        write(person.level().printedName(), Column.LEVEL.in(row), paper);
    }

    private static void write(String text, Box box, Paper paper) throws IOException {
        paper.write(text, SMALL.centered(), box.inset(0.8, 0.5));
    }

    private static void drawFoot(PrintedRoom room, int expected, boolean isLast, Paper paper) throws IOException {
        var box = new Box(LEFT, TABLE + 6 + ROW * ROWS, WIDTH, 16);
        if (!isLast) {
            paper.write("（人数合计与监考员签名见末页）", SMALL.grey(0.35), box.strip(1, 6));
            return;
        }
        paper.write(
                "应到 " + expected + " 人      实到 ________ 人      缺考 ________ 人",
                Style.of(11).bold(),
                box.strip(1, 7));
        var names = room.invigilators().isEmpty() ? List.of("", "") : room.invigilators();
        double each = WIDTH / Math.max(3, names.size());
        for (int i = 0; i < names.size(); i++) {
            var place = box.strip(8, 7).part(i * each, each);
            paper.write("监考员 " + names.get(i), Style.of(10), place.part(0, each * 0.55));
            paper.line(new Box(place.x() + each * 0.55, place.bottom() - 1, each * 0.4, 0), 0.2, 0);
        }
    }
}
