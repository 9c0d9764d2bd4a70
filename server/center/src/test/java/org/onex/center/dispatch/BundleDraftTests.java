package org.onex.center.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.onex.center.dispatch.ExamDay.block;
import static org.onex.center.dispatch.ExamDay.id;
import static org.onex.center.dispatch.ExamDay.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.plan.PlanOutline;
import org.onex.center.staffing.AssignedInvigilator;
import org.onex.contract.bundle.SiteBundle;
import tools.jackson.databind.json.JsonMapper;

class BundleDraftTests {

    private static final PlanOutline PLAN = plan(Level.ELEMENTARY, block("14:00", "17:45"));
    private static final SiteBundle.Place PLACE = new SiteBundle.Place(id("site"), "考点", PLAN.code(), 1);
    private static final RoomKeepers NOBODY = new RoomKeepers(List.of(), Map.of());

    @TempDir
    private Path folder;

    private OpaqueIds ids;

    @BeforeEach
    void open() {
        ids = ExamDay.ids(folder);
    }

    private static BundleDraft draft(SlotRoster roster, boolean drill, RoomKeepers keepers) {
        return new BundleDraft(
                PLAN.name(),
                PLACE,
                ExamDay.keys(),
                roster,
                ExamDay.papers(roster, drill),
                Map.of(),
                keepers,
                List.of());
    }

    @Test
    void theSameAgainIsTheSameTextAndAnotherVersionDiffersInNothingElse() {
        var one = draft(ExamDay.roster(PLAN, 5, ids), false, NOBODY).bundle(1, ids);
        var again = draft(ExamDay.roster(PLAN, 5, ids), false, NOBODY).bundle(1, ids);
        var json = JsonMapper.builder().build();
        assertThat(json.writeValueAsBytes(again)).isEqualTo(json.writeValueAsBytes(one));
        var next = draft(ExamDay.roster(PLAN, 5, ids), false, NOBODY).bundle(2, ids);
        assertThat(json.writeValueAsString(next).replace("\"version\":2", "\"version\":1"))
                .isEqualTo(json.writeValueAsString(one));
    }

    @Test
    void everybodyIsInItOnceWithARunForEachSubjectAndNoReadableIdNumber() {
        long seed = System.nanoTime();
        var people = new Random(seed).nextInt(1, 200);
        var roster = ExamDay.roster(PLAN, people, ids);
        var bundle = draft(roster, false, NOBODY).bundle(1, ids);
        assertThat(bundle.seatings()).as("seed %d", seed).hasSize(people);
        assertThat(bundle.seatings().stream().flatMap(seating -> seating.runs().stream()))
                .extracting(SiteBundle.Run::attempt)
                .hasSize(2 * people)
                .doesNotHaveDuplicates();
        var text = JsonMapper.builder().build().writeValueAsString(bundle);
        assertThat(roster.sitters())
                .noneMatch(sitter -> text.contains(sitter.seat().idNumber().value()))
                .noneMatch(sitter ->
                        text.contains(sitter.seat().registration().candidate().toString()))
                .noneMatch(sitter ->
                        text.contains(sitter.seat().registration().id().toString()));
    }

    @Test
    void whoIsRegisteredForOneSubjectSitsOneAndOtherSessionsAreNotThere() {
        var seating = ExamDay.seating(PLAN, 2);
        var roster = SlotRoster.of(
                seating,
                seating.slots().getFirst(),
                ExamDay.sessions(PLAN, ids),
                ExamDay.registered(seating, List.of(Subject.PRACTICAL)));
        var bundle = draft(roster, false, NOBODY).bundle(1, ids);
        assertThat(bundle.sessions()).extracting(SiteBundle.Session::subject).containsExactly("实操");
        assertThat(bundle.sessions().getFirst().after())
                .as("nobody hands in what nobody sits")
                .isNull();
        assertThat(bundle.seatings())
                .allSatisfy(seated -> assertThat(seated.runs()).hasSize(1));
    }

    @Test
    void aSeatOfSomebodyWhoSitsNothingIsNotPackedOver() {
        var seating = ExamDay.seating(PLAN, 1);
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        SlotRoster.of(seating, seating.slots().getFirst(), ExamDay.sessions(PLAN, ids), Map.of()));
    }

    @Test
    void anInvigilatorOfTwoRoomsIsOnePersonAndWhoHasNoPinIsNotThere() {
        var roster = ExamDay.roster(PLAN, 6, ids);
        var keepers = new RoomKeepers(
                List.of(
                        keeper("JKC00000002", 2),
                        keeper("JKC00000001", 2),
                        keeper("JKC00000001", 1),
                        new AssignedInvigilator(id("JKC00000001"), "JKC00000001", "监考", id("a room of another slot"))),
                Map.of(id("JKC00000001"), "13572468"));
        var draft = draft(roster, false, keepers);
        assertThat(draft.bundle(1, ids).invigilators())
                .containsExactly(new SiteBundle.RoomKeeper(
                        "JKC00000001",
                        "监考",
                        ExamDay.keys().hashKey().hash("13572468"),
                        List.of("第1考场 实训楼 301", "第2考场 实训楼 302")));
        assertThat(draft.warnings())
                .contains(PackingFinding.noInvigilator(List.of("第3考场 实训楼 303")), PackingFinding.noPhoto(6));
    }

    private static AssignedInvigilator keeper(String number, int room) {
        return new AssignedInvigilator(id(number), number, "监考", id("opening" + room));
    }

    @Test
    void aDrillIsWarnedOfForEachSession() {
        var roster = ExamDay.roster(PLAN, 1, ids);
        assertThat(draft(roster, true, NOBODY).warnings())
                .extracting(PackingFinding::code)
                .filteredOn(PackingFinding.Code.PAPER_IS_DRILL::equals)
                .hasSize(2);
        assertThat(draft(roster, false, NOBODY).warnings())
                .extracting(PackingFinding::code)
                .doesNotContain(PackingFinding.Code.PAPER_IS_DRILL);
    }

    @Test
    void roomsOfOtherSlotsAreNotInIt() {
        var seating = ExamDay.seating(PLAN, 2);
        var roster = ExamDay.roster(PLAN, 2, ids);
        assertThat(roster.names())
                .containsOnlyKeys(
                        seating.openings().stream().map(opening -> opening.id()).toArray(UUID[]::new));
    }
}
