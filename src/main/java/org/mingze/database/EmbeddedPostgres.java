package org.mingze.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// 内置数据库 — the PostgreSQL server of one home folder, durable and for this machine only.
///
/// Its files are in `database` below the home folder. It is started again when it dies, and ends
/// with the Java process even when that is killed.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "mingze";
    private static final String DATABASE = "mingze";

    /// Closing any channel on a file gives up what this process holds of it, so the lock file
    /// is not even opened for a home folder that is held here already.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel lock;
    private final RunningServer server;
    private final String password;

    private EmbeddedPostgres(Path home, FileChannel lock, RunningServer server, String password) {
        this.home = home;
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /// Starts the server of a home folder, which is made when it is missing.
    ///
    /// @param progress receives a few Chinese words before each step that takes time
    /// @throws DatabaseFault with a Chinese sentence and what to do
    public static EmbeddedPostgres start(Path home, Consumer<String> progress) {
        try {
            Path absolute = home.toAbsolutePath().normalize();
            reachable(absolute);
            Path held = absolute.toRealPath();
            FileChannel lock = lock(held);
            try {
                return started(held, lock, progress);
            } catch (IOException | RuntimeException failed) {
                release(held, lock);
                throw failed;
            }
        } catch (IOException failed) {
            throw new DatabaseFault(
                    "家目录 " + home + " 里的数据库启动不了：" + failed.getMessage() + "；查看该目录的权限与剩余空间", failed);
        }
    }

    /// The JDBC address of the database `mingze`.
    public String url() {
        return server.url(DATABASE);
    }

    /// The address of another database of this server.
    public String url(String database) {
        return server.url(database);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /// The process of the server as it runs now.
    long process() {
        return server.process();
    }

    @Override
    public void close() {
        try {
            server.stop();
            release(home, lock);
        } catch (IOException failed) {
            throw new DatabaseFault("数据库停不下来：" + failed.getMessage() + "；下次启动时会自行恢复", failed);
        }
    }

    private static EmbeddedPostgres started(Path home, FileChannel lock, Consumer<String> progress)
            throws IOException {
        Path folder = home.resolve("database");
        reachable(folder);
        Path programs = PostgresBinaries.unpacked(folder, progress).resolve("bin");
        Path data = folder.resolve("data");
        ServerAccount account = ServerAccount.choose(programs.resolve("postgres"), data);
        ServerProcesses processes = new ServerProcesses(folder, data);
        if (processes.stopLeftOver()) {
            progress.accept("停下上次留下的数据库进程");
        }
        String password = password(folder, data);
        if (!Files.exists(data)) {
            progress.accept("建立数据库");
            initialise(programs, folder, account, password);
        }
        account.take(data);
        progress.accept("启动数据库");
        RunningServer server =
                new RunningServer(programs, folder, account, processes, USER, password);
        server.start();
        server.createDatabase(DATABASE);
        return new EmbeddedPostgres(home, lock, server, password);
    }

    /// Holds the home folder until the channel is closed.
    private static FileChannel lock(Path home) throws IOException {
        if (!HELD.add(home)) {
            throw inUse(home);
        }
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            home.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(home);
            }
            return channel;
        } catch (IOException | RuntimeException failed) {
            release(home, channel);
            throw failed;
        }
    }

    private static void release(Path home, @Nullable FileChannel channel) throws IOException {
        HELD.remove(home);
        if (channel != null) {
            channel.close();
        }
    }

    private static DatabaseFault inUse(Path home) {
        return new DatabaseFault("家目录 " + home + " 正被另一个明责使用：先停掉它，或用 --home 换一个目录");
    }

    /// Makes a folder that other accounts may pass but not list.
    private static void reachable(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    private static String password(Path folder, Path data) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            if (Files.exists(data)) {
                throw new DatabaseFault("数据库的口令文件 " + file + " 不见了：从备份取回它");
            }
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            secret(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    private static void secret(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    /// Makes the cluster beside its place and moves it there when it is whole.
    private static void initialise(
            Path programs, Path folder, ServerAccount account, String password) throws IOException {
        Path made = folder.resolve("data.new");
        Path secret = folder.resolve("password.new");
        PostgresBinaries.delete(made);
        Files.createDirectory(made);
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
        account.take(made);
        secret(secret, password);
        account.take(secret);
        try {
            ServerAccount.run(
                    account.command(
                            List.of(
                                    programs.resolve("initdb").toString(),
                                    "--pgdata=" + made,
                                    "--username=" + USER,
                                    "--encoding=UTF8",
                                    "--locale=C.UTF-8",
                                    "--auth=scram-sha-256",
                                    "--pwfile=" + secret,
                                    "--data-checksums")));
        } finally {
            Files.delete(secret);
        }
        Files.move(made, folder.resolve("data"));
    }

    /// The port of last time where it is free, else a free one.
    static int port(Path file) throws IOException {
        if (Files.exists(file)) {
            String text = Files.readString(file).strip();
            if (text.matches("[0-9]{1,5}") && isFree(Integer.parseInt(text))) {
                return Integer.parseInt(text);
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
