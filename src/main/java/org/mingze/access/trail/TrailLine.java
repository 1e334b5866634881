package org.mingze.access.trail;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

/// 审计一行 — who, as which post, when, from where, what, of which class, and how it ended.
///
/// @param route the method and the pattern of the address
public record TrailLine(long number, Instant at, Who who, String route, Deed deed) {
    /// 何人 — the account, the person behind it, the post or office that acted, the network address.
    ///
    /// @param post at a sign-in every post that was held, divided by {@link #AND}
    public record Who(String account, String person, String post, String address) {
        /// What divides several posts.
        public static final String AND = "、";

        public List<String> posts() {
            return List.of(post.split(AND, -1));
        }
    }

    /// 何事 — the act, what it was done to, the class of what was read, the outcome.
    public record Deed(String act, String subject, String fieldClass, String outcome) {
        public static Deed done(String act, String subject) {
            return new Deed(act, subject, "", "成");
        }

        public static Deed refused(String act, String subject, String why) {
            return new Deed(act, subject, "", "拒：" + why);
        }
    }

    /// The digest that binds this line to all before it.
    byte[] digestAfter(byte[] before) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(before);
            out.writeLong(number);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            for (String text : texts()) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private List<String> texts() {
        return List.of(
                who.account(),
                who.person(),
                who.post(),
                who.address(),
                route,
                deed.act(),
                deed.subject(),
                deed.fieldClass(),
                deed.outcome());
    }
}
