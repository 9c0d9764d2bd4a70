package org.onex.center.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.center.CenterTest;
import org.onex.center.file.FileStore;
import org.onex.center.intake.IntakeRow.Verdict;
import org.onex.center.job.JobRun;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.sheet.SheetRefused;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.vault.Digests;
import org.onex.foundation.web.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A spreadsheet on its way in: read, looked at, entered, given back; also when the product stops in between or two do the same. */
@CenterTest
class IntakeModuleTests {

    private static final int MANY = 1_200;
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final Instant MORNING = Instant.parse("2024-04-22T01:00:00Z");
    private static final PageRequest FIRST = new PageRequest(null, null);
    private static final Actor OFFICER = officer("90001");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FileStore files;

    @Autowired
    private Intakes intakes;

    @Autowired
    private IntakeRows rows;

    @Autowired
    private IntakeWork work;

    @Autowired
    private IntakeDesk desk;

    private ThingKind things;

    @BeforeEach
    void begin() {
        ThingKind.prepare(jdbc);
        things = new ThingKind(jdbc, "list");
    }

    @Test
    void aFileIsShownWithWhatIsWrongInItBeforeAnythingIsEntered() {
        var id = sent("编号,名称\n1,笔\n2,\nx,纸\n1,墨\n3.40102E+17,砚");
        assertThat(read(id)).isEqualTo(Map.of("rows", 5, "bad", 4));
        var bad = desk.rows(things, id, Verdict.BAD, FIRST, OFFICER).items();
        assertThat(bad.stream().flatMap(row -> row.problems().stream()))
                .containsExactly(
                        CellProblem.of("NAME", CellProblem.MISSING),
                        CellProblem.of("NUMBER", "NO_NUMBER"),
                        CellProblem.of("NUMBER", CellProblem.ROW_TWICE, "first", 2),
                        CellProblem.of("NUMBER", CellProblem.RUINED_NUMBER));
        var view = desk.get(things, id, OFFICER);
        assertThat(view.state()).isEqualTo(IntakeState.READ);
        assertThat(view.counts()).isEqualTo(new IntakeCounts(1, 0, 0, 4));
        assertThat(count()).isZero();
    }

    @Test
    void aHiddenRowIsPointedOutAndItsMistakesAreSaidAllTheSame() throws IOException {
        var id = sent(workbookWithHiddenRows());
        read(id);
        var hidden = CellProblem.warning("NUMBER", CellProblem.HIDDEN_ROW);
        assertThat(rows.list(id, Verdict.ADDED, 0, 10).getFirst().problems()).containsExactly(hidden);
        assertThat(rows.list(id, Verdict.BAD, 0, 10).getFirst().problems())
                .containsExactly(hidden, CellProblem.of("NUMBER", "NO_NUMBER"));
    }

    @Test
    void whatItsKindMasksIsMaskedAndLiesSealed() {
        var id = sent("编号,名称,备注\n1,笔,某人的秘密");
        read(id);
        assertThat(desk.rows(things, id, null, FIRST, OFFICER)
                        .items()
                        .getFirst()
                        .values())
                .isEqualTo(Map.of("NUMBER", "1", "NAME", "笔", "REMARK", "***"));
        assertThat(jdbc.sql("""
                        select count(*) from intake.intake_row
                        where intake_id = :id and position(convert_to('秘密', 'UTF8') in values_sealed) > 0
                        """).param("id", id).query(Integer.class).single()).isZero();
    }

    @Test
    void whatCannotBeReadFailsAndKeepsNothing() {
        var id = sent("这不是表格");
        assertThatExceptionOfType(SheetRefused.class).isThrownBy(() -> read(id));
        assertThat(intakes.get(id).state()).isEqualTo(IntakeState.FAILED);
        assertThat(rows.count(id, null)).isZero();
        assertThatExceptionOfType(IntakeRefused.class)
                .isThrownBy(() -> desk.enter(things, id, OFFICER))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("intake.import-state"));
    }

    @Test
    void aReaderThatWasTakenForDeadTouchesNothingThatAnotherHasRead() {
        var id = sent("编号,名称\n1,笔\n2,纸");
        assertThatIllegalStateException()
                .isThrownBy(() -> work.reading(things).run(run(id, done -> read(id))))
                .withMessageContaining("somebody else");
        assertThat(intakes.get(id).state()).isEqualTo(IntakeState.READ);
        assertThat(rows.count(id, null)).isEqualTo(2);
    }

    @Test
    void whatWasInterruptedGoesOnAndNothingIsEnteredTwice() {
        var id = entering(list(MANY));
        assertThatIllegalStateException()
                .isThrownBy(() -> work.entering(things).run(run(id, done -> {
                    if (done >= 500) {
                        throw new IllegalStateException("killed");
                    }
                })));
        assertThat(count()).isEqualTo(500);
        assertThat(intakes.get(id).state()).isEqualTo(IntakeState.ENTERING);

        assertThat(enter(id)).isEqualTo(Map.of("added", MANY, "changed", 0, "bad", 0));
        assertThat(count()).isEqualTo(MANY);
        assertThat(intakes.get(id).state()).isEqualTo(IntakeState.ENTERED);
    }

    @Test
    void whatWasEnteredIsOnRecordOnceWithTheHashByWhichItCanBeShown() {
        var id = entering("编号,名称\n1,笔\n2,纸");
        enter(id);
        enter(id);
        var manifest = hash("2 ADDED thing 1\n3 ADDED thing 2");
        assertThat(recorded(id))
                .containsExactly(
                        Map.of(
                                "first",
                                2,
                                "last",
                                3,
                                "added",
                                2,
                                "changed",
                                0,
                                "unchanged",
                                0,
                                "bad",
                                0,
                                "manifest",
                                manifest),
                        Map.of(
                                "whole",
                                true,
                                "added",
                                2,
                                "changed",
                                0,
                                "unchanged",
                                0,
                                "bad",
                                0,
                                "manifest",
                                manifest));
    }

    @Test
    void whatStandsIsOnRecordEvenIfTheRestBreaks() {
        var id = entering(list(MANY));
        var chunks = new AtomicInteger();
        things.whenEntered = () -> {
            if (chunks.incrementAndGet() == 3) {
                throw new IllegalStateException("broken");
            }
        };
        assertThatIllegalStateException().isThrownBy(() -> enter(id));
        assertThat(count()).isEqualTo(1_000);
        assertThat(recorded(id))
                .extracting("first", "last", "added")
                .containsExactly(tuple(2, 501, 500), tuple(502, 1_001, 500));
        var lines = IntStream.range(0, 500).mapToObj(n -> (n + 2) + " ADDED thing " + n);
        assertThat(recorded(id).getFirst()).containsEntry("manifest", hash(lines.collect(Collectors.joining("\n"))));

        enter(id);
        assertThat(recorded(id)).extracting("added").containsExactly(500, 500, 200, MANY);
    }

    @Test
    void theTrailIsNotLockedBeforeTheKindHasEntered() {
        var id = entering(list(MANY));
        var recordedWhenEntered = new ArrayList<Integer>();
        things.whenEntered = () -> recordedWhenEntered.add(recorded(id).size());
        enter(id);
        assertThat(recordedWhenEntered).containsExactly(0, 1, 2);
    }

    @Test
    void twoRunsOfTheSameFileEnterEachRowOnce() {
        var id = entering(list(MANY));
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> enter(id)), CompletableFuture.runAsync(() -> enter(id)))
                .join();
        assertThat(recorded(id)).extracting("added").containsExactly(500, 500, 200, MANY);
        assertThat(intakes.get(id).counts()).isEqualTo(new IntakeCounts(MANY, 0, 0, 0));
    }

    @Test
    void whatWasThereWhenTheFileWasReadAndIsGoneMeanwhileIsEnteredAgain() {
        enter(entering("编号,名称\n1,笔\n2,纸"));
        var id = entering("编号,名称\n1,笔\n2,纸\n3,墨");
        assertThat(intakes.get(id).counts()).isEqualTo(new IntakeCounts(1, 0, 2, 0));
        jdbc.sql("delete from thing.thing where number = '1'").update();
        var seen = new ArrayList<Long>();
        work.entering(things).run(run(id, seen::add));
        assertThat(intakes.get(id).counts()).isEqualTo(new IntakeCounts(2, 0, 1, 0));
        assertThat(count()).isEqualTo(3);
        assertThat(seen).containsExactly(0L, 3L);
    }

    @Test
    void aFileWithNothingNewIsEnteredLikeAnyOther() {
        enter(entering("编号,名称\n1,笔"));
        var id = entering("编号,名称\n1,笔");
        assertThat(enter(id)).isEqualTo(Map.of("added", 0, "changed", 0, "bad", 0));
        assertThat(intakes.get(id).state()).isEqualTo(IntakeState.ENTERED);
        assertThat(intakes.get(id).counts()).isEqualTo(new IntakeCounts(0, 0, 1, 0));
    }

    @Test
    void severalFilesAreEnteredAtOnceButOneIsReadBecauseThatTakesMemory() {
        assertThat(work.entering(things).places()).isEqualTo(3);
        assertThat(work.reading(things).places()).isEqualTo(1);
    }

    @Test
    void twoFilesOfTheSameThingsAtTheSameTimeEnterEachOnce() {
        var one = entering(list(MANY));
        var other = entering(list(MANY));
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> enter(one)), CompletableFuture.runAsync(() -> enter(other)))
                .join();
        var first = intakes.get(one).counts();
        var second = intakes.get(other).counts();
        assertThat(count()).isEqualTo(MANY);
        assertThat(first.added() + second.added()).isEqualTo(MANY);
        assertThat(first.unchanged() + second.unchanged()).isEqualTo(MANY);
    }

    @Test
    void whatBecameImpossibleMeanwhileIsRefusedAndTheRestIsEntered() {
        enter(entering("编号,名称\n1,笔"));
        var id = entering("编号,名称\n1,墨\n2,纸");
        jdbc.sql("update thing.thing set locked = true").update();
        enter(id);
        assertThat(intakes.get(id).counts()).isEqualTo(new IntakeCounts(1, 0, 0, 1));
        assertThat(rows.list(id, Verdict.BAD, 0, 10).getFirst().problems())
                .containsExactly(CellProblem.of("NAME", "LOCKED"));
        assertThat(jdbc.sql("select name from thing.thing order by number")
                        .query(String.class)
                        .list())
                .containsExactly("笔", "纸");
    }

    @Test
    void badRowsComeBackAsTheyWereWithTheReason() throws IOException {
        var id = sent("编号,名称,备注\nx,笔,秘密\n2,,\n2,纸,");
        read(id);
        var response = new MockHttpServletResponse();
        desk.badRows(things, id, OFFICER, response);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            var lines = workbook.getFirstSheet().read();
            assertThat(lines.get(1).getCellText(0)).contains("由 王老师（college90001）于 2024-04-22 导出");
            assertThat(IntStream.range(0, 4).mapToObj(cell -> lines.get(3).getCellText(cell)))
                    .contains("x", "笔", "秘密", "第 2 行　编号：不是编号");
            assertThat(lines.get(4).getCellText(3)).isEqualTo("第 3 行　名称：必须填写");
            assertThat(lines.get(5).getCellText(3)).isEqualTo("第 4 行　编号：与第 3 行重复");
        }
    }

    @Test
    void aProblemAtAFieldWithoutAColumnComesBackAtTheRow() throws IOException {
        var id = sent("编号,名称\n1,笔");
        read(id);
        rows.note(id, List.of(rows.list(id, null, 0, 1).getFirst().bad(CellProblem.of("ELSEWHERE", "LOCKED"))));
        var response = new MockHttpServletResponse();
        desk.badRows(things, id, OFFICER, response);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(workbook.getFirstSheet().read().get(3).getCellText(3)).isEqualTo("第 2 行　编号：不能改");
        }
    }

    @Test
    void nobodySeesWhatAnotherCollegeSentOrWhatIsOfAnotherKind() {
        var id = sent("编号,名称\n1,笔");
        read(id);
        assertThat(desk.list(things, FIRST, OFFICER).items())
                .extracting(IntakeView::id)
                .contains(id);
        var other = new ThingKind(jdbc, "roll");
        assertThat(desk.list(other, FIRST, OFFICER).items()).isEmpty();
        assertThat(desk.list(things, FIRST, officer("90002")).items()).isEmpty();
        assertThatExceptionOfType(IntakeRefused.class)
                .isThrownBy(() -> desk.get(other, id, OFFICER))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("intake.import-unknown"));
        assertThatExceptionOfType(IntakeRefused.class)
                .isThrownBy(() -> desk.rows(things, id, null, FIRST, officer("90002")));
        assertThatExceptionOfType(IntakeRefused.class).isThrownBy(() -> desk.enter(other, id, OFFICER));
        assertThatExceptionOfType(IntakeRefused.class)
                .isThrownBy(() -> desk.badRows(things, id, officer("90002"), new MockHttpServletResponse()));
    }

    private static Actor officer(String college) {
        return new Actor("college" + college, "王老师", new Organization(OrganizationKind.COLLEGE, college, "示范院校"));
    }

    private static String list(int count) {
        return IntStream.range(0, count).mapToObj(n -> n + ",笔").collect(Collectors.joining("\n", "编号,名称\n", ""));
    }

    private static byte[] workbookWithHiddenRows() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("物品");
            var lines = List.of(List.of("编号", "名称"), List.of("1", "笔"), List.of("x", "纸"));
            for (int row = 0; row < lines.size(); row++) {
                sheet.value(row, 0, lines.get(row).get(0));
                sheet.value(row, 1, lines.get(row).get(1));
            }
            sheet.hideRow(1);
            sheet.hideRow(2);
        }
        return bytes.toByteArray();
    }

    private UUID sent(String csv) {
        return sent(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Sent by somebody; nothing works on it in the background. */
    private UUID sent(byte[] content) {
        var file = Ids.next();
        var sha256 = files.keep(content);
        jdbc.sql("""
                insert into file.stored_file (id, name, bytes, sha256, owner_kind, owner_code, login, at)
                values (:id, '物品.csv', 1, :sha256, 'COLLEGE', '90001', 'college90001', :at)
                """)
                .param("id", file)
                .param("sha256", sha256)
                .param("at", Timestamp.from(MORNING))
                .update();
        var id = Ids.next();
        intakes.add(new Intake(
                id,
                "thing.list",
                "90001",
                file,
                "物品.csv",
                IntakeState.READING,
                Ids.next(),
                "王老师",
                MORNING,
                IntakeCounts.NONE,
                null));
        return id;
    }

    private UUID entering(String csv) {
        var id = sent(csv);
        read(id);
        intakes.store(intakes.get(id).entering(Ids.next(), false));
        return id;
    }

    private Map<String, Object> read(UUID id) {
        return work.reading(things).run(run(id, done -> {}));
    }

    private Map<String, Object> enter(UUID id) {
        return work.entering(things).run(run(id, done -> {}));
    }

    /** The facts of all entries about it, the oldest first. */
    private List<Map<String, Object>> recorded(UUID id) {
        return jdbc
                .sql("select facts from audit.entry where act = 'thing.enter-list' and subject = :id order by number")
                .param("id", id.toString())
                .query(String.class)
                .list()
                .stream()
                .map(facts -> JsonMapper.shared().readValue(facts, FACTS))
                .toList();
    }

    private static String hash(String manifest) {
        return Digests.sha256(manifest.getBytes(StandardCharsets.UTF_8));
    }

    private int count() {
        return jdbc.sql("select count(*) from thing.thing").query(Integer.class).single();
    }

    private static JobRun run(UUID subject, LongConsumer seen) {
        return new JobRun() {
            @Override
            public String subject() {
                return subject.toString();
            }

            @Override
            public Actor actor() {
                return OFFICER;
            }

            @Override
            public void progress(long done, long total) {
                seen.accept(done);
            }
        };
    }
}
