package org.onex.rehearsal.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.IdNumbers;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.seating.Place;

/** The claims about paper against pages that say what they should, and against others. */
class PaperCheckTests {

    private static final String NUMBER = IdNumbers.of(LocalDate.of(2004, 2, 29), 7);
    private static final String MASKED = IdNumbers.masked(NUMBER);

    private static final Timetable TIMETABLE = Timetable.of(Json.MAPPER.readTree("""
            {"offerings": [{"qualification": {"code": "WDYY"}, "level": "ELEMENTARY", "sessions": [
              {"windows": [{"opens": "2024-05-11T14:00:00+08:00", "closes": "2024-05-11T15:30:00+08:00"}]},
              {"windows": [{"opens": "2024-05-18T14:00:00+08:00", "closes": "2024-05-18T15:30:00+08:00"},
                           {"opens": "2024-05-18T16:00:00+08:00", "closes": "2024-05-18T17:45:00+08:00"}]}]}]}"""));

    private final Findings<Claim> findings = new Findings<>(Claim.class);
    private final PaperCheck check =
            new PaperCheck(findings, TIMETABLE, Map.of(PaperCheck.bearer("王𠮷䶮", MASKED), NUMBER));

    private static PrintedFile file(PrintKind kind) {
        return new PrintedFile(Json.object().put("name", "x.pdf").put("kind", kind.name()), new byte[0]);
    }

    private static SeatedRoom room(int people) {
        return new SeatedRoom(
                "o1",
                IntStream.rangeClosed(1, people)
                        .mapToObj(PaperCheckTests::place)
                        .toList());
    }

    private static Place place(int seat) {
        var json = Json.object()
                .put("slot", 1)
                .put("opens", "2024-05-18T14:00:00+08:00")
                .put("closes", "2024-05-18T17:45:00+08:00")
                .put("seat", seat)
                .put("ticket", ticket(seat))
                .put("name", "王𠮷䶮")
                .put("number", MASKED)
                .put("level", "ELEMENTARY")
                .put("session", 2);
        json.putObject("qualification").put("code", "WDYY");
        json.putObject("site").put("id", "s1").put("name", "示范考核站点");
        json.putObject("opening").put("id", "o1").put("number", 3).put("name", "实训楼 301室");
        return Place.of(json);
    }

    private static String ticket(int seat) {
        return "%016d".formatted(1_000_000_000_000_000L + seat);
    }

    private static String ticketPage(int seat) {
        return """
                准考证   姓名 王𠮷䶮   身份证号 %s  准考证号 %s
                理论 2024年5月18日（周六） 14:00–15:30   实操 2024年5月18日（周六） 16:00–17:45
                考点名称 示范考核站点  考场 第3考场  实训楼 301室   座位号  %d
                """.formatted(NUMBER, ticket(seat).replaceAll("(.{4})(?=.)", "$1 "), seat);
    }

    private static String row(int seat) {
        return seat + "  " + ticket(seat) + "  王𠮷䶮  " + MASKED + "\n";
    }

    private static String sheet(int from, int to, String foot) {
        var rows = new StringBuilder("考场：第3考场\n");
        IntStream.rangeClosed(from, to).forEach(seat -> rows.append(row(seat)));
        return rows + foot;
    }

    private List<Claim> broken() {
        return findings.all().stream()
                .filter(finding -> finding.broken() > 0)
                .map(Findings.Finding::claim)
                .toList();
    }

    @Test
    void ticketsThatSayWhoSitsWhereBreakNothing() {
        check.read(file(PrintKind.TICKET), List.of(ticketPage(1), ticketPage(2)), room(2));

        assertThat(broken()).isEmpty();
        assertThat(findings.of(Claim.PRINTED_AS_SEATED).checked()).isEqualTo(10);
    }

    @Test
    void aTicketThatIsMissingOrPrintedTwiceIsFound() {
        check.read(file(PrintKind.TICKET), List.of(ticketPage(1)), room(2));
        assertThat(findings.of(Claim.PRINTED_AS_SEATED).broken()).isEqualTo(1);

        check.read(file(PrintKind.TICKET), List.of(ticketPage(1), ticketPage(1)), room(1));
        assertThat(findings.of(Claim.PRINTED_AS_SEATED).broken()).isEqualTo(2);
    }

    @Test
    void aCharacterThatTheFontLacksIsFound() {
        check.read(file(PrintKind.TICKET), List.of(ticketPage(1).replace("䶮", "□")), room(1));

        assertThat(broken()).containsExactly(Claim.PRINTED_AS_SEATED);
    }

    @Test
    void aTicketWithAnothersSeatIsFound() {
        check.read(file(PrintKind.TICKET), List.of(ticketPage(1).replace("座位号  1", "座位号  2")), room(1));

        assertThat(findings.of(Claim.PRINTED_AS_SEATED).broken()).isEqualTo(1);
    }

    @Test
    void aTicketWithoutTheRoomIsFound() {
        check.read(file(PrintKind.TICKET), List.of(ticketPage(1).replace("301室", "")), room(1));

        assertThat(findings.of(Claim.PRINTED_AS_SEATED).broken()).isEqualTo(1);
    }

    @Test
    void thirtyRowsFillAPageOfASignInSheet() {
        var sheets = List.of(sheet(1, 30, ""), sheet(31, 45, "应到 45 人"));
        check.read(file(PrintKind.SIGN_IN_SHEET), sheets, room(45));
        assertThat(broken()).isEmpty();

        var uneven = List.of(sheet(1, 31, ""), sheet(32, 45, "应到 45 人"));
        check.read(file(PrintKind.SIGN_IN_SHEET), uneven, room(45));
        assertThat(findings.of(Claim.PRINTED_AS_SEATED).broken()).isEqualTo(2);
    }

    @Test
    void aSignInSheetThatExpectsAnotherNumberIsFound() {
        check.read(file(PrintKind.SIGN_IN_SHEET), List.of(sheet(1, 2, "应到 3 人")), room(2));

        assertThat(findings.of(Claim.PRINTED_AS_SEATED).broken()).isEqualTo(1);
    }

    @Test
    void aWholeNumberOnADeskIsFound() {
        check.read(file(PrintKind.DESK_LABEL), List.of(row(1)), room(1));
        assertThat(broken()).isEmpty();

        check.read(file(PrintKind.DESK_LABEL), List.of(row(1).replace(MASKED, NUMBER)), room(1));
        assertThat(broken()).containsExactly(Claim.NUMBERS_ARE_MASKED);
    }

    @Test
    void aDoorThatNamesAnotherRoomIsFound() {
        check.read(file(PrintKind.DOOR_NOTICE), List.of("第3考场 实训楼 301室\n" + row(1)), room(1));
        assertThat(broken()).isEmpty();

        check.read(file(PrintKind.DOOR_NOTICE), List.of("第13考场 实训楼 302室\n" + row(1)), room(1));
        assertThat(findings.of(Claim.PRINTED_AS_SEATED).broken()).isEqualTo(1);
    }

    @Test
    void aTicketWithTheHoursOfTheOtherSessionIsFound() {
        check.read(file(PrintKind.TICKET), List.of(ticketPage(1).replace("5月18日", "5月11日")), room(1));

        assertThat(findings.of(Claim.PRINTED_AS_SEATED).broken()).isEqualTo(1);
    }
}
