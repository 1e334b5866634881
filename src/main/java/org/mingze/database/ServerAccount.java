package org.mingze.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The operating-system account under which the server runs: one's own, or, because PostgreSQL
/// refuses root, the first other account that can reach the programs.
///
/// @param prefix        the command that changes account; empty for one's own
/// @param user          the numeric owner that the server's files must have; empty for one's own
/// @param dyingTogether whether a server started so receives SIGINT when its parent thread dies
record ServerAccount(List<String> prefix, Optional<Owner> user, boolean dyingTogether) {
    private static final List<String> NAMES = List.of("postgres", "nobody");
    private static final List<String> SIGNAL = List.of("--pdeathsig", "INT");

    record Owner(int user, int group) {}

    ServerAccount {
        prefix = List.copyOf(prefix);
    }

    /// An account that can run `program`; `data` keeps the account that owns it where possible.
    static ServerAccount choose(Path program, Path data) throws IOException {
        if (owner(Path.of("/proc/self")).user() != 0) {
            ServerAccount own = new ServerAccount(List.of(), Optional.empty(), true);
            return own.runs(program) ? own : new ServerAccount(List.of(), Optional.empty(), false);
        }
        for (ServerAccount candidate : forRoot(data)) {
            if (candidate.runs(program)) {
                return candidate;
            }
        }
        throw new DatabaseFault(
                "以 root 身份启动不了内置数据库：装上 util-linux（setpriv、unshare），"
                        + "或换普通用户启动，或设 MINGZE_DATABASE_URL 连接外部 PostgreSQL 18");
    }

    /// The command with the change of account in front, for a program that ends by itself.
    List<String> command(List<String> program) {
        return command(program, List.of());
    }

    /// The same for the server, which must not outlive the thread that starts it.
    List<String> serverCommand(List<String> program) {
        return command(program, dyingTogether ? SIGNAL : List.of());
    }

    /// Gives a file or folder, with all that is in it, to this account.
    void take(Path path) throws IOException {
        if (user.isEmpty() || owner(path).equals(user.get())) {
            return;
        }
        String owner = user.get().user() + ":" + user.get().group();
        run(List.of("chown", "-R", owner, path.toString()));
    }

    private List<String> command(List<String> program, List<String> options) {
        List<String> command = new ArrayList<>(prefix);
        if (prefix.isEmpty() && !options.isEmpty()) {
            command.add("setpriv");
        }
        command.addAll(options);
        if (!command.isEmpty()) {
            command.add("--");
        }
        command.addAll(program);
        return command;
    }

    private boolean runs(Path program) {
        try {
            run(serverCommand(List.of(program.toString(), "--version")));
            return true;
        } catch (IOException impossible) {
            return false;
        }
    }

    private static List<ServerAccount> forRoot(Path data) throws IOException {
        List<ServerAccount> candidates = new ArrayList<>();
        if (Files.exists(data) && owner(data).user() != 0) {
            candidates.add(as(owner(data)));
        }
        for (String name : NAMES) {
            passwordEntry(name).map(ServerAccount::as).ifPresent(candidates::add);
        }
        Owner root = new Owner(0, 0);
        candidates.add(
                new ServerAccount(List.of("unshare", "-U", "setpriv"), Optional.of(root), true));
        return candidates;
    }

    private static ServerAccount as(Owner owner) {
        List<String> prefix =
                List.of(
                        "setpriv",
                        "--reuid",
                        Integer.toString(owner.user()),
                        "--regid",
                        Integer.toString(owner.group()),
                        "--clear-groups");
        return new ServerAccount(prefix, Optional.of(owner), true);
    }

    private static Optional<Owner> passwordEntry(String name) throws IOException {
        return Files.readAllLines(Path.of("/etc/passwd")).stream()
                .map(line -> line.split(":", -1))
                .filter(parts -> parts.length > 3 && parts[0].equals(name))
                .map(parts -> new Owner(Integer.parseInt(parts[2]), Integer.parseInt(parts[3])))
                .findFirst();
    }

    private static Owner owner(Path path) throws IOException {
        return new Owner(
                (Integer) Files.getAttribute(path, "unix:uid"),
                (Integer) Files.getAttribute(path, "unix:gid"));
    }

    /// Runs a command to its end; what it says is in the exception when it fails.
    static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command.getFirst() + ": " + said.strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException(command.getFirst() + ": interrupted", interrupted);
        }
    }
}
