package org.onex.rehearsal.registration;

import java.util.List;
import org.onex.rehearsal.people.Template;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** One college registers its people by workbook: with mistakes, corrected, and the same once more. */
final class SendWorkbooks {

    private final Scene scene;
    private final RegistrationDesk desk;
    private final Book book;
    private final BatchCheck check;

    SendWorkbooks(Scene scene, RegistrationDesk desk, Book book) {
        this.scene = scene;
        this.desk = desk;
        this.book = book;
        this.check = new BatchCheck(scene, desk);
    }

    /** How many rows were refused. */
    long play(Batch flawed) {
        template();
        var before = desk.totals();
        var view = desk.send(flawed);
        check.check(flawed, view);
        check.counts(view, "added", flawed.taken().size());
        scene.check(
                Claim.ONCE_REGISTERED,
                desk.totals().equals(before),
                () -> desk.login() + " only looked at a file, and the numbers are " + desk.totals());
        if (!flawed.taken().isEmpty()) {
            enter(flawed, desk.enter(view));
        }
        check.badRows(flawed, view);
        correct(flawed);
        return flawed.refused().size();
    }

    private void template() {
        var template = Template.read(desk.people().browser().download(RegistrationDesk.TEMPLATE));
        var headings = template.headings().stream()
                .map(heading -> heading.replaceAll("[ *]", ""))
                .toList();
        scene.check(
                Claim.TEMPLATE_EXPLAINS,
                template.title().equals("按证书批量导入报考") && headings.equals(Field.headings()),
                () -> "the template of registrations: " + template.title() + " " + headings);
    }

    /** Every row that can be is entered. */
    private void enter(Batch batch, JsonNode view) {
        var entered = BatchCheck.entered(desk.rows(view, "ADDED"));
        for (var i = 0; i < batch.rows().size(); i++) {
            var row = batch.rows().get(i);
            var number = batch.number(i);
            if (row.isTaken()) {
                scene.check(
                        Claim.NOTHING_LOST,
                        entered.getOrDefault(number, false),
                        () -> desk.login() + ": row " + number + " is right and was not entered");
                book.add(desk.login(), row.entered());
            }
        }
    }

    /** What was lost on the way is sent again, together with everything that was right; then nothing is new any more. */
    private void correct(Batch flawed) {
        var rows = flawed.rows().stream()
                .filter(row -> row.mistake() == null || row.mistake() == RowMistake.LOST_CHARACTER)
                .map(row -> row.with(null, row.style()))
                .filter(Row::isTaken)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        var corrected = new Batch(Batch.Form.TEMPLATE, rows);
        var view = desk.send(corrected);
        check.check(corrected, view);
        check.counts(view, "added", rows.size() - flawed.taken().size());
        desk.enter(view);
        rows.forEach(row -> book.add(desk.login(), row.entered()));
        again(corrected);
    }

    private void again(Batch corrected) {
        var before = desk.totals();
        var view = desk.send(corrected);
        for (var counted : List.of("added", "changed", "bad")) {
            check.counts(view, counted, 0);
        }
        check.counts(view, "unchanged", corrected.rows().size());
        desk.enter(view);
        scene.check(
                Claim.ONCE_REGISTERED,
                desk.totals().equals(before),
                () -> desk.login() + " sent the same file again, and " + before + " became " + desk.totals());
    }
}
