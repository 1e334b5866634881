package org.mingze.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The processes of a server on one folder, recognised in `/proc` by program and working folder.
///
/// A process identifier alone proves nothing: it may have been given to somebody else, and a dead
/// process that nobody has collected still answers to it.
final class ServerProcesses {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLISECONDS = 50;

    private final Path programs;
    private final Path data;

    /// @param programs the folder that holds the unpacked programs of every version
    ServerProcesses(Path programs, Path data) {
        this.programs = programs;
        this.data = data;
    }

    /// Stops whatever an earlier Mingze has left running; returns whether there was anything.
    boolean stopLeftOver() throws IOException {
        List<Long> left = running();
        if (left.isEmpty()) {
            forgetStranger();
            return false;
        }
        Optional<Long> server = recorded().filter(left::contains);
        if (server.isPresent()) {
            interrupt(server.get());
            awaitEnd(PATIENCE);
        }
        for (long process : running()) {
            ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
        }
        if (!awaitEnd(PATIENCE)) {
            throw new DatabaseFault("上次留下的数据库进程 " + running() + " 停不下来：用 kill -9 结束它们后再启动");
        }
        forgetStranger();
        return true;
    }

    /// Asks a server to end at once and in order (fast shutdown).
    static void interrupt(long process) throws IOException {
        ServerAccount.run(List.of("sh", "-c", "kill -INT " + process + " 2>&1 || true"));
    }

    /// Removes the server's own mark when its number now belongs to another program: the server
    /// would take that program for itself and refuse to start.
    private void forgetStranger() throws IOException {
        Optional<Long> process = recorded();
        if (process.isPresent() && Files.exists(Path.of("/proc", process.get().toString()))) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    private Optional<Long> recorded() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .findFirst()
                .filter(line -> line.matches("[0-9]{1,10}"))
                .map(Long::parseLong);
    }

    private boolean awaitEnd(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!running().isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseFault("等待数据库时被打断：重新启动", interrupted);
        }
    }

    private List<Long> running() {
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes.map(ProcessHandle::pid).filter(this::isOurs).toList();
        }
    }

    private boolean isOurs(long process) {
        Path folder = Path.of("/proc", Long.toString(process));
        try {
            return Files.readSymbolicLink(folder.resolve("exe")).startsWith(programs)
                    && Files.readSymbolicLink(folder.resolve("cwd")).equals(data);
        } catch (IOException | UnsupportedOperationException goneOrForeign) {
            return false;
        }
    }
}
