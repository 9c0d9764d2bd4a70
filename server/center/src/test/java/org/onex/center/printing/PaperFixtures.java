package org.onex.center.printing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.typesetting.Portrait;
import org.onex.contract.kernel.IdNumber;
import org.onex.contract.kernel.Window;

/** Rooms full of fictional people, some of whom have rare names. */
final class PaperFixtures {

    static final Window AFTERNOON = window("2024-05-18T14:00:00+08:00", "2024-05-18T17:45:00+08:00");
    static final Window THEORY_HOURS = window("2024-05-18T14:00:00+08:00", "2024-05-18T15:00:00+08:00");
    static final Window PRACTICAL_HOURS = window("2024-05-18T15:15:00+08:00", "2024-05-18T17:45:00+08:00");
    static final PrintedExam EXAM = new PrintedExam(
            "HK-2024-1-1",
            "网店运营推广职业技能等级证书2024年上半年第一次全国统考",
            "北京鸿科经纬科技有限公司",
            "滨江示例职业技术学院网店运营推广证书考核站点",
            "江南省滨江市示范区学府大道1号滨江示例职业技术学院",
            Instant.parse("2024-05-10T02:03:04Z"));

    /** Everybody's photo is one of these; 0 has none, 1 sent a PNG. */
    private static final int FACES = 7;

    private static final List<String> NAMES = List.of("王㛃", "欧阳䶮", "𠮷田明", "李晓燕", "买买提·吐尔逊江", "张伟", "堃𬭎", "陈一小女");

    private PaperFixtures() {}

    static Window window(String opens, String closes) {
        return new Window(Instant.parse(opens), Instant.parse(closes));
    }

    static PrintedRoom aRoomOf(int people) {
        return aRoomOf(people, 6);
    }

    static PrintedRoom aRoomOf(int people, int columns) {
        var seated = new ArrayList<PrintedPerson>();
        for (int seat = 1; seat <= people; seat++) {
            seated.add(person(seat, columns, NAMES.get((seat - 1) % NAMES.size())));
        }
        return room(columns, seated);
    }

    static PrintedRoom aRoomWith(String name) {
        return room(6, List.of(person(1, 6, name)));
    }

    private static PrintedRoom room(int columns, List<PrintedPerson> people) {
        return new PrintedRoom(EXAM, 1, "实训楼 301 机房", 1, AFTERNOON, columns, people, List.of("周监考", "𠮷监考"));
    }

    private static PrintedPerson person(int seat, int columns, String name) {
        return new PrintedPerson(
                seat,
                (seat - 1) / columns + 1,
                (seat - 1) % columns + 1,
                "%016d".formatted(7_206_418_359_240_000L + seat * 7_919L),
                name,
                IdNumber.completed("99999920050101%03d".formatted(seat)),
                "滨江示例职业技术学院",
                "网店运营推广职业技能等级证书",
                seat % 5 == 0 ? Level.INTERMEDIATE : Level.ELEMENTARY,
                seat % 5 == 0
                        ? List.of(new PrintedHours(List.of(Subject.THEORY, Subject.PRACTICAL), AFTERNOON))
                        : List.of(
                                new PrintedHours(List.of(Subject.THEORY), THEORY_HOURS),
                                new PrintedHours(List.of(Subject.PRACTICAL), PRACTICAL_HOURS)),
                seat % FACES == 0 ? null : aPortrait(seat % FACES));
    }

    static Portrait aPortrait(int face) {
        return new Portrait("face " + face, () -> aPhoto(face, face == 1 ? "png" : "jpeg"));
    }

    static byte[] aPhoto(int face, String format) {
        var picture = new BufferedImage(295, 413, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setBackground(new Color(200, 20, 30));
        graphics.clearRect(0, 0, 295, 413);
        graphics.setColor(new Color(30 + 30 * face, 60, 110));
        graphics.fillOval(-15, 290, 325, 400);
        graphics.setColor(new Color(25, 20, 20));
        graphics.fillOval(72, 50, 150, 210);
        graphics.setColor(new Color(224, 180 - 5 * face, 150));
        graphics.fillOval(88, 82, 118, 186);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
