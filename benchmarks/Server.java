import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The server in a process of its own, as `./mingze` starts it.
final class Server implements AutoCloseable {
    private static final int PORT = 8799;

    private final Process process;
    private final double readyAfter;

    private Server(Process process, double readyAfter) {
        this.process = process;
        this.readyAfter = readyAfter;
    }

    static Server start(Path home, String heap) throws Exception {
        long from = System.nanoTime();
        Path log = home.resolve("server.log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:MetaspaceSize=160m",
                                "-XX:ReservedCodeCacheSize=512m",
                                "-Xmx" + heap,
                                "-Dfile.encoding=UTF-8",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.mingze.command.Mingze",
                                "serve",
                                "--home",
                                home.toString(),
                                "--port",
                                String.valueOf(PORT))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        while (!Files.readString(log).contains("已就绪")) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(Files.readString(log));
            }
        }
        double ready = (System.nanoTime() - from) / 1e9;
        IO.println("server ready after %.1f s, heap at most %s".formatted(ready, heap));
        return new Server(process, ready);
    }

    String address() {
        return "http://127.0.0.1:" + PORT;
    }

    double processorSeconds() {
        return family().stream()
                        .flatMap(one -> one.info().totalCpuDuration().stream())
                        .mapToDouble(Duration::toMillis)
                        .sum()
                / 1e3;
    }

    /// What the server and its database hold in memory now, pages that they share counted once.
    String memory() throws IOException {
        long server = kilobytes(process.toHandle(), "RssAnon");
        long database = 0;
        long shared = 0;
        for (ProcessHandle one : family()) {
            if (one.pid() != process.pid()) {
                database += kilobytes(one, "RssAnon");
                shared = Math.max(shared, kilobytes(one, "RssShmem"));
            }
        }
        return "memory: server %,d MB, database %,d MB and %,d MB shared; ready after %.1f s"
                .formatted(server / 1024, database / 1024, shared / 1024, readyAfter);
    }

    private List<ProcessHandle> family() {
        List<ProcessHandle> all = new ArrayList<>();
        all.add(process.toHandle());
        process.descendants().forEach(all::add);
        return all;
    }

    private static long kilobytes(ProcessHandle one, String field) throws IOException {
        Path status = Path.of("/proc", String.valueOf(one.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        Optional<String> line =
                Files.readAllLines(status).stream()
                        .filter(each -> each.startsWith(field + ":"))
                        .findFirst();
        return line.map(each -> Long.parseLong(each.replaceAll("\\D", ""))).orElse(0L);
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
