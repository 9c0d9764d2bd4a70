package org.onex.center.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.QualificationOutline;
import org.onex.center.catalog.SchemeOutline;
import org.onex.center.catalog.Subject;
import org.onex.contract.kernel.WorkingCalendar;

/** The five notices of the demonstration, read as the product reads them but without a database. */
final class SeedNotices {

    static final WorkingCalendar CALENDAR = WorkingCalendar.statutory();
    static final String HONGKE = "990000004";

    private static final Map<String, String> BODIES = Map.of(
            "联创新世纪（北京）品牌管理股份有限公司", "990000001",
            "中教畅享（北京）科技有限公司", "990000002",
            "南京奥派信息产业股份公司", "990000003",
            "北京鸿科经纬科技有限公司", HONGKE);

    private static final QualificationName SHOP = new QualificationName("WDYY", "网店运营推广职业技能等级证书");
    private static final QualificationName MEDIA = new QualificationName("XMTYX", "新媒体营销职业技能等级证书");
    private static final Map<String, QualificationName> QUALIFICATIONS = Map.of(
            SHOP.name(),
            SHOP,
            MEDIA.name(),
            MEDIA,
            "新媒体营销等职业技能等级证书",
            MEDIA,
            "移动互联网运营职业技能等级证书",
            new QualificationName("YDYY", "移动互联网运营职业技能等级证书"),
            "数字营销技术应用职业技能等级证书",
            new QualificationName("SZYX", "数字营销技术应用职业技能等级证书"),
            "直播电商职业技能等级证书",
            new QualificationName("ZBDS", "直播电商职业技能等级证书"),
            "新媒体技术职业技能等级证书",
            new QualificationName("XMTJS", "新媒体技术职业技能等级证书"));

    private static final Map<String, String> OWNERS = Map.of(
            "WDYY",
            HONGKE,
            "XMTYX",
            "990000001",
            "YDYY",
            "990000001",
            "SZYX",
            "990000002",
            "ZBDS",
            "990000003",
            "XMTJS",
            "990000003");

    private SeedNotices() {}

    static Notice lianchuang() {
        return read("000-lianchuang-2023.yaml");
    }

    static Notice zhongjiao() {
        return read("001-zhongjiao-2023.yaml");
    }

    static Notice aopai() {
        return read("002-aopai-2024.yaml");
    }

    static Notice hongke() {
        return read("003-hongke-2024.yaml");
    }

    static Notice handbook() {
        return read("004-hongke-2021.yaml");
    }

    static String text(String file) {
        try {
            return Files.readString(Path.of("../../demo/notices", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Notice read(String file) {
        return reader().read(file, text(file));
    }

    /** Knows the bodies and qualifications of the demonstration; 初级 and 中级 have schemes everywhere, 高级 too except for 001's. */
    static NoticeReader reader() {
        var directory = new QualificationDirectory() {
            @Override
            public Optional<QualificationName> find(String codeOrName) {
                return Optional.ofNullable(QUALIFICATIONS.get(codeOrName));
            }

            @Override
            public Optional<QualificationOutline> outline(String code) {
                return find(code)
                        .map(found -> new QualificationOutline(found.code(), found.name(), found.name(), HONGKE));
            }

            @Override
            public boolean isOwnedBy(QualificationName qualification, String awardingBody) {
                return awardingBody.equals(OWNERS.get(qualification.code()));
            }

            @Override
            public Optional<SchemeOutline> scheme(QualificationName qualification, Level level) {
                var missing = level == Level.ADVANCED && qualification.code().equals("SZYX");
                return missing
                        ? Optional.empty()
                        : Optional.of(new SchemeOutline(
                                1,
                                List.of(Subject.THEORY, Subject.PRACTICAL),
                                Map.of(Subject.THEORY, 100, Subject.PRACTICAL, 100),
                                60));
            }

            @Override
            public Optional<SchemeOutline> scheme(String qualification, Level level, int version) {
                return find(qualification)
                        .flatMap(found -> scheme(found, level))
                        .filter(scheme -> scheme.version() == version);
            }
        };
        return new NoticeReader(directory, name -> Optional.ofNullable(BODIES.get(name)), CALENDAR);
    }
}
