package org.mingze.access.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Optional;

/// 考问 — random bytes that a device must answer; each is answered once, in the session that asked.
public final class Challenges {
    private static final String NAME = "access.passkey.challenge.";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Challenges() {}

    /// The one that stands open for a purpose, or a new one.
    public static String open(HttpServletRequest request, String purpose) {
        HttpSession session = request.getSession();
        if (session.getAttribute(NAME + purpose) instanceof byte[] standing) {
            return Site.text(standing);
        }
        byte[] made = new byte[BYTES];
        RANDOM.nextBytes(made);
        session.setAttribute(NAME + purpose, made);
        return Site.text(made);
    }

    /// Takes it away: whatever answers it, nothing else can.
    static Optional<byte[]> take(HttpServletRequest request, String purpose) {
        HttpSession session = request.getSession();
        Object standing = session.getAttribute(NAME + purpose);
        session.removeAttribute(NAME + purpose);
        return standing instanceof byte[] bytes ? Optional.of(bytes) : Optional.empty();
    }
}
