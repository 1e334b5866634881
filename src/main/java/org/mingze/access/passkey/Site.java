package org.mingze.access.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import org.mingze.access.SignedIn;

/// 站 — the address that browsers see: passkeys are made for its name and work nowhere else.
///
/// @param origin `https://mingze.example`
/// @param name   `mingze.example`
record Site(String origin, String name) {
    private static final int HASH_BYTES = 16;

    /// The configured address, else the one that was asked.
    static Site of(String configured, HttpServletRequest request) {
        String address =
                configured.isBlank() ? request.getRequestURL().toString() : configured.strip();
        URI uri = URI.create(address);
        String host = Optional.ofNullable(uri.getHost()).orElse("");
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new Site(uri.getScheme() + "://" + host + port, host);
    }

    /// What a device keeps of whom: the county, and the account without its name.
    static byte[] handle(SignedIn who) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(who.signInName().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(Integer.BYTES + HASH_BYTES)
                    .putInt(who.county())
                    .put(hash, 0, HASH_BYTES)
                    .array();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    static boolean isHandle(SignedIn who, byte[] shown) {
        return Arrays.equals(handle(who), shown);
    }

    static OptionalInt county(byte[] handle) {
        return handle.length == Integer.BYTES + HASH_BYTES
                ? OptionalInt.of(ByteBuffer.wrap(handle).getInt())
                : OptionalInt.empty();
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Empty bytes for what is no Base64.
    static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException unreadable) {
            return new byte[0];
        }
    }
}
