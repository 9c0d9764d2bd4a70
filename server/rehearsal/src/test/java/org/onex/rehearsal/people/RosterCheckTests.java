package org.onex.rehearsal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;

/** A college's desk and its checks against centres that do what they should, and against others. */
class RosterCheckTests {

    private static final List<Person> PEOPLE = Crowd.of(4, 1, 2024, 1).at(0);
    /** The third row is wrong. */
    private static final Roster ROSTER = Roster.flawed(RosterForm.MISNAMED, PEOPLE, 0);

    private static final String WRONG = "{\"number\": 4, \"problems\": [{\"field\": \"ID_NUMBER\", \"code\": \"%s\"}]}";

    private final FakeCenter center = new FakeCenter();

    @AfterEach
    void close() {
        center.close();
    }

    private CollegeDesk desk() {
        return new CollegeDesk(center.center(), "college01", new MaskCheck(center.findings()));
    }

    private void preview(String counts, Stream<String> bad) {
        center.answers("GET", "/api/candidate/imports/7/rows", Reply.list(bad));
        var view = FakeCenter.json("{\"id\": \"7\", \"fileName\": \"名单.xls\", \"counts\": " + counts + "}");
        new RosterCheck(center.scene("003", 1), desk()).preview(ROSTER, view, 3);
    }

    @Test
    void aCentreThatNamesEveryMistakeHolds() {
        preview("{\"added\": 3, \"changed\": 0, \"unchanged\": 0, \"bad\": 1}", Stream.of(WRONG.formatted("ID_CHECK")));

        assertThat(center.findings().anyBroken()).isFalse();
        assertThat(center.found(Claim.BAD_ROWS_SAY_WHY).checked()).isEqualTo(4);
    }

    @Test
    void aMistakeUnderAnotherNameIsFound() {
        preview(
                "{\"added\": 3, \"changed\": 0, \"unchanged\": 0, \"bad\": 1}",
                Stream.of(WRONG.formatted("ID_LENGTH")));

        assertThat(center.found(Claim.BAD_ROWS_SAY_WHY).examples())
                .containsExactly("college01 row 4 of 名单.xls was sent with [ID_NUMBER ID_CHECK] and refused with"
                        + " [ID_NUMBER ID_LENGTH]");
    }

    @Test
    void aMistakeThatIsTakenAndARightRowThatIsRefusedAreFound() {
        preview(
                "{\"added\": 3, \"changed\": 0, \"unchanged\": 0, \"bad\": 1}",
                Stream.of(WRONG.formatted("ID_CHECK").replace("4", "3")));

        assertThat(center.found(Claim.BAD_ROWS_SAY_WHY).broken()).isEqualTo(2);
    }

    @Test
    void aRefusedRowThatNobodySentIsFound() {
        preview(
                "{\"added\": 3, \"changed\": 0, \"unchanged\": 0, \"bad\": 1}",
                Stream.of(
                        WRONG.formatted("ID_CHECK"), WRONG.formatted("ID_CHECK").replace("4", "9")));

        assertThat(center.found(Claim.BAD_ROWS_SAY_WHY).broken()).isEqualTo(1);
    }

    @Test
    void countsThatDoNotAddUpAreFound() {
        preview("{\"added\": 2, \"changed\": 0, \"unchanged\": 0, \"bad\": 1}", Stream.of(WRONG.formatted("ID_CHECK")));

        assertThat(center.found(Claim.NOTHING_LOST).broken()).isEqualTo(1);
    }

    private void receives(byte[] content) {
        center.answers(
                "POST",
                "/api/file/files",
                new Reply(201, "{\"id\": \"1\", \"sha256\": \"" + Digest.sha256(content) + "\"}"));
    }

    @Test
    void aFileThatArrivedDifferentlyEndsTheRehearsal() {
        receives(new byte[] {2});

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> desk().upload("名单.xls", new byte[] {1}))
                .withMessageContaining("another SHA-256");
    }

    @Test
    void workThatFailsEndsTheRehearsalWithItsCode() {
        receives(new byte[] {1});
        var view = "{\"id\": \"7\", \"job\": {\"state\": \"FAILED\", \"code\": \"sheet.unreadable\", \"facts\": {}}}";
        center.answers("POST", CollegeDesk.ROSTERS, new Reply(202, view));
        center.answers("GET", CollegeDesk.ROSTERS + "/7", Reply.ok(view));

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> desk().send(CollegeDesk.ROSTERS, "名单.xls", new byte[] {1}))
                .withMessageContaining("FAILED sheet.unreadable");
    }

    @Test
    void aCentreThatLetsStrangersInIsFound() {
        var enrolment =
                Json.object().put("candidate", "c").put("enrolment", "e").put("version", 1);
        center.answers("POST", "/api/candidate/searches", Reply.ok("[{\"name\": \"张三\"}]"));
        center.answers("GET", "/api/candidate/enrolments/c/e", Reply.ok("{}"));
        new StrangerCheck(center.scene("003", 1)).checkCollege("college02", PEOPLE.getFirst(), enrolment);

        // Nobody here answers 404, so everything counts; what was shown is not repeated.
        assertThat(center.found(Claim.ONLY_ITS_COLLEGE).broken()).isEqualTo(7);
        assertThat(center.found(Claim.ONLY_ITS_COLLEGE).examples())
                .noneMatch(example -> example.contains("张三"))
                .anyMatch(example -> example.endsWith("GET /api/candidate/enrolments/c/e -> 200 "));
    }
}
