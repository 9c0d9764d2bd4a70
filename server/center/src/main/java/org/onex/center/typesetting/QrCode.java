package org.onex.center.typesetting;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A text as a QR code (二维码), made of as few rectangles as a simple rule finds: crisp at any size, and small in the file. */
public record QrCode(int size, List<Block> blocks) {

    /** A rectangle of dark modules. */
    public record Block(int column, int row, int width, int height) {}

    public QrCode {
        blocks = List.copyOf(blocks);
    }

    public static QrCode of(String text) {
        try {
            var matrix = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
            return new QrCode(matrix.getWidth(), blocks(matrix));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    private static List<Block> blocks(BitMatrix matrix) {
        var blocks = new ArrayList<Block>();
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                if (matrix.get(column, row)) {
                    blocks.add(taken(matrix, column, row));
                }
            }
        }
        return blocks;
    }

    /** Takes the widest run from here and as many rows below as have it whole out of the matrix. */
    private static Block taken(BitMatrix matrix, int column, int row) {
        int width = 1;
        while (column + width < matrix.getWidth() && matrix.get(column + width, row)) {
            width++;
        }
        int height = 1;
        while (row + height < matrix.getHeight() && isDark(matrix, column, row + height, width)) {
            height++;
        }
        for (int y = row; y < row + height; y++) {
            for (int x = column; x < column + width; x++) {
                matrix.unset(x, y);
            }
        }
        return new Block(column, row, width, height);
    }

    private static boolean isDark(BitMatrix matrix, int column, int row, int width) {
        for (int x = column; x < column + width; x++) {
            if (!matrix.get(x, row)) {
                return false;
            }
        }
        return true;
    }
}
