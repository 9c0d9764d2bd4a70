package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.paper.BankFile;
import org.onex.center.paper.PaperDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a bank's file to a sealed paper: who does what, who may not, and that nothing of it is seen or changed by others. */
@CenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PaperJourneyTests {

    private static final String BANKS = "/api/paper/banks";
    private static final String PAPERS = "/api/paper/papers";

    @LocalServerPort
    private int port;

    @Autowired
    private PaperDirectory directory;

    @Autowired
    private JdbcClient jdbc;

    private Staff first;
    private Staff second;
    private Staff third;
    private Staff officer;
    private Staff otherWriter;
    private Staff otherOfficer;
    private Staff college;
    private Staff operator;
    private String bank;
    private String paper;

    @BeforeAll
    void everybodySignsIn() {
        Parties.enter(port);
        first = Staff.signedIn(port, "hongke-items1");
        second = Staff.signedIn(port, "hongke-items2");
        third = Staff.signedIn(port, "hongke-items3");
        officer = Staff.signedIn(port, "hongke");
        otherWriter = Staff.signedIn(port, "aopai-items1");
        otherOfficer = Staff.signedIn(port, "aopai");
        college = Staff.signedIn(port, "college01");
        operator = Staff.signedIn(port, "operator");
    }

    @AfterAll
    void everybodyGoesHome() {
        List.of(first, second, third, officer, otherWriter, otherOfficer, college, operator)
                .forEach(Staff::close);
    }

    private Staff.Answer load(Staff staff, String yaml) {
        return staff.postYaml(BANKS + "?file=WDYY-1.yaml", yaml);
    }

    @Test
    @Order(1)
    void aWrongFileIsRefusedWithLineFieldAndRule() {
        var answer = load(first, BankFile.text().replace("answer: ACE", "answer: ECA"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("paper.bank-invalid");
        var problems = answer.body().path("facts").path("problems");
        assertThat(problems).hasSize(6);
        assertThat(problems.path(0).path("file").asString()).isEqualTo("WDYY-1.yaml");
        assertThat(problems.path(0).path("field").asString()).isEqualTo("items[12].answer");
        assertThat(problems.path(0).path("rule").asString()).isEqualTo("ANSWER");
        assertThat(problems.path(0).path("line").asInt()).isGreaterThan(90);
        assertThat(first.get(BANKS).body().path("items")).isEmpty();
    }

    @Test
    @Order(2)
    void aBankOfSomebodyElsesQualificationIsRefused() {
        var answer = load(otherWriter, BankFile.text());
        assertThat(answer.code()).isEqualTo("paper.bank-invalid");
        assertThat(answer.body()
                        .path("facts")
                        .path("problems")
                        .path(0)
                        .path("rule")
                        .asString())
                .isEqualTo("FOREIGN_QUALIFICATION");
    }

    @Test
    @Order(3)
    void whileTwoWritersLoadTheSameFileThereIsOneBank() {
        var answers = Stream.of(first, second)
                .map(writer -> CompletableFuture.supplyAsync(() -> load(writer, BankFile.text())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .allMatch(answer -> answer.status() < 300 || answer.code().equals("paper.bank-changed"));
        var listed = first.get(BANKS).body().path("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("items").asInt()).isEqualTo(23);
        bank = listed.path(0).path("id").asString();
    }

    @Test
    @Order(4)
    void theSameFileAgainIsNoNewVersionAndAnotherOneIs() {
        assertThat(load(first, BankFile.text()).body().path("version").asInt()).isEqualTo(1);
        assertThat(load(first, BankFile.text().replace("单选题干1\n", "单选题干一\n"))
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        var otherLevel = load(first, BankFile.text().replace("level: 初级", "level: 中级"));
        assertThat(otherLevel.code()).isEqualTo("paper.bank-code-taken");
    }

    @Test
    @Order(5)
    void questionsAreFoundByTypeSkillAndWordsPageByPage() {
        var items = BANKS + "/" + bank + "/items";
        assertThat(ids(items + "?type=MULTIPLE")).containsExactly("M001", "M002", "M003", "M004", "M005", "M006");
        assertThat(ids(items + "?type=MULTIPLE&skill=1")).containsExactly("M002", "M004", "M006");
        assertThat(ids(items + "?type=MULTIPLE&skill=1.1.2")).containsExactly("M002", "M004", "M006");
        assertThat(ids(items + "?q=" + "文案1")).containsExactly("W01");
        assertThat(ids(items)).hasSize(27).isSorted().doesNotHaveDuplicates();
        assertThat(first.get(items + "?q=%00").code()).isEqualTo("request.invalid");
    }

    /** Every id of a list, in pages of four. */
    private List<String> ids(String path) {
        var ids = new ArrayList<String>();
        var next = "";
        do {
            var page = first.get(path + (path.contains("?") ? "&" : "?") + "limit=4" + next)
                    .body();
            page.path("items").values().forEach(item -> ids.add(item.path("id").asString()));
            next = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return ids;
    }

    @Test
    @Order(6)
    void aPaperIsAssembledWithTwoDisjointFormsOfEqualDifficulty() {
        var answer = first.post(PAPERS, assembly("THEORY", 7L));
        assertThat(answer.status()).isEqualTo(201);
        paper = answer.body().path("id").asString();
        assertThat(answer.body().path("state").asString()).isEqualTo("DRAFT");
        assertThat(answer.body().path("title").asString()).isEqualTo("网店运营推广 初级 理论考试");
        assertThat(answer.body().path("bank").path("version").asInt()).isEqualTo(2);
        assertThat(answer.body().path("assembled").path("at").asString())
                .startsWith("2024-04-22T09:")
                .endsWith("+08:00");
        var comparison = answer.body().path("comparison");
        assertThat(comparison.path("shared").asInt()).isZero();
        assertThat(comparison.path("sections").values())
                .allSatisfy(section ->
                        assertThat(section.path("difference").asInt()).isLessThanOrEqualTo(1));
        assertThat(answer.body().toString()).doesNotContain("题干", "S001");
    }

    @Test
    @Order(7)
    void withoutASeedNobodyCanGuessIt() {
        var seeds = Stream.generate(() -> first.post(PAPERS, assembly("PRACTICAL", null)))
                .limit(2)
                .map(answer -> answer.body().path("seed").asLong())
                .toList();
        assertThat(seeds).doesNotHaveDuplicates().allMatch(seed -> seed > 1000);
        assertThat(first.post(PAPERS, assembly("THEORY", -1L)).code()).isEqualTo("paper.invalid");
        var nowhere = new HashMap<>(assembly("THEORY", 1L));
        nowhere.put("bank", UUID.randomUUID());
        assertThat(first.post(PAPERS, nowhere).code()).isEqualTo("paper.bank-unknown");
    }

    private Map<String, Object> assembly(String subject, Long seed) {
        var request = new HashMap<String, Object>(Map.of("bank", bank, "subject", subject));
        request.put("seed", seed);
        return request;
    }

    @Test
    @Order(8)
    void nobodyButItsItemWritersSeesWhatIsAsked() {
        var form = PAPERS + "/" + paper + "/forms/A";
        for (var path : List.of(BANKS, BANKS + "/" + bank, BANKS + "/" + bank + "/items", PAPERS + "/" + paper, form)) {
            for (var staff : List.of(officer, otherOfficer, college, operator)) {
                assertThat(staff.get(path).code()).as(path).isEqualTo("access.not-permitted");
            }
        }
        assertThat(otherWriter.get(BANKS + "/" + bank).code()).isEqualTo("paper.bank-unknown");
        assertThat(otherWriter.get(BANKS + "/" + bank + "/items").code()).isEqualTo("paper.bank-unknown");
        assertThat(otherWriter.get(PAPERS + "/" + paper).code()).isEqualTo("paper.unknown");
        assertThat(otherWriter.get(form).code()).isEqualTo("paper.unknown");
        assertThat(otherWriter.get(BANKS).body().path("items")).isEmpty();
        assertThat(otherWriter.get(PAPERS).body().path("items")).isEmpty();
        assertThat(otherOfficer.get(PAPERS).body().path("items")).isEmpty();
        assertThat(otherWriter.post(PAPERS, assembly("THEORY", 7L)).code()).isEqualTo("paper.bank-unknown");
        assertThat(otherWriter
                        .post(PAPERS + "/" + paper + "/proofs", proof(1, true, ""))
                        .code())
                .isEqualTo("paper.unknown");
        assertThat(otherWriter
                        .post(PAPERS + "/" + paper + "/sealing", Map.of("version", 1))
                        .code())
                .isEqualTo("paper.unknown");
    }

    @Test
    @Order(9)
    void theOfficerSeesTitlesAndStatesOnly() {
        var listed = officer.get(PAPERS + "?state=DRAFT&qualification=WDYY").body();
        assertThat(listed.path("items")).hasSize(3);
        assertThat(listed.toString()).doesNotContain("题干", "S001", "answer", "options");
        assertThat(officer.get(PAPERS + "?state=SEALED").body().path("items")).isEmpty();
        assertThat(officer.get(PAPERS + "?qualification=ZBDS").body().path("items"))
                .isEmpty();
        var one = officer.get(PAPERS + "?limit=1").body();
        var rest = officer.get(PAPERS + "?limit=9&after=" + one.path("next").asString())
                .body();
        assertThat(rest.path("items")).hasSize(2);
        assertThat(rest.toString())
                .doesNotContain(one.path("items").path(0).path("id").asString());
    }

    @Test
    @Order(10)
    void aProofReaderSeesAFormWithItsKeysAndThatIsRemembered() {
        var before = entries("paper.read-form");
        var form = second.get(PAPERS + "/" + paper + "/forms/B").body();
        assertThat(form.path("sections")
                        .path(1)
                        .path("questions")
                        .path(0)
                        .path("item")
                        .path("answer")
                        .asString())
                .isEqualTo("ACE");
        assertThat(entries("paper.read-form")).isEqualTo(before + 1);
        assertThat(second.get(PAPERS + "/" + paper + "/forms/C").code()).isEqualTo("paper.unknown");
    }

    private int entries(String act) {
        return jdbc.sql("select count(*) from audit.entry where act = :act")
                .param("act", act)
                .query(Integer.class)
                .single();
    }

    @Test
    @Order(11)
    void theOneWhoAssembledItCannotProofReadAndOnePersonCannotCountTwice() {
        assertThat(proofRead(first, 1, true, "").code()).isEqualTo("paper.proof-by-assembler");
        assertThat(proofRead(second, 1, false, " ").code()).isEqualTo("paper.opinion-missing");
        assertThat(proofRead(second, 1, true, "").body().path("state").asString())
                .isEqualTo("PROOF");
        assertThat(proofRead(second, 2, true, "").code()).isEqualTo("paper.already-proof-read");
        assertThat(proofRead(third, 1, true, "").code()).isEqualTo("paper.changed");
    }

    private Staff.Answer proofRead(Staff staff, int version, boolean passed, String opinion) {
        return staff.post(PAPERS + "/" + paper + "/proofs", proof(version, passed, opinion));
    }

    private static Map<String, Object> proof(int version, boolean passed, String opinion) {
        return Map.of("version", version, "passed", passed, "opinion", opinion);
    }

    @Test
    @Order(12)
    void whatIsNotSealedIsNotThereForAnybodyElse() {
        var unsealed = first.post(PAPERS + "/" + paper + "/sealing", Map.of("version", 2));
        assertThat(unsealed.status()).isEqualTo(409);
        assertThat(unsealed.code()).isEqualTo("paper.not-ready");
        assertThat(directory.sealed("WDYY", Level.ELEMENTARY, Subject.THEORY)).isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> directory.candidatePaper(UUID.fromString(paper), "A"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> directory.answerKey(UUID.fromString(paper), "A"));
    }

    @Test
    @Order(13)
    void aBankThatGoesOnDoesNotChangeThePapersThereAre() {
        var next = BankFile.text().replace("answer: ACE", "answer: BD").replace("多选题干", "新多选题干");
        assertThat(load(second, next).body().path("version").asInt()).isEqualTo(3);
        var form = second.get(PAPERS + "/" + paper + "/forms/A").body().toString();
        assertThat(form).contains("\"ACE\"").doesNotContain("新多选题干", "\"BD\"");
    }

    @Test
    @Order(14)
    void afterTwoReadersItIsSealedOnceHoweverOftenSomebodyAsks() {
        assertThat(proofRead(third, 2, true, "已核对").body().path("state").asString())
                .isEqualTo("READY");
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> first.post(PAPERS + "/" + paper + "/sealing", Map.of("version", 3))))
                .limit(3)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers)
                .extracting(Staff.Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers.getFirst().body().path("edition").asInt()).isEqualTo(1);
        assertThat(entries("paper.seal-paper")).isEqualTo(1);
    }

    @Test
    @Order(15)
    void sealedItIsFinal() {
        assertThat(proofRead(second, 4, false, "有错").code()).isEqualTo("paper.wrong-state");
        assertThat(proofRead(third, 4, true, "").code()).isEqualTo("paper.wrong-state");
        assertThat(officer.get(PAPERS + "?state=SEALED").body().path("items")).hasSize(1);
    }

    @Test
    @Order(16)
    void otherModulesGetThePaperAndTheKeyApart() {
        var sealed = directory.sealed("WDYY", Level.ELEMENTARY, Subject.THEORY).getFirst();
        assertThat(sealed.id()).hasToString(paper);
        assertThat(sealed.forms()).extracting(form -> form.name()).containsExactly("A", "B");
        var candidates = new String(directory.candidatePaper(sealed.id(), "A"), StandardCharsets.UTF_8);
        var key = new String(directory.answerKey(sealed.id(), "A"), StandardCharsets.UTF_8);
        assertThat(candidates).contains("多选题干", "\"format\":1").doesNotContain("ACE", "理由", "difficulty", "answer");
        assertThat(key).contains("ACE", "ALL_OR_NOTHING").doesNotContain("题干");
        assertThat(directory.sealed("WDYY", Level.ELEMENTARY, Subject.PRACTICAL))
                .isEmpty();
        assertThat(directory.sealed("WDYY", Level.INTERMEDIATE, Subject.THEORY)).isEmpty();
    }

    @Test
    @Order(17)
    void papersThatAreSealedAtOnceGetTheNextEditionsOneEach() {
        var sealings = Stream.of(readyPaper(8L), readyPaper(88L))
                .map(ready -> CompletableFuture.supplyAsync(
                        () -> third.post(PAPERS + "/" + ready + "/sealing", Map.of("version", 3))))
                .toList();
        var sealed = sealings.stream()
                .map(CompletableFuture::join)
                .map(Staff.Answer::body)
                .toList();
        assertThat(sealed).extracting(body -> body.path("edition").asInt()).containsExactlyInAnyOrder(2, 3);
        var newest = sealed.stream()
                .filter(body -> body.path("edition").asInt() == 3)
                .findFirst()
                .orElseThrow();
        assertThat(directory
                        .sealed("WDYY", Level.ELEMENTARY, Subject.THEORY)
                        .getFirst()
                        .id())
                .hasToString(newest.path("id").asString());
    }

    private String readyPaper(Long seed) {
        paper = second.post(PAPERS, assembly("THEORY", seed)).body().path("id").asString();
        proofRead(first, 1, true, "");
        proofRead(third, 2, true, "");
        return paper;
    }

    @Test
    @Order(18)
    void aRejectedPaperSaysWhyAndGoesNowhere() {
        paper = first.post(PAPERS, assembly("THEORY", 9L)).body().path("id").asString();
        var rejected = proofRead(second, 1, false, "S003 有两个正确答案").body();
        assertThat(rejected.path("state").asString()).isEqualTo("REJECTED");
        assertThat(rejected.path("proofs").path(0).path("opinion").asString()).isEqualTo("S003 有两个正确答案");
        assertThat(proofRead(third, 2, true, "").code()).isEqualTo("paper.wrong-state");
        assertThat(first.post(PAPERS + "/" + paper + "/sealing", Map.of("version", 2))
                        .code())
                .isEqualTo("paper.not-ready");
    }

    /** What is asked and what is right lies sealed on disk. */
    @Test
    @Order(19)
    void noQuestionIsReadableInTheDatabase() {
        for (var table : List.of("bank", "bank_version", "paper", "proof", "sealed_form")) {
            var rows = String.join(
                    "\n",
                    jdbc.sql("select cast(t as text) from paper." + table + " t")
                            .query(String.class)
                            .list());
            assertThat(rows).as(table).isNotEmpty().doesNotContain("题干", "理由", "保温杯", "ACE", "3.40");
        }
    }

    @Test
    @Order(20)
    void everyActIsOnTheTrailAndTheTrailIsWhole() {
        assertThat(entries("paper.load-bank")).isEqualTo(3);
        assertThat(entries("paper.assemble-paper")).isEqualTo(6);
        assertThat(entries("paper.proof-read")).isEqualTo(7);
        assertThat(jdbc.sql("select facts from audit.entry where act like 'paper.%'")
                        .query(String.class)
                        .list())
                .noneMatch(facts -> facts.contains("S003") || facts.contains("题干"));
        assertThat(operator.get("/api/audit/verification").body().path("intact").asBoolean())
                .isTrue();
    }
}
