package org.onex.center.certificate;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.onex.center.catalog.Level;
import org.onex.center.typesetting.Portrait;
import org.onex.contract.kernel.IdNumber;

/** What certificates of fictional people say. */
final class CertificateTexts {

    static final String ADDRESS = "https://onex.example.org/verify";
    static final Instant SIGNED = Instant.parse("2024-06-03T01:02:03Z");

    private CertificateTexts() {}

    static CertificateText aTextFor(String name) {
        return aText(name, "网店运营推广职业技能等级证书", "北京鸿科经纬科技有限公司", "滨江示例职业技术学院");
    }

    /** As long as names come. */
    static CertificateText aLongText() {
        return aText(
                "古丽娜扎尔·阿卜杜热合曼·𠮷䶮㛃",
                "数字营销技术应用与新媒体数据分析综合职业技能等级证书",
                "联创新世纪（北京）品牌管理股份有限公司华东区域职业技能评价中心",
                "示例省现代信息技术与数字商务职业技术学院（滨江校区）继续教育学院");
    }

    private static CertificateText aText(String name, String qualification, String body, String college) {
        return new CertificateText(
                "123456789202410000001",
                name,
                IdNumber.completed("99999920050101001"),
                qualification,
                Level.INTERMEDIATE,
                "HK",
                body,
                "90001",
                college,
                LocalDate.of(2024, 6, 3),
                SIGNED,
                ADDRESS + "#key=7Q2M4K9XW3RT5B8N6HPJ1C");
    }

    static Portrait aPhoto() {
        return new Portrait("photo", CertificateTexts::jpeg);
    }

    /** A photo as a telephone takes it: larger than on paper, and it says where. */
    static byte[] aSnapshot() {
        var picture = new BufferedImage(1180, 1652, BufferedImage.TYPE_INT_RGB);
        var written = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var place = "Exif\0\0 GPS 31.2 N 121.4 E".getBytes(StandardCharsets.US_ASCII);
        var file = written.toByteArray();
        var snapshot = new ByteArrayOutputStream();
        snapshot.write(file, 0, 2);
        snapshot.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (place.length + 2)});
        snapshot.writeBytes(place);
        snapshot.write(file, 2, file.length - 2);
        return snapshot.toByteArray();
    }

    static byte[] jpeg() {
        var picture = new BufferedImage(295, 413, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(200, 20, 30));
        graphics.fillRect(0, 0, 295, 413);
        graphics.setColor(new Color(224, 180, 150));
        graphics.fillOval(88, 82, 118, 186);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
