package org.onex.center.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.QualificationOutline;
import org.onex.center.catalog.SchemeOutline;
import org.onex.center.catalog.Subject;

/** A small bank as its file: 12 single, 6 multiple choices, 5 judgements, two tasks of each type; and who may read it. */
public final class BankFile {

    static final String FILE = "WDYY-1.yaml";
    static final String HONGKE = "990000004";
    private static final QualificationName SHOP = new QualificationName("WDYY", "网店运营推广职业技能等级证书");

    private BankFile() {}

    public static String text() {
        var yaml = new StringBuilder("""
                code: WDYY-1
                qualification: 网店运营推广职业技能等级证书
                level: 初级
                title: 网店运营推广（初级）题库
                drill: false
                skills:
                  - code: "1"
                    name: 网店开设
                    tasks:
                      - code: "1.1"
                        name: 店铺注册
                        skills:
                          - {code: "1.1.1", name: 能注册店铺}
                          - {code: "1.1.2", name: 能设置店铺}
                  - code: "2"
                    name: 网店推广
                    tasks:
                      - code: "2.1"
                        name: 搜索推广
                        skills:
                          - {code: "2.1.1", name: 能选关键词}
                items:
                """);
        for (int i = 1; i <= 12; i++) {
            yaml.append("""
                      - id: S%03d
                        type: SINGLE
                        skill: "%s"
                        difficulty: %d
                        stem: 单选题干%d
                        options: {A: 甲%d, B: 乙%d, C: 丙%d, D: 丁%d}
                        answer: B
                        why: 理由S%d
                    """.formatted(i, i % 2 == 0 ? "1.1.1" : "2.1.1", 1 + i % 5, i, i, i, i, i, i));
        }
        for (int i = 1; i <= 6; i++) {
            yaml.append("""
                      - id: M%03d
                        type: MULTIPLE
                        skill: "%s"
                        difficulty: %d
                        stem: 多选题干%d
                        options: {A: 子%d, B: 丑%d, C: 寅%d, D: 卯%d, E: 辰%d}
                        answer: ACE
                        why: 理由M%d
                    """.formatted(i, i % 2 == 0 ? "1.1.2" : "2.1.1", 1 + i % 4, i, i, i, i, i, i, i));
        }
        for (int i = 1; i <= 5; i++) {
            yaml.append("""
                      - {id: J%03d, type: JUDGE, skill: "1.1.1", difficulty: %d, stem: 判断题干%d, answer: %s, why: 理由J%d}
                    """.formatted(i, 1 + i % 3, i, i % 2 == 0 ? "T" : "F", i));
        }
        return yaml + tasks() + BLUEPRINTS;
    }

    private static String tasks() {
        var yaml = new StringBuilder("tasks:\n");
        for (int i = 1; i <= 2; i++) {
            yaml.append("""
                      - id: D0%d
                        type: DATA_ANALYSIS
                        skill: "2.1.1"
                        difficulty: %d
                        title: 转化分析%d
                        material: |
                          日期 | 访客 | 成交
                          周一 | 1000 | 34
                        steps:
                          - {id: "1", ask: 转化率是多少（%%）？, answer: "3.40", tolerance: "0.01", points: 20}
                          - {id: "2", ask: 流失多少人？, answer: "966", tolerance: "0", points: 30}
                      - id: W0%d
                        type: WRITING
                        skill: "1.1.2"
                        difficulty: %d
                        title: 文案%d
                        material: 一款保温杯。
                        ask: 请写一段卖点文案。
                        maxLength: 800
                        rubric:
                          - {id: a, criterion: 卖点准确, points: 30, levels: [三个以上, 一至两个]}
                          - {id: b, criterion: 语言通顺, points: 20}
                    """.formatted(i, 1 + i, i, i, 2 + i, i));
        }
        return yaml.toString();
    }

    private static final String BLUEPRINTS = """
            blueprints:
              THEORY:
                title: 理论考试
                sections:
                  - {title: 一、单项选择题, type: SINGLE, count: 6, points: 10}
                  - {title: 二、多项选择题, type: MULTIPLE, count: 2, points: 10}
                  - {title: 三、判断题, type: JUDGE, count: 2, points: 10}
              PRACTICAL:
                title: 实操考试
                sections:
                  - {title: 任务一 数据分析, type: DATA_ANALYSIS, count: 1}
                  - {title: 任务二 文案写作, type: WRITING, count: 1}
            """;

    static ItemBank bank() {
        return reader().read(FILE, text());
    }

    /** Knows 网店运营推广 of 鸿科 with both subjects at 初级 and 中级. */
    static BankReader reader() {
        return new BankReader(directory(), HONGKE);
    }

    static QualificationDirectory directory() {
        return new QualificationDirectory() {
            @Override
            public Optional<QualificationName> find(String codeOrName) {
                return switch (codeOrName) {
                    case "WDYY", "网店运营推广", "网店运营推广职业技能等级证书" -> Optional.of(SHOP);
                    case "ZBDS" -> Optional.of(new QualificationName("ZBDS", "直播电商职业技能等级证书"));
                    default -> Optional.empty();
                };
            }

            @Override
            public Optional<QualificationOutline> outline(String code) {
                return find(code).map(found -> new QualificationOutline(found.code(), found.name(), "网店运营推广", HONGKE));
            }

            @Override
            public boolean isOwnedBy(QualificationName qualification, String awardingBody) {
                return qualification.equals(SHOP) && awardingBody.equals(HONGKE);
            }

            @Override
            public Optional<SchemeOutline> scheme(QualificationName qualification, Level level) {
                return level == Level.ADVANCED
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
    }
}
