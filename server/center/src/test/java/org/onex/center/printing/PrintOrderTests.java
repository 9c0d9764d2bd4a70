package org.onex.center.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.onex.center.printing.PaperFixtures.aRoomOf;
import static org.onex.center.printing.PaperFixtures.aRoomWith;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onex.center.typesetting.TypeCase;

class PrintOrderTests {

    private static final UUID OPENING = UUID.randomUUID();

    @Test
    void aSheetIsSignedForEachSubjectAndEverythingElseIsPrintedOnceForARoom() {
        var order = new PrintOrder();
        order.add(List.of(seated(aRoomOf(3))), List.of(PrintKind.values()));
        assertThat(order.items())
                .extracting(PrintOrder.Item::name, PrintOrder.Item::kind)
                .containsExactly(
                        tuple("准考证-时段1-第1考场.pdf", PrintKind.TICKET),
                        tuple("签到表-理论-时段1-第1考场.pdf", PrintKind.SIGN_IN_SHEET),
                        tuple("签到表-实操-时段1-第1考场.pdf", PrintKind.SIGN_IN_SHEET),
                        tuple("桌贴-时段1-第1考场.pdf", PrintKind.DESK_LABEL),
                        tuple("门贴-时段1-第1考场.pdf", PrintKind.DOOR_NOTICE));
    }

    @Test
    void sitesOfTheSameNameDoNotShareAFile() {
        var order = new PrintOrder();
        order.addSite(List.of(seated(aRoomOf(1))), List.of(PrintKind.TICKET));
        order.addSite(List.of(), List.of(PrintKind.TICKET));
        order.addSite(List.of(seated(aRoomOf(1))), List.of(PrintKind.TICKET));
        assertThat(order.items())
                .extracting(PrintOrder.Item::name)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void namesOfSitesCannotLeaveTheArchiveOrTheAddress() {
        var exam = new PrintedExam("P", "p", "b", "../a\\b;c%2Fd\n" + "长".repeat(100), "x", PaperFixtures.EXAM.made());
        var room = aRoomOf(1);
        var elsewhere = new PrintedRoom(
                exam, 1, room.name(), 1, room.window(), room.columns(), room.people(), room.invigilators());
        var order = new PrintOrder();
        order.addSite(List.of(seated(elsewhere)), List.of(PrintKind.TICKET));
        assertThat(order.items().getFirst().name())
                .doesNotContainPattern("[/\\\\;%\\p{Cntrl}]")
                .hasSizeLessThan(100);
    }

    @Test
    void whatCannotBePrintedIsFoundInNamesOfPeopleAndOfEverythingElse() {
        var types = TypeCase.open();
        var unknown = Character.toString(0x30000);
        var room = aRoomWith("张" + unknown);
        var odd = new PrintedRoom(
                room.exam(),
                1,
                "机房" + unknown + unknown,
                1,
                room.window(),
                6,
                room.people(),
                List.of("监考" + unknown, "𠮷监考"));
        assertThat(Unprintable.in(List.of(odd, odd, aRoomOf(8)), types))
                .containsExactlyInAnyOrder(
                        new Unprintable("张" + unknown, unknown),
                        new Unprintable("机房" + unknown + unknown, unknown),
                        new Unprintable("监考" + unknown, unknown));
    }

    private static SeatedRooms.SeatedRoom seated(PrintedRoom room) {
        return new SeatedRooms.SeatedRoom(OPENING, room);
    }
}
