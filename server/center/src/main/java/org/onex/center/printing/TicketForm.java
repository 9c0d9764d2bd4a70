package org.onex.center.printing;

import java.io.IOException;
import java.util.List;
import org.onex.center.plan.ExamDayRules;
import org.onex.center.typesetting.Box;
import org.onex.center.typesetting.Paper;
import org.onex.center.typesetting.Portrait;
import org.onex.center.typesetting.QrCode;
import org.onex.center.typesetting.Style;

/** The ticket (准考证): one page for each candidate, who brings it along. */
final class TicketForm implements Form {

    private static final Style PLAIN = Style.of(11);
    private static final Style STRONG = Style.of(12).bold();

    /** What holds wherever a notice says nothing else (domain, "Exam day"). */
    private static final List<String> RULES = List.of(
            "凭本准考证和有效居民身份证原件核验身份、签到后入场，对号入座；证件不全者不得入场。",
            "开考前%d分钟开始签到入场；首个科目开考%d分钟后，迟到考生不得入场，按缺考处理。"
                    .formatted(
                            ExamDayRules.USUAL.entryBefore().toMinutes(),
                            ExamDayRules.USUAL.lateness().toMinutes()),
            "登录考试系统使用本准考证号和身份证号，登录后请核对姓名、照片和等级，如有不符立即报告监考员。",
            "手机、智能手表、耳机、存储设备、书籍和资料不得带入座位；草稿纸由考点统一发放，考后收回。",
            "考试中遇死机、断电等故障，请举手示意并留在座位，已作答内容自动保存，耽误的时间按规定处理。",
            "遵守考场纪律，服从监考员管理；替考、作弊等违纪行为按有关规定处理，取消考试成绩。");

    @Override
    public String title(PrintedRoom room) {
        return "准考证 " + room.exam().plan() + " " + room.title();
    }

    @Override
    public void draw(PrintedRoom room, Paper paper) throws IOException {
        int pages = room.people().size();
        for (var person : room.people()) {
            paper.turn();
            drawPage(room, person, paper);
            new Cells(paper).footer(room.mark(), new Box(20, 284, 170, 5), paper.pages() + "/" + pages);
        }
    }

    private static void drawPage(PrintedRoom room, PrintedPerson person, Paper paper) throws IOException {
        paper.write(room.exam().plan(), Style.of(15).bold().centered(), new Box(20, 14, 170, 14));
        paper.write("准考证", Style.of(26).bold().centered().spaced(0.4), new Box(20, 29, 170, 13));
        drawPerson(person, new Box(20, 46, 170, 52), paper);
        double below = drawHours(person, new Box(20, 98, 170, 9), paper);
        below = drawPlace(room, person, new Box(20, below, 170, 0), paper);
        drawRules(new Box(20, below, 170, 233 - below), paper);
        drawFoot(room, person, new Box(20, 233, 170, 46), paper);
        paper.frame(new Box(20, 46, 170, 233), 0.5);
    }

    private static void drawPerson(PrintedPerson person, Box box, Paper paper) throws IOException {
        var cells = new Cells(paper);
        double row = box.height() / 5;
        double photo = 36;
        var facts = new Box(box.x(), box.y(), box.width() - photo, box.height());
        var first = facts.strip(0, row);
        cells.pair("姓名", person.name(), STRONG.sized(14).unbroken(), first.part(0, 90));
        cells.label("性别", first.part(90, 20));
        cells.value(person.number().isMale() ? "男" : "女", PLAIN.centered(), first.part(110, first.width() - 110));
        cells.pair("身份证号", person.number().value(), PLAIN.sized(12), facts.strip(row, row));
        cells.pair("准考证号", person.groupedTicket(), STRONG.sized(16), facts.strip(2 * row, row));
        cells.pair("报考院校", person.college(), PLAIN, facts.strip(3 * row, row));
        drawPortrait(person, new Box(facts.right(), box.y(), photo, 4 * row), paper);
        var last = box.strip(4 * row, row);
        cells.pair("报考证书", person.qualification(), PLAIN, last.part(0, 124));
        cells.label("等级", last.part(124, 20));
        cells.value(person.level().printedName(), STRONG.centered(), last.part(144, 26));
    }

    private static void drawPortrait(PrintedPerson person, Box box, Paper paper) throws IOException {
        paper.frame(box, 0.2);
        var place = box.middle(Portrait.WIDTH, Portrait.HEIGHT);
        var portrait = person.portrait();
        if (portrait == null || !paper.show(portrait, place)) {
            paper.frame(place, 0.1);
            paper.write("照片\n（无照片）", Style.of(9).centered().grey(0.4), place);
        }
    }

    private static double drawHours(PrintedPerson person, Box row, Paper paper) throws IOException {
        var cells = new Cells(paper);
        double[] columns = {40, 70, 60};
        cells.label("考试科目", row.part(0, columns[0]));
        cells.label("考试日期", row.part(columns[0], columns[1]));
        cells.label("考试时间", row.part(columns[0] + columns[1], columns[2]));
        var below = row;
        for (var hours : person.hours()) {
            below = new Box(row.x(), below.bottom(), row.width(), row.height());
            cells.value(hours.names(), STRONG.centered(), below.part(0, columns[0]));
            cells.value(hours.day(), STRONG.centered(), below.part(columns[0], columns[1]));
            cells.value(hours.times(), STRONG.centered(), below.part(columns[0] + columns[1], columns[2]));
        }
        return below.bottom();
    }

    private static double drawPlace(PrintedRoom room, PrintedPerson person, Box from, Paper paper) throws IOException {
        var cells = new Cells(paper);
        var exam = room.exam();
        cells.pair("考点名称", exam.site(), PLAIN, from.strip(0, 9));
        cells.pair("考点地址", exam.address(), PLAIN, from.strip(9, 9));
        var row = from.strip(18, 16);
        cells.label("考场", row.part(0, 26));
        var place = row.part(26, 84);
        paper.frame(place, 0.2);
        paper.write(room.title(), Style.of(17).bold(), place.inset(2, 0.8).part(0, 32));
        paper.write(room.name(), PLAIN, place.inset(2, 0.8).part(34, 46));
        cells.label("座位号", row.part(110, 26));
        cells.value(String.valueOf(person.seat()), Style.of(28).bold().centered(), row.part(136, 34));
        return row.bottom();
    }

    private static void drawRules(Box box, Paper paper) throws IOException {
        paper.frame(box, 0.2);
        paper.write("考生须知", Style.of(11).bold().centered(), box.strip(1.5, 6));
        var text = new Box(box.x() + 5, box.y() + 8.5, box.width() - 10, box.height() - 9.5);
        double each = text.height() / RULES.size();
        for (int i = 0; i < RULES.size(); i++) {
            var line = text.strip(i * each, each);
            paper.write(i + 1 + ".", Style.of(9.5).fromTop(), line.part(0, 5));
            paper.write(RULES.get(i), Style.of(9.5).fromTop(), line.part(5, line.width() - 5));
        }
    }

    private static void drawFoot(PrintedRoom room, PrintedPerson person, Box box, Paper paper) throws IOException {
        paper.frame(box, 0.2);
        paper.show(QrCode.of(person.ticket()), new Box(box.x() + 8, box.y() + 5, 30, 30));
        paper.write("准考证号二维码", Style.of(8).centered().grey(0.35), new Box(box.x() + 3, box.y() + 37, 40, 5));
        var words = new Box(box.x() + 50, box.y() + 8, 66, 30);
        paper.write("培训评价组织", Style.of(9).grey(0.35), words.strip(0, 5));
        paper.write(room.exam().awardingBody(), Style.of(11), words.strip(5, 9));
        paper.write("考生签名", Style.of(9).grey(0.35), words.strip(17, 5));
        paper.line(new Box(words.x() + 16, words.y() + 26, 48, 0), 0.2, 0);
        var seal = new Box(box.right() - 46, box.y() + 4, 38, 38);
        paper.circle(seal);
        paper.write("盖章处", Style.of(11).centered().grey(0.5), seal);
    }
}
