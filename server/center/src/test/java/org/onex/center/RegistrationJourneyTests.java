package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.contract.kernel.IdNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** 004 §三 on 003's first plan: the workbook, the check of twice as many records, changes, and the end of 29 April. */
@CenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegistrationJourneyTests {

    private static final Charset GBK = Charset.forName("GB18030");
    private static final String COLLEGE = "示范一职业技术学院";
    private static final String SITE = "示范一职业技术学院网店运营推广证书考核站点";
    private static final String PLAN = "2024年第一次网店运营推广全国统考";
    private static final String SHOP = "网店运营推广职业技能等级证书";
    private static final String ROSTER = "学生姓名,身份证号,学生类型,民族,手机号码,专业,班级,学历层次,入学年份,已签个人信息授权书";
    private static final String HEADINGS = "学生姓名,身份证号,学生类型,所属院校,考核站点,考试计划名称,报考证书,证书等级";

    private static final String ZHANG = number("001");
    private static final String LI = number("002");
    private static final String WANG = number("901"); // the simulator knows the number under another name
    private static final String ZHAO = number("003"); // without a photo

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Staff college;
    private Staff neighbour;
    private Staff body;
    private Staff operator;
    private String sent = "";

    @BeforeAll
    void enter() throws Exception {
        Parties.enter(port);
        Parties.enterCollege(port, "90002", "示范二职业技术学院", false);
        college = Staff.signedIn(port, "college01");
        neighbour = Staff.signedIn(port, "college90002");
        body = Staff.signedIn(port, "hongke");
        operator = Staff.signedIn(port, "operator");
        publish003();
        approveSite();
        enrol();
    }

    @AfterAll
    void leave() {
        college.close();
        neighbour.close();
        body.close();
        operator.close();
    }

    @Test
    @Order(1)
    void theTemplateIsTheOneOf004() throws IOException {
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(college.bytes("/api/registration/import-template")))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("按证书批量导入报考");
            assertThat(rows.get(1).getCellText(0)).contains("系统会根据考试计划自动报考证书下面设置的所有科目");
            assertThat(rows.get(2).getCellText(0)).startsWith("学生姓名");
            assertThat(rows.get(2).getCellText(7)).startsWith("证书等级");
            assertThat(rows.get(3).getCellText(3)).isEqualTo("学校全称");
        }
    }

    @Test
    @Order(2)
    void aWorkbookIsShownWithTheReasonAtEachCellBeforeAnybodyIsRegistered() {
        var csv = String.join(
                "\n",
                "按证书批量导入报考,,,,,,,",
                "填写说明：…,,,,,,,",
                HEADINGS,
                row("张三", ZHANG, PLAN, "初级"),
                row("李四", LI, "HK-2024-1-01", "中级"),
                row("张叁", ZHANG, PLAN, "中级"),
                row("王五", WANG, PLAN, "初级"),
                row("赵六", ZHAO, PLAN, "初级"),
                row("李四", LI, "2024年春季统考", "初级"),
                row("李四", LI, PLAN, "高级"),
                row("张三", ZHANG, PLAN, "初级"));
        sent = read("报考.csv", csv.getBytes(GBK));
        var read = college.get("/api/registration/imports/" + sent).body();
        assertThat(read.path("counts").path("added").asInt()).isEqualTo(2);
        assertThat(problems(sent))
                .containsExactly(
                        Map.entry(6, "NAME NAME_DIFFERS"),
                        Map.entry(7, "ID_NUMBER INFORMATION_DOUBTFUL"),
                        Map.entry(8, "ID_NUMBER PHOTO_MISSING"),
                        Map.entry(9, "PLAN PLAN_UNKNOWN"),
                        Map.entry(10, "LEVEL LEVEL_NOT_OFFERED"),
                        Map.entry(11, "ID_NUMBER ROW_TWICE"));
        assertThat(totals(college).path("registrations").asInt()).isZero();
    }

    @Test
    @Order(3)
    void theBadRowsComeBackWithReasonsInTheirOwnTemplate() throws IOException {
        var bytes = college.bytes("/api/registration/imports/" + sent + "/bad-rows");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = workbook.getFirstSheet().read();
            var reasons = rows.stream()
                    .skip(3)
                    .map(row -> row.getCellText(row.getCellCount() - 1))
                    .toList();
            assertThat(reasons).hasSize(6);
            assertThat(reasons.get(3)).contains("第 9 行").contains("没有这个考试计划");
            assertThat(reasons.get(4)).contains("可报：初级、中级");
        }
    }

    @Test
    @Order(4)
    void whoeverIsEnteredHasTwoRecordsAndIsEnteredOnce() {
        enter(sent);
        enter(read("再来一次.csv", (HEADINGS + "\n" + row("张三", ZHANG, PLAN, "初级")).getBytes(StandardCharsets.UTF_8)));
        var totals = totals(college);
        assertThat(totals.path("people").asInt()).isEqualTo(2);
        assertThat(totals.path("records").asInt()).isEqualTo(4);
        assertThat(totals.path("expectedRecords").asInt()).isEqualTo(4);
        var zhang = registration(college, "张三");
        assertThat(texts(zhang.path("records"))).containsExactly("THEORY", "PRACTICAL");
        assertThat(zhang.path("idNumber").asString())
                .isEqualTo(IdNumber.of(ZHANG).masked());
        assertThat(zhang.path("site").path("name").asString()).isEqualTo(SITE);
        assertThat(zhang.path("state").asString()).isEqualTo("OPEN");
        assertThat(bill().path("total").asString()).as("380 and 360").isEqualTo("740.00");
        assertThat(bill().path("complete").asBoolean()).isFalse();
    }

    @Test
    @Order(5)
    void theBodySeesThemMaskedAndAnotherCollegeSeesNothing() {
        var seen = registration(body, "张三");
        assertThat(seen.path("college").path("name").asString()).isEqualTo(COLLEGE);
        assertThat(seen.path("idNumber").asString()).contains("****");
        assertThat(neighbour.get("/api/registration/registrations").body().path("items"))
                .isEmpty();
        assertThat(neighbour.get(path(seen)).code()).isEqualTo("registration.unknown");
        assertThat(totals(neighbour).path("registrations").asInt()).isZero();
        assertThat(neighbour.get("/api/registration/imports/" + sent).code()).isEqualTo("intake.import-unknown");
    }

    @Test
    @Order(6)
    void chosenPeopleAreRegisteredAndTheOthersToldWhyNot() {
        var people = List.of(person(LI), person(WANG));
        var outcome = college.post(
                        "/api/registration/registrations",
                        Map.of(
                                "people",
                                people,
                                "plan",
                                "HK-2024-1-01",
                                "qualification",
                                "WDYY",
                                "level",
                                "ELEMENTARY"))
                .body();
        assertThat(outcome.path("registered")).hasSize(1);
        assertThat(outcome.path("refused")
                        .get(0)
                        .path("reasons")
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo("INFORMATION_DOUBTFUL");
        assertThat(totals(college).path("records").asInt()).isEqualTo(6);
        assertThat(college.post(
                                "/api/registration/registrations",
                                Map.of("people", List.of(), "plan", "x", "qualification", "x", "level", "ELEMENTARY"))
                        .code())
                .isEqualTo("registration.too-many");
    }

    @Test
    @Order(7)
    void whoeverIsRegisteredStaysOnTheRoster() {
        var li = find(LI);
        var ending = "/api/candidate/enrolments/" + li.path("candidate").asString() + "/"
                + li.path("enrolment").asString() + "/ending";
        assertThat(college.post(ending, Map.of("version", li.path("version").asInt()))
                        .code())
                .isEqualTo("registration.candidate-registered");
        assertThat(find(LI).path("state").asString()).isEqualTo("ACCURATE");
    }

    @Test
    @Order(8)
    void beforeTheDeadlineALevelIsChangedAndAnEntryTakenBack() {
        var zhang = registration(college, "张三");
        var changed = college.put(path(zhang), Map.of("version", 1, "qualification", "WDYY", "level", "INTERMEDIATE"));
        assertThat(changed.body().path("level").asString()).isEqualTo("INTERMEDIATE");
        assertThat(college.put(path(zhang), Map.of("version", 1, "qualification", "WDYY", "level", "ELEMENTARY"))
                        .code())
                .isEqualTo("registration.changed");
        assertThat(college.post(path(zhang) + "/withdrawal", Map.of("version", 2))
                        .status())
                .isEqualTo(200);
        assertThat(college.post(path(zhang) + "/withdrawal", Map.of("version", 3))
                        .code())
                .isEqualTo("registration.withdrawn");
        assertThat(totals(college).path("records").asInt()).isEqualTo(4);
        assertThat(college.get("/api/registration/registrations?state=WITHDRAWN")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(jdbc.sql("select act from audit.entry where act like 'registration.%' order by number")
                        .query(String.class)
                        .list())
                .contains(
                        "registration.enter-registrations",
                        "registration.register",
                        "registration.change",
                        "registration.withdraw");
    }

    @Test
    @Order(9)
    void atMidnightTheSetIsFinal() {
        advance("2024-04-29T23:59:59+08:00");
        assertThat(totals(college).path("frozenAt").isNull()).isTrue();
        advance("2024-04-30T00:00:00+08:00");
        var totals = totals(body);
        assertThat(totals.path("frozenAt").asString()).startsWith("2024-04-30T00:00");
        assertThat(totals.path("registrations").asInt()).isEqualTo(2);
        assertThat(bill().path("total").asString())
                .as("one person at two levels")
                .isEqualTo("740.00");
        assertThat(bill().path("complete").asBoolean()).isTrue();
        assertThat(neighbour.get("/api/fee/bills").body().path("items")).isEmpty();
        var li = college.get("/api/registration/registrations?state=FROZEN")
                .body()
                .path("items")
                .get(0);
        assertThat(college.post(path(li) + "/withdrawal", Map.of("version", 1)).code())
                .isEqualTo("registration.closed");
        var late = read("迟到.csv", (HEADINGS + "\n" + row("张三", ZHANG, PLAN, "初级")).getBytes(StandardCharsets.UTF_8));
        assertThat(problems(late)).containsExactly(Map.entry(2, "PLAN CLOSED"));
        assertThat(operator.get("/api/audit/verification").body().path("intact").asBoolean())
                .isTrue();
    }

    private void publish003() {
        var notice = body.postYaml("/api/plan/notices?file=003.yaml", Parties.notice003());
        assertThat(notice.status()).as("%s", notice).isLessThan(300);
        var id = notice.body().path("id").asString();
        assertThat(body.post("/api/plan/notices/" + id + "/publication", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private void approveSite() {
        var room = Map.of(
                "name",
                "301机房",
                "building",
                "教学楼",
                "machines",
                60,
                "spareMachines",
                3,
                "cameras",
                true,
                "network",
                true);
        var details = Map.of(
                "name",
                SITE,
                "address",
                "虚构路1号",
                "managerName",
                "王老师",
                "managerPhone",
                "12000000001",
                "rooms",
                List.of(room));
        var site = college.post("/api/site/sites", Map.of("qualification", "WDYY", "details", details))
                .body();
        var path = "/api/site/sites/" + site.path("id").asString();
        var submitted = college.post(
                path + "/submission", Map.of("version", site.path("version").asInt()));
        assertThat(submitted.status()).as("%s", submitted).isEqualTo(200);
        var approved = body.post(
                path + "/approval",
                Map.of("version", submitted.body().path("version").asInt()));
        assertThat(approved.status()).as("%s", approved).isEqualTo(200);
    }

    private void enrol() {
        var roster = String.join(
                "\n", ROSTER, person("张三", ZHANG), person("李四", LI), person("王五", WANG), person("赵六", ZHAO));
        var file = college.upload("名单.csv", roster.getBytes(GBK));
        var read = college.whenEnded(
                college.post("/api/candidate/imports", Map.of("file", file)), "/api/candidate/imports/");
        college.whenEnded(
                college.post("/api/candidate/imports/" + read.path("id").asString() + "/entering", Map.of()),
                "/api/candidate/imports/");
        var photos = new LinkedHashMap<String, byte[]>();
        for (var number : List.of(ZHANG, LI, WANG)) {
            photos.put(number + ".jpg", Uploads.portrait(Color.RED, 295, 413));
        }
        var zip = college.upload("照片.zip", Uploads.zip(photos, GBK));
        college.whenEnded(college.post("/api/photo/imports", Map.of("file", zip)), "/api/photo/imports/");
        // Whoever becomes pending is asked about when time goes on at the latest.
        advance("2024-04-22T09:30:00+08:00");
        advance("2024-04-22T12:00:00+08:00");
        assertThat(find(LI).path("state").asString()).isEqualTo("ACCURATE");
    }

    private JsonNode find(String number) {
        return college.post("/api/candidate/searches", Map.of("idNumber", number))
                .body()
                .get(0);
    }

    private Map<String, String> person(String number) {
        var found = find(number);
        return Map.of(
                "candidate", found.path("candidate").asString(),
                "enrolment", found.path("enrolment").asString());
    }

    private JsonNode registration(Staff staff, String name) {
        var items = staff.get("/api/registration/registrations?plan=HK-2024-1-01&q="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .body()
                .path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private JsonNode bill() {
        var bills = college.get("/api/fee/bills?plan=HK-2024-1-01").body().path("items");
        assertThat(bills).hasSize(1);
        return bills.get(0);
    }

    private static JsonNode totals(Staff staff) {
        return staff.get("/api/registration/totals?plan=HK-2024-1-01").body();
    }

    private static String path(JsonNode registration) {
        return "/api/registration/registrations/"
                + registration.path("candidate").asString() + "/"
                + registration.path("id").asString();
    }

    private String read(String name, byte[] content) {
        var file = college.upload(name, content);
        return college.whenEnded(
                        college.post("/api/registration/imports", Map.of("file", file)), "/api/registration/imports/")
                .path("id")
                .asString();
    }

    private void enter(String id) {
        var entered = college.whenEnded(
                college.post("/api/registration/imports/" + id + "/entering", Map.of()), "/api/registration/imports/");
        assertThat(entered.path("state").asString()).isEqualTo("ENTERED");
    }

    private List<Map.Entry<Integer, String>> problems(String id) {
        var rows = college.get("/api/registration/imports/" + id + "/rows?verdict=BAD")
                .body()
                .path("items");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> {
                    var problem = row.path("problems").get(0);
                    return Map.entry(
                            row.path("number").asInt(),
                            problem.path("field").asString() + " "
                                    + problem.path("code").asString());
                })
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private void advance(String to) {
        var moved = operator.post("/api/clock/advance", Map.of("to", to));
        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
    }

    private static String row(String name, String number, String plan, String level) {
        return String.join(",", name, number, "院校考生", COLLEGE, SITE, plan, SHOP, level);
    }

    private static String person(String name, String number) {
        return name + "," + number + ",院校考生,汉族,12000000001,电子商务,电商2201班,高职专科,2022,是";
    }

    private static String number(String sequence) {
        return IdNumber.completed("99999920060102" + sequence).value();
    }
}
