package org.onex.center.printing;

import java.util.List;
import org.onex.center.catalog.Subject;
import org.onex.contract.kernel.Window;

/**
 * A room in one slot with everybody who sits there.
 *
 * @param number       考场号
 * @param slot         the number of the slot
 * @param people       by seat
 * @param invigilators their names; empty as long as nobody is assigned
 */
record PrintedRoom(
        PrintedExam exam,
        int number,
        String name,
        int slot,
        Window window,
        int columns,
        List<PrintedPerson> people,
        List<String> invigilators) {

    PrintedRoom {
        people = List.copyOf(people);
        invigilators = List.copyOf(invigilators);
    }

    /** "第1考场". */
    String title() {
        return "第" + number + "考场";
    }

    /** By which a lost page finds its way back. */
    String mark() {
        return "计划编号 " + exam.code() + " · 时段" + slot + " · " + title();
    }

    /** The subjects that somebody sits here, in the order in which they are sat. */
    List<Subject> subjects() {
        return people.stream()
                .flatMap(person -> person.hours().stream())
                .flatMap(hours -> hours.subjects().stream())
                .distinct()
                .toList();
    }

    /** Only these of its people; everything else stays. */
    PrintedRoom with(List<PrintedPerson> some) {
        return new PrintedRoom(exam, number, name, slot, window, columns, some, invigilators);
    }
}
