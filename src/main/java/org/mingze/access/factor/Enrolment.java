package org.mingze.access.factor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// 绑定 — a secret as an authenticator takes it: scanned as a square code, or typed in.
///
/// @param side how many modules the code is wide
/// @param path its dark modules, as the path of a drawing
public record Enrolment(String typed, int side, String path) {
    public static Enrolment of(byte[] secret, String county, String signInName) {
        String typed = TimeCode.base32(secret);
        String label = encoded("明责 " + county + ":" + signInName);
        String address =
                "otpauth://totp/"
                        + label
                        + "?secret="
                        + typed
                        + "&issuer="
                        + encoded("明责 " + county);
        try {
            BitMatrix matrix =
                    new QRCodeWriter()
                            .encode(
                                    address,
                                    BarcodeFormat.QR_CODE,
                                    1,
                                    1,
                                    Map.of(EncodeHintType.MARGIN, 4));
            return new Enrolment(spaced(typed), matrix.getWidth(), path(matrix));
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }

    private static String path(BitMatrix matrix) {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                int from = column;
                while (column < matrix.getWidth() && matrix.get(column, row)) {
                    column++;
                }
                if (column > from) {
                    path.append('M').append(from).append(' ').append(row);
                    path.append('h').append(column - from).append("v1h").append(from - column);
                    path.append('z');
                }
            }
        }
        return path.toString();
    }

    private static String spaced(String typed) {
        return typed.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
