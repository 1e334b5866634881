package org.mingze.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/// 摘要 — 32 bytes of SHA-256, written as 64 hexadecimal digits.
public final class Digest {
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not " + BYTES + " bytes: " + bytes.length);
        }
        this.bytes = bytes;
    }

    /// The digest of the parts, one after the other.
    public static Digest of(byte[]... parts) {
        MessageDigest algorithm = algorithm();
        for (byte[] part : parts) {
            algorithm.update(part);
        }
        return new Digest(algorithm.digest());
    }

    /// What the algorithm has computed.
    public static Digest ofBytes(byte[] bytes) {
        return new Digest(bytes.clone());
    }

    /// Reads 64 hexadecimal digits.
    ///
    /// @throws IllegalArgumentException if the text is not 64 small hexadecimal digits
    public static Digest parse(String text) {
        if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a digest: " + text);
        }
        return new Digest(HexFormat.of().parseHex(text));
    }

    public static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
