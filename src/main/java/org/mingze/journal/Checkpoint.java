package org.mingze.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// 检查点 — a signed statement that a county's journal had this size and root at this time.
///
/// @param publicKey the Ed25519 key that verifies it, in Base64
/// @param signature over the canonical text of everything else, in Base64
public record Checkpoint(
        String county, long size, Digest root, Instant time, String publicKey, String signature) {

    /// Whether the signature is that of the key which the checkpoint carries.
    public boolean isSigned() {
        return vouches(statement(), signature);
    }

    /// Whether the key which the checkpoint carries signed this statement.
    public boolean vouches(String statement, String signature) {
        try {
            byte[] key = Base64.getDecoder().decode(publicKey);
            if (key.length != Ed25519PublicKeyParameters.KEY_SIZE) {
                return false;
            }
            byte[] signed = statement.getBytes(StandardCharsets.UTF_8);
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(false, new Ed25519PublicKeyParameters(key));
            signer.update(signed, 0, signed.length);
            return signer.verifySignature(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /// The key in a form short enough to be compared by eye: half of its SHA-256, in fours.
    public static String fingerprint(String publicKey) {
        Digest digest = Digest.of(publicKey.getBytes(StandardCharsets.UTF_8));
        return digest.toString().substring(0, 32).replaceAll("(.{4})(?=.)", "$1 ");
    }

    public String text() {
        Map<String, Content> fields = fields();
        fields.put("签", new Content.Text(signature));
        return CanonicalJson.write(new Content.Group(fields));
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException with a Chinese sentence if the text is no checkpoint
    public static Checkpoint parse(String text) {
        try {
            if (!(CanonicalJson.read(text) instanceof Content.Group group)) {
                throw new IllegalArgumentException("须是 {…}");
            }
            return new Checkpoint(
                    text(group, "县"),
                    Long.parseLong(text(group, "数")),
                    Digest.parse(text(group, "根")),
                    Instant.parse(text(group, "时")),
                    text(group, "公钥"),
                    text(group, "签"));
        } catch (CanonicalJson.Fault | DateTimeException | NumberFormatException fault) {
            throw new IllegalArgumentException(String.valueOf(fault.getMessage()), fault);
        }
    }

    /// What is signed.
    String statement() {
        return CanonicalJson.write(new Content.Group(fields()));
    }

    private Map<String, Content> fields() {
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("县", new Content.Text(county));
        fields.put("数", new Content.Text(Long.toString(size)));
        fields.put("根", new Content.Text(root.toString()));
        fields.put("时", new Content.Text(time.toString()));
        fields.put("公钥", new Content.Text(publicKey));
        return fields;
    }

    private static String text(Content.Group group, String field) {
        return group.text(field)
                .orElseThrow(() -> new IllegalArgumentException("缺「" + field + "」"));
    }
}
