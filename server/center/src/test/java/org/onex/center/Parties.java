package org.onex.center;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Enters through the API who is needed for 003: 鸿科经纬 with 网店运营推广, another body, item writers and markers of both, and a college. */
public final class Parties {

    static final String HONGKE = "990000004";
    static final String OTHER_BODY = "990000003";

    private Parties() {}

    public static void enter(int port) {
        try (var operator = Staff.signedIn(port, "operator")) {
            ok(operator.put(
                    "/api/organization/awarding-bodies/" + HONGKE,
                    Map.of("name", "北京鸿科经纬科技有限公司", "shortName", "鸿科经纬")));
            ok(operator.put(
                    "/api/organization/awarding-bodies/" + OTHER_BODY,
                    Map.of("name", "南京奥派信息产业股份公司", "shortName", "奥派")));
            ok(operator.put(
                    "/api/organization/colleges/90001", Map.of("name", "示范一职业技术学院", "province", "安徽", "pilot", true)));
            account(operator, "hongke", "AWARDING_BODY", HONGKE, "EXAM_OFFICER");
            account(operator, "hongke2", "AWARDING_BODY", HONGKE, "EXAM_OFFICER");
            account(operator, "aopai", "AWARDING_BODY", OTHER_BODY, "EXAM_OFFICER");
            for (var writer : List.of("hongke-items1", "hongke-items2", "hongke-items3")) {
                account(operator, writer, "AWARDING_BODY", HONGKE, "ITEM_WRITER");
            }
            for (var marker : List.of("hongke-marker1", "hongke-marker2")) {
                account(operator, marker, "AWARDING_BODY", HONGKE, "MARKER");
            }
            account(operator, "aopai-marker1", "AWARDING_BODY", OTHER_BODY, "MARKER");
            account(operator, "aopai-items1", "AWARDING_BODY", OTHER_BODY, "ITEM_WRITER");
            account(operator, "college01", "COLLEGE", "90001", "COLLEGE_OFFICER");
        }
        try (var officer = Staff.signedIn(port, "hongke")) {
            ok(officer.put("/api/catalog/qualifications/WDYY", shopQualification()));
        }
    }

    /** Another college with its officer, who signs in as {@code college90002}. */
    public static void enterCollege(int port, String code, String name, boolean pilot) {
        try (var operator = Staff.signedIn(port, "operator")) {
            ok(operator.put(
                    "/api/organization/colleges/" + code, Map.of("name", name, "province", "江苏", "pilot", pilot)));
            account(operator, "college" + code, "COLLEGE", code, "COLLEGE_OFFICER");
        }
    }

    static Map<String, Object> shopQualification() {
        var subjects = Stream.of("THEORY", "PRACTICAL")
                .map(subject -> Map.of("subject", subject, "fullMarks", 100))
                .toList();
        var schemes = Stream.of("ELEMENTARY", "INTERMEDIATE", "ADVANCED")
                .map(level -> Map.of("level", level, "subjects", subjects, "passRule", Map.of("eachAtLeast", 60)))
                .toList();
        return Map.of("name", "网店运营推广职业技能等级证书", "shortName", "网店运营推广", "aliases", List.of(), "schemes", schemes);
    }

    public static String notice003() {
        try {
            return Files.readString(Path.of("../../demo/notices/003-hongke-2024.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void account(Staff operator, String login, String kind, String code, String duty) {
        ok(operator.put(
                "/api/access/accounts/" + login,
                Map.of(
                        "name",
                        login,
                        "organization",
                        Map.of("kind", kind, "code", code),
                        "duties",
                        List.of(duty),
                        "password",
                        Staff.PASSWORD)));
    }

    private static void ok(Staff.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.toString());
        }
    }
}
