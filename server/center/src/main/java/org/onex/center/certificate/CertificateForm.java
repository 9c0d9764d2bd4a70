package org.onex.center.certificate;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.typesetting.Box;
import org.onex.center.typesetting.LacedBorder;
import org.onex.center.typesetting.Paper;
import org.onex.center.typesetting.Portrait;
import org.onex.center.typesetting.QrCode;
import org.onex.center.typesetting.Style;
import org.onex.center.typesetting.Tint;

/** What a certificate looks like (证书样式): an A4 sheet lying on its side, photo and QR code on the left, what it says on the right. */
final class CertificateForm {

    static final String TITLE = "职业技能等级证书";

    private static final String SUBTITLE = "VOCATIONAL SKILL LEVEL CERTIFICATE";
    private static final String AWARD = "参加上述职业技能等级考核，成绩合格，特发此证。";
    private static final String CHECK = "扫码查验真伪";
    private static final String NOTE = "本证书由双方数字签名，用常用的 PDF 阅读软件可以核验由谁签名、内容是否被改动。";

    private static final Tint BLUE = Tint.of(0x1B4A8F);
    private static final Tint WAVE = Tint.of(0x7C9CCB);
    private static final Tint GOLD = Tint.of(0xB08D3C);
    private static final Style LABEL = Style.of(11.5).grey(0.38);
    private static final Style VALUE = Style.of(14.5);
    private static final Style SMALL = Style.of(8.5).grey(0.38);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private static final double ROW = 12;
    private static final double CODE = 30;
    private static final Box LEFT = new Box(33, 65, 38, 100);
    private static final Box RIGHT = new Box(88, 62, 174, 120);

    private CertificateForm() {}

    /** Everything that is printed of a text, to ask the fonts for. */
    static String words(CertificateText text) {
        return String.join(
                "",
                text.number(),
                text.name(),
                text.idNumber().value(),
                text.qualification(),
                text.awardingBodyName(),
                text.collegeName(),
                address(text));
    }

    /** What somebody who signs is called. */
    static String signer(OrganizationKind kind) {
        return kind == OrganizationKind.COLLEGE ? "院校" : "培训评价组织";
    }

    /** What the place for a signature is called in the file. */
    static String place(OrganizationKind kind) {
        return kind == OrganizationKind.COLLEGE ? "College" : "AwardingBody";
    }

    static void draw(CertificateText text, @Nullable Portrait photo, Paper paper) throws IOException {
        paper.turn(Box.A4.turned());
        var border = new LacedBorder(paper, BLUE, WAVE, GOLD);
        border.draw(Box.A4.turned().inset(9));
        paper.write(TITLE, Style.of(36).bold().centered().spaced(0.28).tinted(BLUE), new Box(30, 22.5, 237, 17));
        paper.write(SUBTITLE, Style.of(10.5).centered().spaced(0.22).grey(0.4), new Box(30, 41, 237, 6));
        drawDivider(border, paper);
        drawLeft(text, photo, paper);
        drawFacts(text, paper);
        drawParties(text, paper);
        paper.write(NOTE, SMALL.centered(), new Box(30, 184.5, 237, 5));
        paper.leavePlaceForSignature(place(OrganizationKind.AWARDING_BODY));
        paper.leavePlaceForSignature(place(OrganizationKind.COLLEGE));
    }

    private static void drawDivider(LacedBorder border, Paper paper) throws IOException {
        var page = Box.A4.turned();
        double middle = page.width() / 2;
        double y = 52.5;
        for (double from : new double[] {middle - 54, middle + 4}) {
            paper.line(new Box(from, y, 50, 0), 0.2, GOLD);
        }
        border.drawRosette(middle, y, 2.4);
    }

    private static void drawLeft(CertificateText text, @Nullable Portrait photo, Paper paper) throws IOException {
        var frame = new Box(LEFT.x() + (LEFT.width() - Portrait.WIDTH) / 2, LEFT.y(), Portrait.WIDTH, Portrait.HEIGHT);
        if (photo == null || !paper.show(photo, frame)) {
            paper.write("照片", LABEL.centered(), frame);
        }
        paper.frame(frame, 0.15, Tint.grey(0.6));
        var code = new Box(LEFT.x() + (LEFT.width() - CODE) / 2, LEFT.y() + 45, CODE, CODE);
        paper.show(QrCode.of(text.verifyAddress()), code);
        paper.write(CHECK, SMALL.centered(), new Box(LEFT.x(), code.bottom() + 2, LEFT.width(), 4));
        paper.write(
                address(text),
                SMALL.sized(7).centered(),
                new Box(LEFT.x() - 6, code.bottom() + 6.5, LEFT.width() + 12, 7));
    }

    /** Where to ask, without what only the QR code says. */
    private static String address(CertificateText text) {
        int fragment = text.verifyAddress().indexOf('#');
        return fragment < 0 ? text.verifyAddress() : text.verifyAddress().substring(0, fragment);
    }

    private static void drawFacts(CertificateText text, Paper paper) throws IOException {
        drawFact("姓　　名", text.name(), VALUE.sized(19).bold().unbroken(), RIGHT.strip(0, ROW), paper);
        drawFact("身份证号", text.idNumber().value(), VALUE.spaced(0.04), RIGHT.strip(ROW, ROW), paper);
        drawFact("证书名称", text.qualification(), VALUE.bold(), RIGHT.strip(2 * ROW, ROW), paper);
        drawFact("技能等级", text.level().printedName(), VALUE.bold(), RIGHT.strip(3 * ROW, ROW), paper);
        drawFact("证书编号", text.number(), VALUE.spaced(0.04), RIGHT.strip(4 * ROW, ROW), paper);
        drawFact("颁发日期", DAY.format(text.issuedOn()), VALUE, RIGHT.strip(5 * ROW, ROW), paper);
        paper.write(AWARD, Style.of(14), RIGHT.strip(6 * ROW + 4.5, 9));
    }

    private static void drawFact(String label, String value, Style style, Box row, Paper paper) throws IOException {
        paper.write(label, LABEL, row.part(0, 24));
        paper.write(value, style, row.part(26, row.width() - 26));
        paper.line(new Box(row.x() + 24, row.bottom() - 0.6, row.width() - 24, 0), 0.12, Tint.grey(0.75));
    }

    private static void drawParties(CertificateText text, Paper paper) throws IOException {
        var strip = RIGHT.strip(6 * ROW + 21.5, 20);
        drawParty(OrganizationKind.AWARDING_BODY, text.awardingBodyName(), strip.part(0, 82), paper);
        drawParty(OrganizationKind.COLLEGE, text.collegeName(), strip.part(92, 82), paper);
    }

    private static void drawParty(OrganizationKind kind, String name, Box box, Paper paper) throws IOException {
        paper.line(new Box(box.x(), box.y(), box.width(), 0), 0.5, BLUE);
        paper.write(signer(kind) + "（数字签名）", LABEL.sized(9.5), box.strip(2, 4.5));
        paper.write(name, Style.of(13).bold().fromTop(), box.strip(8.3, 12));
    }
}
