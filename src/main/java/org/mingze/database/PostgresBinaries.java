package org.mingze.database;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs that come with Mingze, unpacked once for each build of them.
final class PostgresBinaries {
    private static final Map<String, String> BUNDLES =
            Map.of(
                    "amd64", "postgres-linux-x86_64.txz",
                    "aarch64", "postgres-linux-arm_64.txz");

    private PostgresBinaries() {}

    /// The folder of the unpacked programs below `folder`.
    static Path unpacked(Path folder, Consumer<String> progress) throws IOException {
        byte[] bundle = bundle();
        Path target = folder.resolve("postgres-" + digest(bundle).substring(0, 16));
        if (Files.isDirectory(target)) {
            return target;
        }
        progress.accept("解开内置数据库");
        Path unpacked = folder.resolve("postgres.new");
        delete(unpacked);
        Files.createDirectories(unpacked);
        open(unpacked, true);
        try (InputStream bytes = new BufferedInputStream(new ByteArrayInputStream(bundle));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(tar, entry, unpacked);
            }
        }
        Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    /// Removes a folder with all that is in it, if it is there.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("outside of the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            open(path, true);
            return;
        }
        Files.createDirectories(path.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            open(path, (entry.getMode() & 0100) != 0);
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.force(false);
            }
        }
    }

    /// Lets every user read it, because a root starts the server as another user.
    private static void open(Path path, boolean executable) throws IOException {
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static byte[] bundle() throws IOException {
        String architecture = System.getProperty("os.arch", "");
        String name = BUNDLES.get(architecture);
        boolean linux = System.getProperty("os.name", "").equals("Linux");
        try (InputStream bytes =
                name == null || !linux
                        ? null
                        : PostgresBinaries.class.getResourceAsStream("/" + name)) {
            if (bytes == null) {
                throw new DatabaseFault(
                        "此机（"
                                + System.getProperty("os.name")
                                + " "
                                + architecture
                                + "）没有内置数据库：设 MINGZE_DATABASE_URL 连接外部 PostgreSQL 18");
            }
            return bytes.readAllBytes();
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
