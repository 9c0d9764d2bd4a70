package org.onex.center.typesetting;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Window;

/** Sheets being drawn on (纸面), A4 unless they are said to be others. What is drawn the same way comes out as the same bytes: neither the clock nor chance gets in. */
public final class Paper implements Closeable {

    private static final double POINTS = 72 / 25.4;
    private static final double LINE_HEIGHT = 1.4;
    private static final double SMALLEST = 4;
    private static final double SMALLEST_WHOLE = 0.55;
    /** The share of an em that Chinese characters rise above their baseline. */
    private static final double ASCENT = 0.88;

    private final TypeCase types;
    private final PDDocument document = new PDDocument();
    private final Map<TrueTypeFont, PDType0Font> fonts = new HashMap<>();
    private final Map<String, PDImageXObject> pictures = new HashMap<>();
    private @Nullable PDPageContentStream ink;
    private int pages;
    private Box sheet = Box.A4;

    /** @param made when its content came to be; the file says so */
    public Paper(TypeCase types, String title, Instant made) {
        this.types = types;
        document.setDocumentId(made.toEpochMilli());
        document.getDocumentCatalog().setLanguage("zh-CN");
        var facts = document.getDocumentInformation();
        facts.setTitle(title);
        facts.setCreator("OneX");
        facts.setCreationDate(GregorianCalendar.from(ZonedDateTime.ofInstant(made, Window.BEIJING)));
    }

    /** What follows is drawn on a new sheet. */
    public void turn() throws IOException {
        turn(Box.A4);
    }

    /** What follows is drawn on a new sheet of this size. */
    public void turn(Box next) throws IOException {
        closeInk();
        sheet = next;
        // Its own numbers, which ours miss by a rounding: tickets that were printed already stay as they are.
        var size = next.equals(Box.A4) ? PDRectangle.A4 : new PDRectangle(length(next.width()), length(next.height()));
        var page = new PDPage(size);
        document.addPage(page);
        pages++;
        ink = new PDPageContentStream(document, page);
    }

    /**
     * Leaves a place in the file for somebody's digital signature (数字签名); nothing is to be seen of it on the page. Whoever signs fills the
     * place, and the pages stay as they are.
     */
    public void leavePlaceForSignature(String name) throws IOException {
        var catalog = document.getDocumentCatalog();
        var form = catalog.getAcroForm();
        if (form == null) {
            form = new PDAcroForm(document);
            catalog.setAcroForm(form);
        }
        var field = new PDSignatureField(form);
        field.setPartialName(name);
        var page = document.getPage(pages - 1);
        var widget = field.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle());
        widget.setPage(page);
        page.getAnnotations().add(widget);
        var fields = new ArrayList<>(form.getFields());
        fields.add(field);
        form.setFields(fields);
    }

    public int pages() {
        return pages;
    }

    private PDPageContentStream ink() {
        if (ink == null) {
            throw new IllegalStateException("there is no page yet");
        }
        return ink;
    }

    /** Writes a text into a box, on several lines if they fit, and smaller if it would not fit otherwise. */
    public void write(String text, Style style, Box box) throws IOException {
        var fitting = fitting(text, style, box);
        var lines = lines(text, fitting, box);
        double size = fitting.size() / POINTS;
        double block = size + (lines.size() - 1) * size * LINE_HEIGHT;
        double top = style.top() ? box.y() : box.y() + (box.height() - block) / 2;
        for (int i = 0; i < lines.size(); i++) {
            double baseline = top + i * size * LINE_HEIGHT + size * ASCENT;
            set(lines.get(i), fitting, new Box(box.x(), baseline, box.width(), 0));
        }
    }

    /** The style as large as the text fits. What should stay on one line is broken before it gets too small to be read. */
    private Style fitting(String text, Style style, Box box) {
        double smallest = style.whole() ? Math.max(SMALLEST, style.size() * SMALLEST_WHOLE) : SMALLEST;
        var fitting = style;
        while (fitting.size() > smallest && !fits(lines(text, fitting, box), fitting, box)) {
            fitting = fitting.sized(fitting.size() * 0.96);
        }
        boolean isTooSmall = style.whole() && !fits(lines(text, fitting, box), fitting, box);
        return isTooSmall ? fitting(text, style.broken(), box) : fitting;
    }

    private List<String> lines(String text, Style style, Box box) {
        if (style.whole()) {
            return List.of(text);
        }
        return new LineBreaks(line -> width(line, style)).lines(text, box.width());
    }

    private boolean fits(List<String> lines, Style style, Box box) {
        double size = style.size() / POINTS;
        double block = size + (lines.size() - 1) * size * LINE_HEIGHT;
        return block <= box.height() + 0.01
                && lines.stream().allMatch(line -> width(line, style) <= box.width() + 0.01);
    }

    private double width(String line, Style style) {
        double ems = types.width(line, style.weight())
                + style.spacing() * Math.max(0, line.codePointCount(0, line.length()) - 1);
        return ems * style.size() / POINTS;
    }

    /** Sets one line; the upper edge of the box is its baseline. */
    private void set(String line, Style style, Box box) throws IOException {
        double room = box.width() - width(line, style);
        double from = switch (style.side()) {
            case LEFT -> 0;
            case CENTER -> room / 2;
            case RIGHT -> room;
        };
        ink().beginText();
        fillWith(style.tint());
        ink().setCharacterSpacing((float) (style.spacing() * style.size()));
        ink().newLineAtOffset(x(box.x() + from), y(box.y()));
        for (var run : types.runs(line, style.weight())) {
            thicken(run, style);
            ink().setFont(font(run.font()), (float) style.size());
            ink().showText(run.text());
        }
        ink().endText();
    }

    /** Rare characters come in one thin weight only; a stroke around them brings them near to their neighbours. */
    private void thicken(TypeCase.Run run, Style style) throws IOException {
        if (run.rare()) {
            strokeWith(style.tint());
            ink().setLineWidth((float) (style.size() * (style.weight() == Style.Weight.BOLD ? 0.05 : 0.02)));
        }
        ink().setRenderingMode(run.rare() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    }

    private PDType0Font font(TrueTypeFont font) throws IOException {
        var loaded = fonts.get(font);
        if (loaded == null) {
            loaded = PDType0Font.load(document, font, true);
            fonts.put(font, loaded);
        }
        return loaded;
    }

    /** Draws the edges of a box. */
    public void frame(Box box, double thickness) throws IOException {
        frame(box, thickness, Tint.BLACK);
    }

    public void frame(Box box, double thickness, Tint tint) throws IOException {
        strokeWith(tint);
        ink().setLineWidth((float) (thickness * POINTS));
        ink().addRect(x(box.x()), y(box.bottom()), length(box.width()), length(box.height()));
        ink().stroke();
    }

    /** Draws the diagonal of a box; a box without height or width makes it a level or an upright line. */
    public void line(Box box, double thickness, double grey) throws IOException {
        line(box, thickness, Tint.grey(grey));
    }

    public void line(Box box, double thickness, Tint tint) throws IOException {
        strokeWith(tint);
        ink().setLineWidth((float) (thickness * POINTS));
        ink().moveTo(x(box.x()), y(box.y()));
        ink().lineTo(x(box.right()), y(box.bottom()));
        ink().stroke();
    }

    public void fill(Box box, double grey) throws IOException {
        fill(box, Tint.grey(grey));
    }

    public void fill(Box box, Tint tint) throws IOException {
        fillWith(tint);
        ink().addRect(x(box.x()), y(box.bottom()), length(box.width()), length(box.height()));
        ink().fill();
    }

    /**
     * Draws a curve through points, each a box without width and height: after the first, of every three it is drawn to two and reaches the
     * third (Bézier).
     */
    public void curve(List<Box> points, double thickness, Tint tint) throws IOException {
        strokeWith(tint);
        ink().setLineWidth((float) (thickness * POINTS));
        ink().moveTo(x(points.getFirst().x()), y(points.getFirst().y()));
        for (int i = 1; i + 2 < points.size(); i += 3) {
            var towards = points.get(i);
            var from = points.get(i + 1);
            var reached = points.get(i + 2);
            ink().curveTo(x(towards.x()), y(towards.y()), x(from.x()), y(from.y()), x(reached.x()), y(reached.y()));
        }
        ink().stroke();
    }

    /** Draws a dashed circle into a square, for a stamp to be put over it. */
    public void circle(Box square) throws IOException {
        double radius = square.width() / 2;
        double reach = radius * 0.5523;
        double cx = square.x() + radius;
        double cy = square.y() + radius;
        ink().setStrokingColor(0.55f);
        ink().setLineWidth(0.6f);
        ink().setLineDashPattern(new float[] {3, 2}, 0);
        ink().moveTo(x(cx + radius), y(cy));
        double[][] quarters = {{1, 0, 0, 1}, {0, 1, -1, 0}, {-1, 0, 0, -1}, {0, -1, 1, 0}};
        for (double[] q : quarters) {
            ink().curveTo(
                            x(cx + q[0] * radius + q[2] * reach),
                            y(cy + q[1] * radius + q[3] * reach),
                            x(cx + q[2] * radius + q[0] * reach),
                            y(cy + q[3] * radius + q[1] * reach),
                            x(cx + q[2] * radius),
                            y(cy + q[3] * radius));
        }
        ink().stroke();
        ink().setLineDashPattern(new float[0], 0);
    }

    /** Shows a photo as large as the box allows without changing its proportions; false if it is no picture. */
    public boolean show(Portrait portrait, Box box) throws IOException {
        var picture = pictures.get(portrait.key());
        if (picture == null) {
            try {
                picture = portrait.in(document);
            } catch (IOException e) {
                return false;
            }
            pictures.put(portrait.key(), picture);
        }
        double scale = Math.min(box.width() / picture.getWidth(), box.height() / picture.getHeight());
        var place = box.middle(picture.getWidth() * scale, picture.getHeight() * scale);
        ink().drawImage(picture, x(place.x()), y(place.bottom()), length(place.width()), length(place.height()));
        return true;
    }

    public void show(QrCode code, Box square) throws IOException {
        double module = square.width() / code.size();
        ink().setNonStrokingColor(0f);
        for (var block : code.blocks()) {
            ink().addRect(
                            x(square.x() + block.column() * module),
                            y(square.y() + (block.row() + block.height()) * module),
                            length(block.width() * module),
                            length(block.height() * module));
        }
        ink().fill();
    }

    /** The document as a file; nothing can be drawn any more. */
    public byte[] finish() throws IOException {
        closeInk();
        var bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
        return bytes.toByteArray();
    }

    private void fillWith(Tint tint) throws IOException {
        if (tint.isGrey()) {
            ink().setNonStrokingColor(tint.red());
        } else {
            ink().setNonStrokingColor(tint.red(), tint.green(), tint.blue());
        }
    }

    private void strokeWith(Tint tint) throws IOException {
        if (tint.isGrey()) {
            ink().setStrokingColor(tint.red());
        } else {
            ink().setStrokingColor(tint.red(), tint.green(), tint.blue());
        }
    }

    private void closeInk() throws IOException {
        if (ink != null) {
            ink.close();
            ink = null;
        }
    }

    @Override
    public void close() throws IOException {
        closeInk();
        document.close();
    }

    private static float x(double millimetres) {
        return length(millimetres);
    }

    private float y(double millimetres) {
        return length(sheet.height() - millimetres);
    }

    private static float length(double millimetres) {
        return (float) (millimetres * POINTS);
    }
}
