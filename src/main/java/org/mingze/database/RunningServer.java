package org.mingze.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A server process that is kept running until it is stopped.
final class RunningServer {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long STOP_SECONDS = 60;
    private static final long LOG_BYTES_MAX = 10 << 20;
    private static final int STARTS_MAX = 100;
    private static final long RESTART_MILLISECONDS = 100;
    private static final String WRONG_PASSWORD = "28P01";

    /// Given on the command line, where nothing that somebody stored in the cluster outranks them.
    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "password_encryption=scram-sha-256",
                    "max_connections=100",
                    "shared_buffers=128MB",
                    "timezone=Asia/Shanghai",
                    "log_timezone=Asia/Shanghai",
                    "lc_messages=C");

    private final Path programs;
    private final Path folder;
    private final ServerAccount account;
    private final ServerProcesses processes;
    private final String user;
    private final String password;

    /// The thread that forks: the server is told when it dies, so it must live as long as Java.
    private final ExecutorService keeper =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon(true).name("postgres-keeper").factory());

    private volatile boolean stopping;
    private final int port;
    private volatile Process process;

    RunningServer(
            Path programs,
            Path folder,
            ServerAccount account,
            ServerProcesses processes,
            String user,
            String password)
            throws IOException {
        this.programs = programs;
        this.folder = folder;
        this.account = account;
        this.processes = processes;
        this.user = user;
        this.password = password;
        this.port = EmbeddedPostgres.port(folder.resolve("port"));
        this.process = spawned();
    }

    /// Returns when the server answers.
    void start() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                stop();
                throw new DatabaseFault(
                        "数据库没有启动：" + lastWords() + "；详见 " + folder.resolve("postgres.log"));
            }
            ServerProcesses.pause();
        }
        Files.writeString(folder.resolve("port"), Integer.toString(port));
        Thread.ofPlatform().daemon(true).name("postgres-watcher").start(this::watch);
    }

    synchronized void stop() throws IOException {
        stopping = true;
        keeper.shutdown();
        Process last = process;
        if (last.isAlive()) {
            ServerProcesses.interrupt(last.pid());
        }
        try {
            if (!last.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                last.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?ApplicationName=mingze";
    }

    long process() {
        return process.pid();
    }

    void createDatabase(String name) {
        try (Connection connection = connected();
                PreparedStatement find =
                        connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            find.setString(1, name);
            try (ResultSet found = find.executeQuery();
                    Statement create = connection.createStatement()) {
                if (!found.next()) {
                    create.execute("CREATE DATABASE " + name);
                }
            }
        } catch (SQLException failed) {
            throw new DatabaseFault("数据库 " + name + " 建不成：" + failed.getMessage(), failed);
        }
    }

    private Process spawned() throws IOException {
        File log = log();
        List<String> program = new ArrayList<>();
        program.add(programs.resolve("postgres").toString());
        program.addAll(List.of("-D", folder.resolve("data").toString()));
        program.addAll(List.of("-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> program.addAll(List.of("-c", setting)));
        ProcessBuilder builder =
                new ProcessBuilder(account.serverCommand(program))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        try {
            return keeper.submit(builder::start).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    /// Starts the server again whenever it ends although nobody stopped it.
    private void watch() {
        try {
            for (int starts = 0; starts < STARTS_MAX; starts++) {
                process.waitFor();
                TimeUnit.MILLISECONDS.sleep(starts * RESTART_MILLISECONDS);
                restart();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            System.getLogger(RunningServer.class.getName())
                    .log(System.Logger.Level.ERROR, "数据库意外停止后没能重新启动：重启明责", failed);
        }
    }

    private synchronized void restart() throws IOException, InterruptedException {
        if (stopping) {
            throw new InterruptedException("stopping");
        }
        processes.stopLeftOver();
        process = spawned();
    }

    private boolean answers() {
        try (Connection connection = connected()) {
            return connection.isValid(0);
        } catch (SQLException notYet) {
            if (WRONG_PASSWORD.equals(notYet.getSQLState())) {
                throw new DatabaseFault(
                        "数据库的口令与 " + folder.resolve("password") + " 不符：从备份取回该文件", notYet);
            }
            return false;
        }
    }

    private Connection connected() throws SQLException {
        return DriverManager.getConnection(url("postgres"), user, password);
    }

    private File log() throws IOException {
        Path log = folder.resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Path old = folder.resolve("postgres.log.old");
            Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
        }
        return log.toFile();
    }

    private String lastWords() throws IOException {
        return Files.readAllLines(folder.resolve("postgres.log")).stream()
                .filter(line -> line.contains("FATAL") || line.contains("ERROR"))
                .reduce((_, last) -> last)
                .orElse("没有留下原因");
    }
}
