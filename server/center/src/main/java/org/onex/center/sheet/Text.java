package org.onex.center.sheet;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file of characters, in whichever of the encodings Chinese spreadsheets save it in. */
final class Text {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER = 8192;
    private static final int CLEARLY = 4;

    private final byte[] file;
    private final int from;
    private final Charset charset;

    private Text(byte[] file, int from, Charset charset) {
        this.file = file;
        this.from = from;
        this.charset = charset;
    }

    /** What the file begins with, as far as it concerns signatures in plain letters. */
    static String beginningOf(byte[] file, int length) {
        var from = markLength(file);
        return new String(file, from, Math.min(length, file.length - from), StandardCharsets.ISO_8859_1)
                .replace("\0", "");
    }

    /**
     * Believes the mark at the beginning; without one it is UTF-8 if that is possible, because other texts almost never are by accident.
     *
     * @throws SheetRefused if it is no text
     */
    static Text of(byte[] file) {
        if (Books.startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return decoded(file, 3, StandardCharsets.UTF_8);
        }
        if (Books.startsWith(file, 0xFF, 0xFE)) {
            return decoded(file, 2, StandardCharsets.UTF_16LE);
        }
        if (Books.startsWith(file, 0xFE, 0xFF)) {
            return decoded(file, 2, StandardCharsets.UTF_16BE);
        }
        for (var charset : charsetsWithoutMark(file)) {
            if (isPossible(file, 0, charset)) {
                return new Text(file, 0, charset);
            }
        }
        throw SheetRefused.of(SheetRefused.Code.NOT_A_SHEET);
    }

    Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(file, from, file.length - from), charset);
    }

    /** Only UTF-16 has zeros, before or after each letter, digit, separator and line end; Chinese characters add few. */
    private static List<Charset> charsetsWithoutMark(byte[] file) {
        var zeros = new int[2];
        for (var i = 0; i < Math.min(file.length, BUFFER); i++) {
            if (file[i] == 0) {
                zeros[i % 2]++;
            }
        }
        if (zeros[0] == 0 && zeros[1] == 0) {
            return List.of(StandardCharsets.UTF_8, GB18030);
        }
        if (zeros[1] > CLEARLY * zeros[0]) {
            return List.of(StandardCharsets.UTF_16LE);
        }
        return zeros[0] > CLEARLY * zeros[1] ? List.of(StandardCharsets.UTF_16BE) : List.of();
    }

    private static Text decoded(byte[] file, int from, Charset charset) {
        if (!isPossible(file, from, charset)) {
            throw SheetRefused.of(SheetRefused.Code.UNREADABLE);
        }
        return new Text(file, from, charset);
    }

    private static boolean isPossible(byte[] file, int from, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.wrap(file, from, file.length - from);
        var chars = CharBuffer.allocate(BUFFER);
        return decodes(decoder, bytes, chars);
    }

    private static boolean decodes(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars) {
        while (true) {
            var result = decoder.decode(bytes, chars.clear(), true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
        }
    }

    private static int markLength(byte[] file) {
        if (Books.startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return Books.startsWith(file, 0xFF, 0xFE) || Books.startsWith(file, 0xFE, 0xFF) ? 2 : 0;
    }
}
