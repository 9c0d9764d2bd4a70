package org.onex.center.sheet;

import java.util.List;

/**
 * One column of a spreadsheet that the product gives out and takes back (表格列).
 *
 * @param heading   what stands above it, without marks: {@code 身份证号}
 * @param others    further headings under which people send the same thing: {@code 身份证号码}
 * @param required  a file without this column is refused, and the template marks its heading
 * @param text      its cells are formatted as text, because a spreadsheet ruins long numbers and drops leading zeros
 * @param choices   what the template offers to choose from; empty if anything may be written
 * @param note      what to mind when filling it in, shown with the heading; empty if nothing
 * @param example   what the template's example row shows; empty if nothing
 * @param width     in characters of the ordinary Latin size; a Chinese one takes two
 */
public record SheetColumn(
        String heading,
        List<String> others,
        boolean required,
        boolean text,
        List<String> choices,
        String note,
        String example,
        int width) {

    private static final int USUAL_WIDTH = 16;

    public SheetColumn {
        if (Headings.normal(heading).isEmpty() || width < 1 || width > 250) {
            throw new IllegalArgumentException(heading);
        }
        others = List.copyOf(others);
        choices = List.copyOf(choices);
    }

    /** A column without which a file makes no sense. */
    public static SheetColumn required(String heading) {
        return new SheetColumn(heading, List.of(), true, false, List.of(), "", "", USUAL_WIDTH);
    }

    /** A column that may be absent; its texts are then empty. */
    public static SheetColumn optional(String heading) {
        return new SheetColumn(heading, List.of(), false, false, List.of(), "", "", USUAL_WIDTH);
    }

    public SheetColumn alsoHeaded(String... headings) {
        return new SheetColumn(heading, List.of(headings), required, text, choices, note, example, width);
    }

    public SheetColumn asText() {
        return new SheetColumn(heading, others, required, true, choices, note, example, width);
    }

    public SheetColumn oneOf(List<String> offered) {
        return new SheetColumn(heading, others, required, text, offered, note, example, width);
    }

    public SheetColumn explained(String what) {
        return new SheetColumn(heading, others, required, text, choices, what, example, width);
    }

    public SheetColumn forExample(String shown) {
        return new SheetColumn(heading, others, required, text, choices, note, shown, width);
    }

    public SheetColumn wide(int characters) {
        return new SheetColumn(heading, others, required, text, choices, note, example, characters);
    }
}
