package org.onex.center.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.job.JobDirectory;
import org.onex.center.organization.Actor;
import org.onex.center.sheet.SheetWriter;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.foundation.web.RequestRefused;
import org.onex.foundation.web.TimePlace;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;

/**
 * Where spreadsheets of any kind are taken in (导入): what a module's controller, under its own path and with its own permissions, asks. Each
 * college sees its own ones of the kind; any other is {@code intake.import-unknown}.
 */
@Service
public class IntakeDesk {

    /** What a controller says that it produces where it answers with a workbook. */
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Intakes intakes;
    private final IntakeRows rows;
    private final SendSheet send;
    private final BadRows badRows;
    private final JobDirectory jobs;

    IntakeDesk(Intakes intakes, IntakeRows rows, SendSheet send, BadRows badRows, JobDirectory jobs) {
        this.intakes = intakes;
        this.rows = rows;
        this.send = send;
        this.badRows = badRows;
        this.jobs = jobs;
    }

    /** The empty workbook for filling in. */
    public void template(IntakeKind kind, HttpServletResponse response) throws IOException {
        prepare(response, kind.templateName());
        SheetWriter.template(kind.format(), response.getOutputStream());
    }

    /**
     * Has a file read in the background.
     *
     * @param file that was uploaded before
     */
    public IntakeView begin(IntakeKind kind, UUID file, Actor actor) {
        return view(send.read(kind, file, actor));
    }

    /** The newest first. */
    public Page<IntakeView> list(IntakeKind kind, PageRequest page, Actor actor) {
        var college = actor.organization().code();
        var found = Page.of(
                intakes.list(kind, college, page.key(), page.size() + 1),
                page.size(),
                intakes.count(kind, college),
                row -> TimePlace.key(row.since(), row.id()));
        return new Page<>(found.items().stream().map(this::view).toList(), found.next(), found.total());
    }

    public IntakeView get(IntakeKind kind, UUID id, Actor actor) {
        // The work is looked at first: where it says that it has ended, what it did is there.
        var job = jobs.job(intakes.own(kind, id, actor).job()).orElse(null);
        return IntakeView.of(intakes.own(kind, id, actor), job);
    }

    /**
     * @param verdict of the rows that are wanted, or null for all
     */
    public Page<IntakeRowView> rows(
            IntakeKind kind, UUID id, IntakeRow.@Nullable Verdict verdict, PageRequest page, Actor actor) {
        intakes.own(kind, id, actor);
        var some = rows.list(id, verdict, number(page.key()), page.size() + 1);
        var found = Page.of(some, page.size(), rows.count(id, verdict), row -> Integer.toString(row.number()));
        var views =
                found.items().stream().map(row -> IntakeRowView.of(row, kind)).toList();
        return new Page<>(views, found.next(), found.total());
    }

    /** Has the rows entered in the background that can be; the others stay for being given back. */
    public IntakeView enter(IntakeKind kind, UUID id, Actor actor) {
        return view(send.enter(kind, id, actor));
    }

    /** The rows that cannot be entered, with reasons, for correcting and sending again; on record, because they are not masked. */
    public void badRows(IntakeKind kind, UUID id, Actor actor, HttpServletResponse response) throws IOException {
        var intake = send.giveBack(kind, id, actor);
        prepare(response, "错误数据_" + intake.fileName().replaceFirst("\\.[^.]*$", "") + ".xlsx");
        badRows.write(kind, id, actor, response.getOutputStream());
    }

    private IntakeView view(Intake intake) {
        return IntakeView.of(intake, jobs.job(intake.job()).orElse(null));
    }

    private static int number(String key) {
        try {
            return key.isEmpty() ? 0 : Integer.parseInt(key);
        } catch (NumberFormatException e) {
            throw RequestRefused.invalid("after", key, e);
        }
    }

    private static void prepare(HttpServletResponse response, String fileName) {
        response.setContentType(WORKBOOK);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
