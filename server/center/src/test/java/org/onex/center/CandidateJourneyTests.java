package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** 004 §二, from the roster to 信息准确: sent, looked at, corrected, photographed, asked about, confirmed. */
@CenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CandidateJourneyTests {

    private static final String HEADINGS = "学生姓名,身份证号,学生类型,民族,手机号码,专业,班级,学历层次,入学年份,已签个人信息授权书";
    private static final Charset GBK = Charset.forName("GB18030");

    private static final String ZHANG = number("001");
    private static final String LI = number("002");
    private static final String WANG = number("901"); // the simulator knows the number under another name
    private static final String ZHAO = number("003");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Staff college;
    private Staff neighbour;
    private Staff operator;
    private String firstImport = "";

    @BeforeAll
    void enter() {
        Parties.enter(port);
        Parties.enterCollege(port, "90002", "示范二职业技术学院", false);
        college = Staff.signedIn(port, "college01");
        neighbour = Staff.signedIn(port, "college90002");
        operator = Staff.signedIn(port, "operator");
    }

    @AfterAll
    void leave() {
        college.close();
        neighbour.close();
        operator.close();
    }

    @Test
    @Order(1)
    void theTemplateSaysWhatToFillIn() throws IOException {
        var template = college.bytes("/api/candidate/import-template");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("批量导入学生信息");
            assertThat(rows.get(2).getCellText(1)).startsWith("身份证号");
        }
    }

    @Test
    @Order(2)
    void aRosterIsShownWithWhatIsWrongInItBeforeAnythingIsEntered() {
        var csv = String.join(
                "\n",
                HEADINGS,
                row("张三", ZHANG),
                row("李　四", LI).replace("12000000001", "120-0000 0001"),
                row("王五", WANG),
                row("赵六", ZHAO.substring(0, 17) + (ZHAO.endsWith("0") ? "1" : "0")),
                row("", number("004")),
                row("钱七", "3.40102E+17"),
                row("张三", ZHANG));
        firstImport = read("花名册.csv", csv.getBytes(GBK));
        var read = college.get("/api/candidate/imports/" + firstImport).body();
        assertThat(read.path("state").asString()).isEqualTo("READ");
        assertThat(read.path("counts").path("added").asInt()).isEqualTo(3);
        assertThat(read.path("counts").path("bad").asInt()).isEqualTo(4);
        assertThat(problems("BAD"))
                .containsExactly(
                        Map.entry(5, "ID_CHECK"),
                        Map.entry(6, "MISSING"),
                        Map.entry(7, "RUINED_NUMBER"),
                        Map.entry(8, "ROW_TWICE"));
        assertThat(college.get("/api/candidate/enrolments").body().path("items"))
                .isEmpty();
    }

    @Test
    @Order(3)
    void theBadRowsComeBackWithReasonsAndWhatIsRightIsMasked() throws IOException {
        var bytes = college.bytes("/api/candidate/imports/" + firstImport + "/bad-rows");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.get(1).getCellText(0)).contains("由 college01（college01）于 2024-04-22 导出");
            var last = rows.get(3).getCellCount() - 1;
            assertThat(rows.get(3).getCellText(0)).isEqualTo("赵六");
            assertThat(rows.get(3).getCellText(last)).contains("第 5 行").contains("校验位");
            assertThat(rows.get(6).getCellText(last)).contains("第 2 行");
        }
        var added = college.get("/api/candidate/imports/" + firstImport + "/rows?verdict=ADDED")
                .body();
        assertThat(added.path("items").get(0).path("values").path("ID_NUMBER").asString())
                .isEqualTo(IdNumber.of(ZHANG).masked());
        assertThat(added.path("items").get(1).path("values").path("PHONE").asString())
                .isEqualTo("120****0001");
    }

    @Test
    @Order(4)
    void whatIsRightIsEnteredOnceHoweverOftenItIsSent() {
        var entered = college.whenEnded(
                college.post("/api/candidate/imports/" + firstImport + "/entering", Map.of()),
                "/api/candidate/imports/");
        assertThat(entered.path("state").asString()).isEqualTo("ENTERED");
        assertThat(college.post("/api/candidate/imports/" + firstImport + "/entering", Map.of())
                        .code())
                .isEqualTo("intake.import-state");
        var again = read(
                "再来一次.csv",
                (HEADINGS + "\n" + row("张三", ZHANG) + "\n" + row("李四", LI)).getBytes(StandardCharsets.UTF_8));
        assertThat(college.get("/api/candidate/imports/" + again)
                        .body()
                        .path("counts")
                        .path("unchanged")
                        .asInt())
                .isEqualTo(2);
        assertThat(states()).isEqualTo(Map.of("PHOTO_MISSING", 3));
    }

    @Test
    @Order(5)
    void aRosterWithFewerColumnsEmptiesNothing() {
        var few = read("新班级.csv", ("姓名,身份证号,考生类型,班级\n李四," + LI + ",院校考生,电商2203班").getBytes(GBK));
        college.whenEnded(
                college.post("/api/candidate/imports/" + few + "/entering", Map.of()), "/api/candidate/imports/");
        var li = find(college, LI);
        assertThat(li.path("className").asString()).isEqualTo("电商2203班");
        assertThat(li.path("major").asString()).isEqualTo("电子商务");
        assertThat(li.path("phone").asString()).isEqualTo("120****0001");
        assertThat(li.path("consent").asBoolean()).isTrue();
        assertThat(li.path("state").asString()).isEqualTo("PHOTO_MISSING");
    }

    @Test
    @Order(6)
    void theSamePersonAtAnotherCollegeIsAnotherEnrolmentThatNeitherSees() {
        var form = Map.of("values", Map.of("NAME", "张三丰", "ID_NUMBER", ZHANG, "KIND", "社会考生"));
        var added = neighbour.post("/api/candidate/enrolments", form);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().path("state").asString()).isEqualTo("INCOMPLETE");
        var mine = find(college, ZHANG);
        assertThat(mine.path("name").asString()).isEqualTo("张三");
        assertThat(mine.path("candidate")).isEqualTo(added.body().path("candidate"));
        assertThat(neighbour.get(path(mine)).status()).isEqualTo(404);
        assertThat(neighbour
                        .post("/api/candidate/searches", Map.of("idNumber", LI))
                        .body())
                .isEmpty();
        assertThat(neighbour.post("/api/candidate/enrolments", form).code()).isEqualTo("candidate.already-enrolled");
        assertThat(neighbour.get("/api/candidate/imports/" + firstImport).status())
                .isEqualTo(404);
    }

    @Test
    @Order(7)
    void photosThatFitAreKeptAndTheOthersShownWithTheReason() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("电商2201班/" + ZHANG + ".jpg", Uploads.portrait(Color.RED, 295, 413));
        files.put("电商2201班/" + LI.toLowerCase() + ".JPG", Uploads.portrait(new Color(200, 30, 40), 295, 413));
        files.put(WANG + ".jpg", Uploads.portrait(Color.BLUE, 295, 413));
        files.put(ZHAO + ".jpg", Uploads.portrait(Color.RED, 295, 413));
        files.put("__MACOSX/._x.jpg", new byte[] {1});
        var file = college.upload("照片.zip", Uploads.zip(files, GBK));
        var done = college.whenEnded(college.post("/api/photo/imports", Map.of("file", file)), "/api/photo/imports/");
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("counts").path("kept").asInt()).isEqualTo(2);
        assertThat(done.path("counts").path("skipped").asInt()).isEqualTo(1);
        var results = "/api/photo/imports/" + done.path("id").asString() + "/results";
        var refused = college.get(results + "?outcome=REFUSED").body().path("items");
        assertThat(StreamSupport.stream(refused.spliterator(), false)
                        .map(result ->
                                result.path("problems").get(0).path("code").asString()))
                .containsExactly("BACKGROUND", "PERSON_UNKNOWN");
        assertThat(refused.get(0).path("fileName").asString())
                .isEqualTo(IdNumber.of(WANG).masked() + ".jpg");
        assertThat(Uploads.picture(college.bytes(results + "/3/thumbnail")).getWidth())
                .isLessThanOrEqualTo(120);
        assertThat(neighbour.get(results).status()).isEqualTo(404);
        var mine = find(college, ZHANG);
        for (var picture : List.of(results + "/3/thumbnail", "/api/photo/photos" + key(mine))) {
            assertThat(college.get(picture).headers())
                    .containsEntry("Content-Security-Policy", List.of("sandbox; default-src 'none'"))
                    .containsEntry("Cache-Control", List.of("no-store"));
        }
        assertThat(college.bytes("/api/photo/photos" + key(mine))).isEqualTo(Uploads.portrait(Color.RED, 295, 413));
        assertThat(neighbour.get("/api/photo/photos" + key(mine)).status()).isEqualTo(404);
        assertThat(states()).isEqualTo(Map.of("PENDING", 2, "PHOTO_MISSING", 1));
    }

    @Test
    @Order(8)
    void theIdentityServiceAnswersHoursLaterAndTheNameIsLockedThen() {
        var file =
                college.upload("补.zip", Uploads.zip(Map.of(WANG + ".jpg", Uploads.portrait(Color.RED, 295, 413)), GBK));
        college.whenEnded(college.post("/api/photo/imports", Map.of("file", file)), "/api/photo/imports/");
        assertThat(states()).isEqualTo(Map.of("PENDING", 3));
        // Whoever becomes pending is asked about when time goes on at the latest.
        advance("2024-04-22T09:30:00+08:00");
        advance("2024-04-22T12:00:00+08:00");
        assertThat(states()).isEqualTo(Map.of("ACCURATE", 2, "DOUBTFUL", 1));
        var zhang = find(college, ZHANG);
        assertThat(zhang.path("nameLocked").asBoolean()).isTrue();
        var renamed = revision(zhang, "张叁");
        assertThat(college.put(path(zhang), renamed).code()).isEqualTo("candidate.name-locked");
        assertThat(college.put(path(zhang), revision(zhang, "张三")).status()).isEqualTo(200);
        var again = read("改名.csv", (HEADINGS + "\n" + row("张叁", ZHANG)).getBytes(StandardCharsets.UTF_8));
        assertThat(college.get("/api/candidate/imports/" + again)
                        .body()
                        .path("counts")
                        .path("bad")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(9)
    void aDoubtIsSettledWithEvidenceOnly() {
        var wang = find(college, WANG);
        var confirmation = "/api/identity/enrolments" + key(wang) + "/confirmation";
        var text = college.upload("证明.txt", "我证明".getBytes(StandardCharsets.UTF_8));
        assertThat(college.post(confirmation, Map.of("evidence", text, "remark", "已核对户口簿"))
                        .code())
                .isEqualTo("identity.evidence-unsuitable");
        assertThat(college.post(confirmation, Map.of("evidence", UUID.randomUUID(), "remark", "已核对户口簿"))
                        .code())
                .isEqualTo("identity.evidence-missing");
        var picture = college.upload("户口簿.jpg", Uploads.portrait(Color.WHITE, 40, 40));
        assertThat(college.post(confirmation, Map.of("evidence", picture, "remark", "看过"))
                        .code())
                .isEqualTo("identity.remark-missing");
        assertThat(neighbour
                        .post(confirmation, Map.of("evidence", picture, "remark", "已核对户口簿"))
                        .code())
                .isEqualTo("identity.unknown");
        assertThat(college.post(confirmation, Map.of("evidence", picture, "remark", "已核对户口簿原件"))
                        .status())
                .isEqualTo(201);
        assertThat(college.post(confirmation, Map.of("evidence", picture, "remark", "已核对户口簿原件"))
                        .code())
                .isEqualTo("identity.not-doubtful");
        assertThat(states()).isEqualTo(Map.of("ACCURATE", 3));
        var findings = college.get("/api/identity/enrolments" + key(wang) + "/findings")
                .body();
        assertThat(findings.get(0).path("result").asString()).isEqualTo("CONFIRMED");
        assertThat(findings.get(1).path("result").asString()).isEqualTo("MISMATCH");
    }

    @Test
    @Order(10)
    void theWholeNumberIsShownToWhoeverSaysWhyAndThatIsOnRecord() {
        var zhang = find(college, ZHANG);
        assertThat(college.post(path(zhang) + "/disclosure", Map.of("reason", " 查 "))
                        .code())
                .isEqualTo("candidate.reason-missing");
        var disclosed = college.post(path(zhang) + "/disclosure", Map.of("reason", "与学生核对准考证"));
        assertThat(disclosed.body().path("idNumber").asString()).isEqualTo(ZHANG);
        assertThat(jdbc.sql("select facts from audit.entry where act = 'candidate.disclose'")
                        .query(String.class)
                        .single())
                .contains("与学生核对准考证");
        assertThat(operator.get("/api/audit/verification").body().path("intact").asBoolean())
                .isTrue();
    }

    @Test
    @Order(11)
    void noIdNumberIsReadableInAnyTableOrOnTheTrail() {
        var columns = jdbc.sql("""
                select table_schema || '.' || table_name as "table", column_name as "column", data_type as type
                from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')
                """)
                .query((row, n) -> List.of(row.getString("table"), row.getString("column"), row.getString("type")))
                .list();
        assertThat(columns).hasSizeGreaterThan(50);
        for (var column : columns) {
            var place = column.get(2).equals("bytea")
                    ? "position(convert_to(:number, 'UTF8') in \"" + column.get(1) + "\")"
                    : "strpos(cast(\"" + column.get(1) + "\" as text), :number)";
            var found = jdbc.sql("select count(*) from " + column.get(0) + " where " + place + " > 0")
                    .param("number", ZHANG)
                    .query(Integer.class)
                    .single();
            assertThat(found).as(column.toString()).isZero();
        }
    }

    @Test
    @Order(12)
    void aFileThatIsNoRosterSaysWhatItIs() {
        var file = college.upload("花名册.xlsx", Uploads.portrait(Color.RED, 20, 20));
        var failed = college.whenEnded(
                college.post("/api/candidate/imports", Map.of("file", file)), "/api/candidate/imports/");
        assertThat(failed.path("job").path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("job").path("code").asString()).isEqualTo("sheet.not-a-sheet");
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(college.post("/api/candidate/imports/" + failed.path("id").asString() + "/entering", Map.of())
                        .code())
                .isEqualTo("intake.import-state");
        var theirs = neighbour.post("/api/candidate/imports", Map.of("file", file));
        assertThat(theirs.code()).isEqualTo("intake.file-unknown");
    }

    @Test
    @Order(13)
    void whoeverLeavesIsOffTheRosterAndCanComeBack() {
        var li = find(college, LI);
        assertThat(college.post(path(li) + "/ending", Map.of("version", 1)).code())
                .isEqualTo("candidate.changed");
        assertThat(college.post(
                                path(li) + "/ending",
                                Map.of("version", li.path("version").asInt()))
                        .status())
                .isEqualTo(204);
        assertThat(college.get(path(li)).status()).isEqualTo(404);
        var back = college.post(
                "/api/candidate/enrolments", Map.of("values", Map.of("NAME", "李四", "ID_NUMBER", LI, "KIND", "院校考生")));
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.body().path("candidate")).isEqualTo(li.path("candidate"));
        assertThat(back.body().path("hasPhoto").asBoolean()).isFalse();
    }

    @Test
    @Order(20)
    void whatCannotBeStoredIsRefusedAsUnreadable() {
        var nothing = new LinkedHashMap<String, Object>();
        nothing.put("NAME", null);
        assertThat(college.post("/api/candidate/enrolments", Map.of("values", nothing))
                        .code())
                .isEqualTo("request.invalid");
        assertThat(college.post("/api/candidate/enrolments", Map.of("values", Map.of("NAME", "张\u0000三")))
                        .status())
                .isEqualTo(400);
    }

    private static String number(String sequence) {
        return IdNumber.completed("99999920060315" + sequence).value();
    }

    private static String row(String name, String number) {
        return String.join(",", name, number, "院校考生", "汉", "12000000001", "电子商务", "电商2201班", "高职专科", "2022", "是");
    }

    private String read(String name, byte[] file) {
        var begun = college.post("/api/candidate/imports", Map.of("file", college.upload(name, file)));
        assertThat(begun.status()).isEqualTo(202);
        return college.whenEnded(begun, "/api/candidate/imports/").path("id").asString();
    }

    private List<Map.Entry<Integer, String>> problems(String verdict) {
        var rows = college.get("/api/candidate/imports/" + firstImport + "/rows?verdict=" + verdict)
                .body();
        return StreamSupport.stream(rows.path("items").spliterator(), false)
                .map(row -> Map.entry(row.path("number").asInt(), hardProblem(row)))
                .toList();
    }

    private static String hardProblem(JsonNode row) {
        return StreamSupport.stream(row.path("problems").spliterator(), false)
                .map(problem -> problem.path("code").asString())
                .filter(code -> !code.equals("AREA_UNKNOWN"))
                .findFirst()
                .orElse("");
    }

    private Map<String, Integer> states() {
        var states = new LinkedHashMap<String, Integer>();
        college.get("/api/candidate/overview")
                .body()
                .path("states")
                .forEach(state -> states.put(
                        state.path("state").asString(), state.path("count").asInt()));
        return states;
    }

    private static JsonNode find(Staff staff, String number) {
        return staff.post("/api/candidate/searches", Map.of("idNumber", number))
                .body()
                .get(0);
    }

    private static String path(JsonNode candidate) {
        return "/api/candidate/enrolments" + key(candidate);
    }

    private static String key(JsonNode candidate) {
        return "/" + candidate.path("candidate").asString() + "/"
                + candidate.path("enrolment").asString();
    }

    private static Map<String, Object> revision(JsonNode candidate, String name) {
        return Map.of(
                "version",
                candidate.path("version").asInt(),
                "values",
                Map.of(
                        "NAME",
                        name,
                        "KIND",
                        "院校考生",
                        "NATION",
                        "回族",
                        "MAJOR",
                        "电子商务",
                        "CLASS_NAME",
                        "电商2201班",
                        "EDUCATION",
                        "高职专科",
                        "ENTRY_YEAR",
                        "2022",
                        "CONSENT",
                        "是"));
    }

    private void advance(String to) {
        assertThat(operator.post("/api/clock/advance", Map.of("to", to)).status())
                .isEqualTo(200);
    }
}
