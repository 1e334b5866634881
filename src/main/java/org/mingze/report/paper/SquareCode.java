package org.mingze.report.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// 二维码 — the modules of a QR code, true where dark, with the quiet zone around them.
final class SquareCode {
    private SquareCode() {}

    static List<List<Boolean>> of(String words) {
        BitMatrix matrix;
        try {
            matrix =
                    new QRCodeWriter()
                            .encode(
                                    words,
                                    BarcodeFormat.QR_CODE,
                                    1,
                                    1,
                                    Map.of(
                                            EncodeHintType.CHARACTER_SET,
                                            "UTF-8",
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M,
                                            EncodeHintType.MARGIN,
                                            4));
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        }
        List<List<Boolean>> rows = new ArrayList<>();
        for (int row = 0; row < matrix.getHeight(); row++) {
            List<Boolean> modules = new ArrayList<>();
            for (int column = 0; column < matrix.getWidth(); column++) {
                modules.add(matrix.get(column, row));
            }
            rows.add(List.copyOf(modules));
        }
        return rows;
    }
}
