import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sixteen clients at the pages of a large county: the real server in a process of its own, on the
/// same machine as the clients, so that both share its cores. Each client is one signed-in person
/// and asks for one page after the other, in the shares of `MIX`, without a pause and then with one
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

/// A page by its name, and how often of a hundred it is asked for.
static final Map<String, Integer> MIX = mix();

static final ConcurrentLinkedQueue<Taken> TAKEN = new ConcurrentLinkedQueue<>();
static final Map<String, Integer> SIZES = new ConcurrentHashMap<>();
static final Map<String, String> FAULTS = new ConcurrentHashMap<>();

record Taken(String page, long nanos) {}

static Map<String, Integer> mix() {
    Map<String, Integer> mix = new LinkedHashMap<>();
    mix.put("today", 14);
    mix.put("duties", 4);
    mix.put("duty", 6);
    mix.put("due", 2);
    mix.put("records", 6);
    mix.put("records filtered", 4);
    mix.put("records deep", 2);
    mix.put("record", 8);
    mix.put("ledger", 6);
    mix.put("ledger filtered", 4);
    mix.put("ledger deep", 3);
    mix.put("dossier", 6);
    mix.put("search", 5);
    mix.put("calendar", 4);
    mix.put("overview", 4);
    mix.put("supervision", 3);
    mix.put("assessments", 1);
    mix.put("organization", 3);
    mix.put("entry form", 4);
    mix.put("live counts", 6);
    mix.put("entering", 2);
    mix.put("report", 1);
    mix.put("institutions", 2);
    return mix;
}

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
        List<Client> clients = clients(server.address());
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
        FAULTS.forEach((page, fault) -> IO.println("FAULT " + page + ": " + fault));
    }
    IO.println(Meter.machine());
    if (!FAULTS.isEmpty()) {
        throw new IllegalStateException("pages were refused: what was measured is not the page");
    }
}

static int number(String[] arguments, int place, int otherwise) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
}

static List<Client> clients(String address) throws Exception {
    List<Client> clients = new ArrayList<>();
    for (String person : PEOPLE) {
        if (clients.size() == CLIENTS) {
            break;
        }
        Client client = new Client(address, person, new Random(person.hashCode()));
        if (client.signIn()) {
            clients.add(client);
        }
    }
    IO.println("signed in: " + clients.size());
    return clients;
}

static void run(List<Client> clients, Duration time, Duration pause) {
    long end = System.nanoTime() + time.toNanos();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Client client : clients) {
            all.submit(
                    () -> {
                        while (System.nanoTime() < end) {
                            client.next();
                            Thread.sleep(pause);
                        }
                        return null;
                    });
        }
    }
}

static void print(int seconds, Duration pause, double processor) {
    Map<String, List<Long>> byPage = new TreeMap<>();
    for (Taken taken : TAKEN) {
        byPage.computeIfAbsent(taken.page(), _ -> new ArrayList<>()).add(taken.nanos());
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
                                        SIZES.getOrDefault(page, 0) / 1024.0));
            });
}

static double at(long[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
}

/// One person at a browser.
static final class Client {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern DUTY = Pattern.compile("href=\"(/duties/[^\"#]+\\?[^\"#]+)\"");
    private static final Pattern DOSSIER = Pattern.compile("href=\"(/dossiers/\\d+)");
    private static final Pattern RECORD = Pattern.compile("href=\"(/records/\\d+)");
    private static final Pattern POST =
            Pattern.compile("(?s)id=\"f-人\".*?<option value=\"([^\"]+)\" selected");
    private static final List<String> WORDS = List.of("安全生产", "学习", "低保", "道路", "谈话", "第一议题");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private final String address;
    private final String person;
    private final Random random;
    private final List<String> order = new ArrayList<>();
    private String token = "";
    private String post = "";
    private String duty = "/duties";
    private String dossier = "/ledgers/rectification";
    private String record = "/records";
    private long sent;

    Client(String address, String person, Random random) {
        this.address = address;
        this.person = person;
        this.random = random;
        MIX.forEach((page, share) -> order.addAll(java.util.Collections.nCopies(share, page)));
    }

    boolean signIn() throws Exception {
        token = found(TOKEN, text("/sign-in"), "");
        HttpResponse<byte[]> answer =
                post(
                        "/sign-in",
                        Map.of(
                                "_csrf",
                                token,
                                "county",
                                "1",
                                "account",
                                person,
                                "password",
                                Homes.passphrase()));
        String led = answer.headers().firstValue("location").orElse("/sign-in");
        if (led.contains("sign-in")) {
            return false;
        }
        token = found(TOKEN, text("/account"), token);
        post = found(POST, text("/records/new/Visit"), "");
        return true;
    }

    void next() throws Exception {
        String page = order.get(random.nextInt(order.size()));
        long from = System.nanoTime();
        HttpResponse<byte[]> answer = ask(page);
        TAKEN.add(new Taken(page, System.nanoTime() - from));
        SIZES.merge(page, answer.body().length, Math::max);
        int status = answer.statusCode();
        if (status >= 400 || status >= 300 && !page.equals("entering")) {
            FAULTS.putIfAbsent(
                    page + " " + status, person + " " + answer.uri().getRawPath() + " " + sent);
        }
        remember(page, answer);
    }

    private HttpResponse<byte[]> ask(String page) throws Exception {
        return switch (page) {
            case "today" -> get("/");
            case "duties" -> get("/duties");
            case "duty" -> get(duty);
            case "due" -> get("/duties/due?standing=" + encoded("违"));
            case "records" -> get("/records");
            case "records filtered" ->
                    get("/records?type=Talk&from=2026-0" + (1 + random.nextInt(9)) + "-01");
            case "records deep" -> get("/records?page=" + (20 + random.nextInt(400)));
            case "record" -> get(record);
            case "ledger" -> get("/ledgers/rectification");
            case "ledger filtered" -> get("/ledgers/rectification?due=over&sort=latest");
            case "ledger deep" -> get("/ledgers/petitions?page=" + (2 + random.nextInt(20)));
            case "dossier" -> get(dossier);
            case "search" ->
                    get("/search?words=" + encoded(WORDS.get(random.nextInt(WORDS.size()))));
            case "calendar" -> get("/calendar");
            case "overview" -> get("/overview");
            case "supervision" -> get("/supervision");
            case "assessments" -> get("/assessments");
            case "organization" -> get("/organization");
            case "entry form" -> get("/records/new/Visit");
            case "live counts" -> post("/records/counts", visit());
            case "entering" -> post("/records", visit());
            case "report" -> get("/reports");
            case "institutions" -> get("/institutions");
            default -> throw new IllegalArgumentException(page);
        };
    }

    /// A visit as the form sends it.
    private Map<String, String> visit() {
        sent++;
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", token);
        form.put("type", "走访");
        form.put("key", new java.util.UUID(random.nextLong(), random.nextLong()).toString());
        form.put("人", post);
        form.put("日", "2026-11-" + (10 + random.nextInt(9)));
        form.put("类", "调研");
        form.put("地", "南桥村");
        form.put("情况", "查看汛后道路修复，问了" + random.nextInt(40) + "户");
        return form;
    }

    private void remember(String page, HttpResponse<byte[]> answer) throws IOException {
        if (random.nextInt(4) > 0 || answer.statusCode() != 200) {
            return;
        }
        switch (page) {
            case "today", "duties" -> duty = one(DUTY, body(answer), duty);
            case "ledger", "ledger deep" -> dossier = one(DOSSIER, body(answer), dossier);
            case "records", "records deep" -> record = one(RECORD, body(answer), record);
            default -> {}
        }
    }

    private String one(Pattern pattern, String text, String otherwise) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1).replace("&amp;", "&"));
        }
        return all.isEmpty() ? otherwise : all.get(random.nextInt(all.size()));
    }

    private static String found(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private String text(String path) throws Exception {
        return body(get(path));
    }

    private static String body(HttpResponse<byte[]> answer) throws IOException {
        byte[] bytes = answer.body();
        if (answer.headers().firstValue("content-encoding").filter("gzip"::equals).isPresent()) {
            try (java.util.zip.GZIPInputStream open =
                    new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
                return new String(open.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", "text/html")
                        .header("Accept-Encoding", "gzip")
                        .timeout(Duration.ofMinutes(5))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(String path, Map<String, String> form) throws Exception {
        StringBuilder body = new StringBuilder();
        form.forEach(
                (name, value) ->
                        body.append(body.isEmpty() ? "" : "&")
                                .append(encoded(name))
                                .append('=')
                                .append(encoded(value)));
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Encoding", "gzip")
                        .timeout(Duration.ofMinutes(5))
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
