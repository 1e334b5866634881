package org.mingze.access.factor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// 因素密钥 — seals the secrets of second factors with a key of the home folder, so that a copy of
/// the database alone does not give them away.
@Component
class FactorKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String FILE = "factor-key";

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    FactorKey(Environment environment) {
        this.file = Path.of(environment.getRequiredProperty("mingze.home")).resolve(FILE);
    }

    byte[] secret() {
        byte[] secret = new byte[20];
        random.nextBytes(secret);
        return secret;
    }

    byte[] seal(byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, secret);
        return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(byte[] sealed) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = java.util.Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return cipher(Cipher.DECRYPT_MODE, nonce, rest);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(
                    "a second factor cannot be read with the key in " + file, failed);
        }
    }

    /// Made, readable by its owner only, when it is missing.
    private synchronized byte[] key() {
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[KEY_BYTES];
                random.nextBytes(made);
                Files.createDirectories(file.getParent());
                Path written = file.resolveSibling(FILE + ".new");
                Files.deleteIfExists(written);
                Files.createFile(
                        written,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(written, Base64.getEncoder().encodeToString(made));
                Files.move(written, file);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
