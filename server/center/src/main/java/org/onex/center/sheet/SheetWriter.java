package org.onex.center.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes spreadsheets of one format as .xlsx: the template that people fill in, and rows under the same headings that they can correct and
 * send back. What begins with {@code =}, {@code +}, {@code -} or {@code @} is text like everything else and never becomes a formula. The same
 * rows make the same bytes.
 */
public final class SheetWriter implements AutoCloseable {

    private static final String REASON = "错误原因";
    private static final int ROWS_AT_A_TIME = 200;

    private final SheetLook look;
    private final SheetFormat format;
    private final Repacked target;
    private final boolean reasons;
    private int row;
    private boolean closed;

    private SheetWriter(SheetFormat format, OutputStream target, boolean reasons) {
        this.format = format;
        this.reasons = reasons;
        this.target = new Repacked(target);
        this.look = new SheetLook(format, this.target, reasons ? REASON : null);
        this.row = look.head();
    }

    /**
     * Writes the template (导入模板): title, notes, headings with a mark where something is required, drop-down lists, and one grey row as an
     * example. The target stays open.
     */
    public static void template(SheetFormat format, OutputStream target) throws IOException {
        try (var writer = new SheetWriter(format, target, false)) {
            if (format.hasExample()) {
                writer.look.example(writer.row, format.example());
            }
        }
    }

    /** Begins a file of rows under the headings of a format. Closing completes it and leaves the target open. */
    public static SheetWriter rows(SheetFormat format, OutputStream target) {
        return new SheetWriter(format, target, false);
    }

    /**
     * Begins a file of rows with what is wrong with each (错误数据表) in a further column, which a {@link SheetReader} of the same format
     * ignores when the corrected file comes back.
     */
    public static SheetWriter rowsWithReasons(SheetFormat format, OutputStream target) {
        return new SheetWriter(format, target, true);
    }

    /**
     * @param texts one per column of the format, in its order
     */
    public void row(List<String> texts) throws IOException {
        row(texts, null);
    }

    public void row(List<String> texts, @Nullable String reason) throws IOException {
        if (texts.size() != format.columns().size() || (reason != null && !reasons)) {
            throw new IllegalArgumentException(texts.size() + " texts");
        }
        look.row(row, texts, reason);
        row++;
        if (row % ROWS_AT_A_TIME == 0) {
            look.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            look.finish();
            target.finish();
        }
    }
}
