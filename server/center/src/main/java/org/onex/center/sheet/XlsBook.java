package org.onex.center.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An .xls of Excel 97 to 2003, read record by record: as objects all at once, its cells would take ten times the room of the file. */
final class XlsBook implements Book {

    private static final String CONTENT = "Workbook";

    private final POIFSFileSystem file;
    private final XlsWorkbook workbook = new XlsWorkbook();

    private XlsBook(POIFSFileSystem file) {
        this.file = file;
        process(workbook, 0);
    }

    static Book open(byte[] file) {
        XlsContainer.requireModest(file);
        POIFSFileSystem content;
        try {
            content = new POIFSFileSystem(new ByteArrayInputStream(file));
        } catch (IOException | RuntimeException e) {
            throw SheetRefused.unreadable(e);
        }
        try {
            requireWorkbook(content);
            return new XlsBook(content);
        } catch (SheetRefused e) {
            close(content);
            throw e;
        }
    }

    /** Word, PowerPoint and encrypted .xlsx come in the same kind of container. */
    private static void requireWorkbook(POIFSFileSystem content) {
        var root = content.getRoot();
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw SheetRefused.of(SheetRefused.Code.ENCRYPTED);
        }
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            throw Books.notASheet("DOC");
        }
        if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
            throw Books.notASheet("PPT");
        }
        if (!root.hasEntryCaseInsensitive(CONTENT)) {
            throw Books.notASheet(root.hasEntryCaseInsensitive("Book") ? "Excel 95" : "OLE2");
        }
    }

    @Override
    public List<Tab> tabs() {
        return workbook.tabs();
    }

    @Override
    public Frame frame(Tab tab) {
        var frame = new XlsFrame();
        process(frame, workbook.position(tab));
        return frame.frame();
    }

    @Override
    public void read(Tab tab, Predicate<RawRow> wantsMore) {
        process(new XlsRows(workbook, wantsMore), workbook.position(tab));
    }

    private void process(XlsRecords records, int position) {
        try (var stream =
                file.getRoot().createDocumentInputStream(file.getRoot().getEntryCaseInsensitive(CONTENT))) {
            stream.skipNBytes(position);
            records.read(new RecordInputStream(stream));
        } catch (SheetRefused e) {
            throw e;
        } catch (RuntimeException e) {
            throw records.takerFailed() ? e : SheetRefused.unreadable(e);
        } catch (IOException e) {
            throw SheetRefused.unreadable(e);
        }
    }

    private static void close(POIFSFileSystem content) {
        try {
            content.close();
        } catch (IOException e) {
            throw SheetRefused.unreadable(e);
        }
    }

    @Override
    public void close() {
        close(file);
    }
}
