import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Sixteen clients at the pages of a large county: the real server in a process of its own, on the
/// same machine as the clients, so that both share its cores. Each client is one signed-in person
/// and asks for one page after the other, in the shares of `PageClient`, without a pause and then
// with one
/// of a second, PAUSED times as long, so that the rarest page too is asked for some thirty times.
///
/// Arguments: the home folder, records of the county, other counties, records of each, seconds
/// measured, heap of the server.
static final int CLIENTS = 16;
static final int PAUSED = 5;
static final List<String> PEOPLE =
        List.of(
                "p001", "p002", "p004", "p008", "p009", "p011", "p013", "p016", "p019", "p020",
                "p022", "p024", "p027", "p030", "p033", "p036", "p040", "p044", "p048", "p052");

static final ConcurrentLinkedQueue<PageClient.Taken> TAKEN = new ConcurrentLinkedQueue<>();

/// What was refused, once a page: warming up counts too.
static final Map<String, String> FAULTS = new ConcurrentHashMap<>();

void main(String[] arguments) throws Exception {
    Path home =
            Homes.of(
                    Path.of(arguments.length > 0 ? arguments[0] : "target/county-set"),
                    number(arguments, 1, 1_000_000),
                    number(arguments, 2, 99),
                    number(arguments, 3, 5_000));
    int seconds = number(arguments, 4, 60);
    String heap = arguments.length > 5 ? arguments[5] : "3g";
    try (Server server = Server.start(home, heap)) {
        List<PageClient> clients = clients(server.address());
        long counted = System.nanoTime();
        while (clients.getFirst().text("/overview").contains("正在数全县的职责")) {
            Thread.sleep(1_000);
        }
        IO.println(
                "everything counted %.0f s later; warming up"
                        .formatted((System.nanoTime() - counted) / 1e9));
        run(clients, Duration.ofSeconds(seconds), Duration.ZERO);
        for (Duration pause : List.of(Duration.ZERO, Duration.ofSeconds(1))) {
            TAKEN.clear();
            double before = server.processorSeconds();
            int measured = pause.isZero() ? seconds : PAUSED * seconds;
            run(clients, Duration.ofSeconds(measured), pause);
            print(measured, pause, server.processorSeconds() - before);
        }
        IO.println(server.memory());
    }
    IO.println(Meter.machine());
    if (!FAULTS.isEmpty()) {
        FAULTS.forEach((page, fault) -> IO.println("FAULT " + page + ": " + fault));
        throw new IllegalStateException("pages were refused: what was measured is not the page");
    }
}

static int number(String[] arguments, int place, int otherwise) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
}

static List<PageClient> clients(String address) throws Exception {
    List<PageClient> clients = new ArrayList<>();
    for (String person : PEOPLE) {
        if (clients.size() == CLIENTS) {
            break;
        }
        PageClient client = new PageClient(address, person, new Random(person.hashCode()));
        if (client.signIn()) {
            clients.add(client);
        }
    }
    IO.println("signed in: " + clients.size());
    return clients;
}

static void run(List<PageClient> clients, Duration time, Duration pause) {
    long end = System.nanoTime() + time.toNanos();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
        for (PageClient client : clients) {
            all.submit(
                    () -> {
                        while (System.nanoTime() < end) {
                            PageClient.Taken taken = client.next();
                            TAKEN.add(taken);
                            taken.fault()
                                    .ifPresent(fault -> FAULTS.putIfAbsent(taken.page(), fault));
                            Thread.sleep(pause);
                        }
                        return null;
                    });
        }
    }
}

static void print(int seconds, Duration pause, double processor) {
    Map<String, List<Long>> byPage = new TreeMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (PageClient.Taken taken : TAKEN) {
        byPage.computeIfAbsent(taken.page(), _ -> new ArrayList<>()).add(taken.nanos());
        sizes.merge(taken.page(), taken.bytes(), Math::max);
    }
    IO.println(
            "%d clients, pause %d s: %.0f pages a second, the server took %.2f of the cores"
                    .formatted(
                            CLIENTS,
                            pause.toSeconds(),
                            TAKEN.size() / (double) seconds,
                            processor / seconds));
    byPage.forEach(
            (page, times) -> {
                long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
                IO.println(
                        "%-17s %5d  p50 %6.0f  p95 %6.0f  p99 %6.0f ms  %5.1f KB"
                                .formatted(
                                        page,
                                        sorted.length,
                                        at(sorted, 50),
                                        at(sorted, 95),
                                        at(sorted, 99),
                                        sizes.get(page) / 1024.0));
            });
}

static double at(long[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
}
