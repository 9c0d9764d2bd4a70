package org.onex.rehearsal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.people.Attendance;
import org.onex.rehearsal.people.Person;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;
import org.onex.rehearsal.scene.Scene;

/** The claims about registrations against a centre that keeps them as it should, and against others. */
class ListCheckTests {

    private static final OffsetDateTime CLOSES = OffsetDateTime.parse("2024-04-30T00:00:00+08:00");
    private static final String TOTALS = "/api/registration/totals";

    private final FakeCenter center = new FakeCenter();
    private final Book book = new Book();
    private Scene scene = center.scene("003", 1);
    private List<Crew> crews = List.of();
    private Person person = new Person("", "", false, "", "", "", "", 0);

    @BeforeEach
    void registerOne() {
        Printed.publish(center);
        scene = center.scene("003", 1);
        var setting =
                Setting.of(scene, new Offers(scene), scene.data().colleges().getFirst());
        crews = List.of(Crew.of(scene, Attendance.of(scene).getFirst(), setting, Map.of()));
        person = crews.getFirst().inFile().getFirst();
        book.add("college01", Entered.of(person, offers().getFirst()));
        lists(registration("1", "ELEMENTARY"));
        totals(1, 2, 2);
    }

    @AfterEach
    void close() {
        center.close();
    }

    private List<Offer> offers() {
        return crews.getFirst().setting().offers().chosen();
    }

    private String registration(String id, String level) {
        return registration(id, level, "90001", "[\"THEORY\", \"PRACTICAL\"]");
    }

    private String registration(String id, String level, String college, String records) {
        var entered = Entered.of(person, offers().getFirst());
        return """
                {"candidate": "c", "id": "%s", "version": 1, "state": "FROZEN", "name": "%s", "idNumber": "%s",
                 "college": {"code": "%s"}, "plan": {"code": "HK-2024-1-01"}, "qualification": {"code": "WDYY"},
                 "level": "%s", "records": %s, "since": "2024-04-29T15:59:59.999Z"}""".formatted(id, entered.name(), entered.maskedNumber(), college, level, records);
    }

    private void lists(String... registrations) {
        center.answers("GET", RegistrationDesk.REGISTRATIONS, Reply.list(Stream.of(registrations)));
    }

    private void totals(int registrations, int records, int expected) {
        center.answers(
                "GET", TOTALS, Reply.ok(totalsOf(registrations, records, expected, "2024-04-30T00:00:00.1+08:00")));
    }

    private static String totalsOf(int registrations, int records, int expected, String frozenAt) {
        return """
                {"people": 1, "registrations": %d, "records": %d, "expectedRecords": %d, "frozenAt": "%s",
                 "lines": [{"college": {"code": "90001"}, "qualification": {"code": "WDYY"}, "level": "ELEMENTARY",
                            "registrations": %d}]}""".formatted(registrations, records, expected, frozenAt, registrations);
    }

    private long check() {
        return new ListCheck(scene, crews.getFirst().setting().offers(), crews).check(book);
    }

    private List<String> broken() {
        return center.findings().all().stream()
                .filter(finding -> finding.broken() > 0)
                .map(finding -> finding.claim().name())
                .collect(Collectors.toList());
    }

    @Test
    void aCentreThatCountsAsOneCountsHolds() {
        assertThat(check()).isEqualTo(2);

        assertThat(broken()).isEmpty();
        for (var claim : List.of(
                Claim.ENTRIES_PER_SUBJECT,
                Claim.ONCE_REGISTERED,
                Claim.NOBODY_IN_TWO_PLACES,
                Claim.NOBODYS_BUSINESS,
                Claim.NUMBERS_ARE_MASKED)) {
            assertThat(center.found(claim).checked()).as(claim.name()).isPositive();
        }
    }

    @Test
    void aMissingRecordIsFoundAlthoughTheTotalsAgreeWithEachOther() {
        lists(registration("1", "ELEMENTARY", "90001", "[\"THEORY\"]"));
        totals(1, 1, 1);
        check();

        assertThat(broken()).containsExactly("ENTRIES_PER_SUBJECT");
    }

    @Test
    void totalsThatSayOtherThanTheListsAreFound() {
        totals(1, 2, 4);
        check();

        assertThat(broken()).containsExactly("ENTRIES_PER_SUBJECT");
    }

    @Test
    void aPersonTwiceAtOneLevelIsFound() {
        lists(registration("1", "ELEMENTARY"), registration("2", "ELEMENTARY"));
        totals(2, 4, 4);
        check();

        // Whoever is registered twice would have to be in one place twice, too.
        assertThat(broken()).containsExactly("ONCE_REGISTERED", "NOBODY_IN_TWO_PLACES");
    }

    @Test
    void whatAnotherCollegeRegisteredIsFoundInACollegesList() {
        lists(registration("1", "ELEMENTARY", "90002", "[\"THEORY\", \"PRACTICAL\"]"));
        check();

        assertThat(broken()).contains("NOBODYS_BUSINESS");
    }

    @Test
    void whatWasAcknowledgedAndIsNotThereIsFound() {
        book.add("college01", Entered.of(person, offers().getLast()));
        check();

        assertThat(broken()).containsExactly("NOTHING_LOST");
    }

    @Test
    void aNumberThatIsShownWholeIsFound() {
        lists(registration("1", "ELEMENTARY")
                .replace(Entered.of(person, offers().getFirst()).maskedNumber(), person.idNumber()));
        check();

        assertThat(broken()).contains("NUMBERS_ARE_MASKED");
    }

    private AfterDeadline afterDeadline() {
        center.answers(
                "POST", RegistrationDesk.REGISTRATIONS + "/c/1/withdrawal", Reply.problem(409, "registration.closed"));
        center.answers("PUT", RegistrationDesk.REGISTRATIONS + "/c/1", Reply.problem(409, "registration.closed"));
        center.answers("POST", "/api/candidate/searches", Reply.ok("[]"));
        var after = new AfterDeadline(scene, List.of(withoutLastMinute()), CLOSES);
        after.note();
        return after;
    }

    private Crew withoutLastMinute() {
        var crew = crews.getFirst();
        return new Crew(crew.desk(), crew.setting(), crew.inFile(), List.of(), List.of(), Map.of());
    }

    @Test
    void numbersThatStayAndActsThatAreRefusedHold() {
        afterDeadline().check();

        assertThat(broken()).isEmpty();
        assertThat(center.found(Claim.NOBODY_AFTER_DEADLINE).checked()).isEqualTo(2 + 2 + 3 * 2 + 1);
    }

    @Test
    void numbersThatChangeAfterTheDeadlineAreFound() {
        var after = afterDeadline();
        totals(2, 4, 4);
        after.check();

        assertThat(broken()).containsExactly("NOBODY_AFTER_DEADLINE");
    }

    @Test
    void numbersThatAreNotFrozenWhenTheClockHasAnsweredAreFound() {
        center.answers("GET", TOTALS, Reply.ok(totalsOf(1, 2, 2, "")));
        afterDeadline();

        assertThat(broken()).containsExactly("NOBODY_AFTER_DEADLINE");
    }

    @Test
    void aWithdrawalAfterTheDeadlineIsFound() {
        var after = afterDeadline();
        center.answers("POST", RegistrationDesk.REGISTRATIONS + "/c/1/withdrawal", Reply.ok("{}"));
        after.check();

        assertThat(broken()).containsExactly("NOBODY_AFTER_DEADLINE");
    }

    @Test
    void somebodyWhoWasEnteredAtTheVeryDeadlineIsFound() {
        lists(registration("1", "ELEMENTARY").replace("2024-04-29T15:59:59.999Z", "2024-04-29T16:00:00Z"));
        afterDeadline().check();

        assertThat(broken()).containsExactly("NOBODY_AFTER_DEADLINE");
    }

    @Test
    void aRegistrationThatIsAcceptedWhenItIsOverIsFound() {
        center.answers("POST", "/api/candidate/searches", Reply.ok("[{\"candidate\": \"c\", \"enrolment\": \"e\"}]"));
        center.answers(
                "POST",
                RegistrationDesk.REGISTRATIONS,
                Reply.ok("{\"registered\": [{\"id\": \"1\"}], \"refused\": []}"));
        var progress = new LastMinute.Progress();
        progress.end();
        new SingleEntries(scene, crews.getFirst().desk(), List.of(person), offers().getLast()).play(progress, book);

        assertThat(broken()).containsExactly("NOBODY_AFTER_DEADLINE");
    }

    @Test
    void aRegistrationThatComesTooLateHolds() {
        center.answers("POST", "/api/candidate/searches", Reply.ok("[{\"candidate\": \"c\", \"enrolment\": \"e\"}]"));
        center.answers(
                "POST",
                RegistrationDesk.REGISTRATIONS,
                Reply.ok("{\"registered\": [], \"refused\": [{\"reasons\": [{\"code\": \"CLOSED\"}]}]}"));
        var progress = new LastMinute.Progress();
        progress.end();
        new SingleEntries(scene, crews.getFirst().desk(), List.of(person), offers().getLast()).play(progress, book);

        assertThat(broken()).isEmpty();
        assertThat(progress.refused()).isEqualTo(1);
    }
}
