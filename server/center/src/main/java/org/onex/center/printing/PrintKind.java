package org.onex.center.printing;

import java.util.List;
import java.util.stream.Stream;

/** A kind of printed matter (考试物料), as 004 §六 lists it. */
enum PrintKind {
    /** 准考证 */
    TICKET,
    /** 考场签到表 */
    SIGN_IN_SHEET,
    /** 桌贴 */
    DESK_LABEL,
    /** 门贴 */
    DOOR_NOTICE;

    /** A form and what its file is called. */
    record Named(String name, Form form) {}

    /** The files that a room needs of this kind: of sign-in sheets one for each subject. */
    List<Named> forms(PrintedRoom room) {
        return switch (this) {
            case TICKET -> List.of(new Named("准考证", new TicketForm()));
            case SIGN_IN_SHEET ->
                room.subjects().stream()
                        .map(subject -> new Named("签到表-" + subject.printedName(), new SignInForm(subject)))
                        .toList();
            case DESK_LABEL -> List.of(new Named("桌贴", new DeskLabelForm()));
            case DOOR_NOTICE -> List.of(new Named("门贴", new DoorNoticeForm()));
        };
    }

    /** Their names, in one text and in one order. */
    static String text(List<PrintKind> kinds) {
        return String.join(",", kinds.stream().sorted().map(Enum::name).toList());
    }

    static List<PrintKind> of(String text) {
        return Stream.of(text.split(",")).map(PrintKind::valueOf).toList();
    }
}
