import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.access.Counties;
import org.mingze.access.County;
import org.mingze.command.Serving;
import org.mingze.duty.EnteringRecord;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.ChinaTime;
import org.springframework.context.ConfigurableApplicationContext;

/// The page of a city over its counties, by HTTP from the real server in a process of its own on
/// the same machine: one client, and then four at once, after every county has been counted.
///
/// Arguments: the home folder, how many counties, records of each, pages asked for, heap.
static final String CITY = "沂川市";
static final String PAGE = "/overview/counties";
static final int WARM = 60;

void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments.length > 0 ? arguments[0] : "target/cockpit-set");
    int counties = number(arguments, 1, 100);
    int records = number(arguments, 2, 1_000);
    int rounds = number(arguments, 3, 400);
    make(home, counties, records);
    try (Server server = Server.start(home, arguments.length > 4 ? arguments[4] : "4g")) {
        HttpClient client = signedIn(server.address());
        counted(client, server.address(), counties);
        double[] one = times(client, server.address(), WARM, rounds);
        say("one client", one);
        List<Callable<double[]>> four = new ArrayList<>();
        for (int at = 0; at < 4; at++) {
            HttpClient own = signedIn(server.address());
            four.add(() -> times(own, server.address(), 0, rounds / 4));
        }
        List<Double> all = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            for (Future<double[]> done : clients.invokeAll(four)) {
                Arrays.stream(done.get()).forEach(all::add);
            }
        }
        say("four clients", all.stream().mapToDouble(each -> each).sorted().toArray());
        HttpResponse<byte[]> page = get(client, server.address() + PAGE, true);
        IO.println(
                "page of %d counties: %,d bytes compressed"
                        .formatted(counties, page.body().length));
        IO.println(server.memory());
    }
    IO.println(Meter.machine());
}

static int number(String[] arguments, int place, int otherwise) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
}

static void make(Path home, int counties, int records) throws Exception {
    Path made = home.resolve("made");
    String size = counties + " " + records;
    if (Files.exists(made) && Files.readString(made).equals(size)) {
        return;
    }
    if (Files.exists(home)) {
        throw new IllegalStateException(home + " holds another set; remove it or name another");
    }
    Files.createDirectories(home);
    try (ConfigurableApplicationContext context =
            Serving.start(
                    Map.of("mingze.home", home.toAbsolutePath().toString(), "server.port", "0"))) {
        new CountySet().make(context, CITY, 1, 200, 1);
        for (int at = 1; at <= counties; at++) {
            new CountySet().make(context, "沂" + at + "县", 1, records, at);
        }
        Instant now = Instant.now();
        for (County county : context.getBean(Counties.class).all()) {
            if (!county.name().equals(CITY)) {
                Content.Group fields =
                        new Content.Group(
                                Map.of(
                                        "上级", new Content.Text(CITY),
                                        "文", new Content.Text("沂办发〔2026〕9号")));
                context.getBean(EnteringRecord.class)
                        .enter(
                                county.id(),
                                new Draft(
                                        "上报汇总",
                                        Occurred.on(ChinaTime.day(now)),
                                        Recorder.SETUP,
                                        EntryMode.REPORTED,
                                        fields),
                                now);
            }
        }
    }
    Files.writeString(home.resolve("sample-passphrase"), Homes.passphrase());
    Files.writeString(made, size);
}

static HttpClient signedIn(String address) throws Exception {
    HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    String door =
            new String(get(client, address + "/sign-in", false).body(), StandardCharsets.UTF_8);
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(door);
    if (!token.find()) {
        throw new IllegalStateException("no token at the door");
    }
    String form =
            "county=1&account=p001&password="
                    + URLEncoder.encode(Homes.passphrase(), StandardCharsets.UTF_8)
                    + "&_csrf="
                    + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    HttpResponse<String> arrived =
            client.send(
                    HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
    if (arrived.uri().getPath().contains("sign-in")) {
        throw new IllegalStateException("not signed in");
    }
    return client;
}

/// Waits until every county has been counted, as the page says.
static void counted(HttpClient client, String address, int counties) throws Exception {
    long from = System.nanoTime();
    while (true) {
        String page = new String(get(client, address + PAGE, false).body(), StandardCharsets.UTF_8);
        if (page.contains(">" + counties + "<small>个县</small>")) {
            break;
        }
        Thread.sleep(2_000);
    }
    IO.println("every county counted after %.0f s".formatted((System.nanoTime() - from) / 1e9));
}

static double[] times(HttpClient client, String address, int warm, int rounds) throws Exception {
    double[] times = new double[rounds];
    for (int round = -warm; round < rounds; round++) {
        long from = System.nanoTime();
        int status = get(client, address + PAGE, true).statusCode();
        if (status != 200) {
            throw new IllegalStateException("answered " + status);
        }
        if (round >= 0) {
            times[round] = (System.nanoTime() - from) / 1e6;
        }
    }
    Arrays.sort(times);
    return times;
}

static void say(String who, double[] sorted) {
    IO.println(
            "%s: median %.1f ms, p95 %.1f ms, longest %.1f ms of %d"
                    .formatted(
                            who,
                            sorted[sorted.length / 2],
                            sorted[sorted.length * 95 / 100],
                            sorted[sorted.length - 1],
                            sorted.length));
}

static HttpResponse<byte[]> get(HttpClient client, String address, boolean compressed)
        throws Exception {
    HttpRequest.Builder request =
            HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofMinutes(5));
    if (compressed) {
        request.header("Accept-Encoding", "gzip");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
}
