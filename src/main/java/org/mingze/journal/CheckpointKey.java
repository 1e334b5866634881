package org.mingze.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// 检查点密钥 — the Ed25519 key of one home folder, which signs its checkpoints.
public final class CheckpointKey {
    private final Ed25519PrivateKeyParameters key;

    private CheckpointKey(byte[] seed) {
        key = new Ed25519PrivateKeyParameters(seed);
    }

    /// A key from 32 bytes of the generator; a seeded one always gives the same key.
    public static CheckpointKey generate(RandomGenerator random) {
        byte[] seed = new byte[Ed25519PrivateKeyParameters.KEY_SIZE];
        random.nextBytes(seed);
        return new CheckpointKey(seed);
    }

    /// The key kept in `file`, which is made, readable by its owner only, when it is missing.
    public static CheckpointKey keptIn(Path file, RandomGenerator random) throws IOException {
        if (Files.exists(file)) {
            return new CheckpointKey(Base64.getDecoder().decode(Files.readString(file).strip()));
        }
        CheckpointKey made = generate(random);
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(written);
        Files.createFile(
                written,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(written, Base64.getEncoder().encodeToString(made.key.getEncoded()));
        Files.move(written, file);
        return made;
    }

    public Checkpoint sign(String county, long size, Digest root, Instant time) {
        Checkpoint unsigned = new Checkpoint(county, size, root, time, publicKey(), "");
        return new Checkpoint(county, size, root, time, publicKey(), sign(unsigned.statement()));
    }

    /// The signature of a statement, in Base64.
    public String sign(String statement) {
        byte[] signed = statement.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(signed, 0, signed.length);
        return Base64.getEncoder().encodeToString(signer.generateSignature());
    }

    /// What whoever verifies a checkpoint of this key compares with it.
    public String fingerprint() {
        return Checkpoint.fingerprint(publicKey());
    }

    private String publicKey() {
        return Base64.getEncoder().encodeToString(key.generatePublicKey().getEncoded());
    }
}
