import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.command.Serving;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Journal;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.ChinaTime;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/// The organization page of a county of 10,000 bodies, each with a post: what is sent for the page
/// and for a branch that is unfolded, and how long each takes.
static final int TOWNS = 99;

static final int VILLAGES = 100;
static final int ROUNDS = 60;
static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

void main() throws Exception {
    Path home = Files.createTempDirectory(Path.of("target"), "bench-home");
    List<Draft> drafts = drafts();
    try (ConfigurableApplicationContext context =
            Serving.start(
                    Map.of("mingze.home", home.toAbsolutePath().toString(), "server.port", "0"))) {
        Journal journal = context.getBean(Journal.class);
        Instant now = LocalDate.of(2025, 1, 2).atStartOfDay(ChinaTime.ZONE).toInstant();
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        _ -> journal.append(journal.createCounty("万机构县", now).id(), drafts, now));
    }
    Files.writeString(home.resolve("sample-passphrase"), Homes.passphrase());
    try (Server server = Server.start(home, "1g")) {
        HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String token = token(text(get(client, server.address() + "/sign-in", false)));
        client.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "account=n0&_csrf="
                                                + token
                                                + "&password="
                                                + URLEncoder.encode(
                                                        Homes.passphrase(),
                                                        StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        for (String path :
                List.of("/organization", "/organization/branch?day=2026-01-01&body=t7")) {
            measure(client, server.address() + path, path);
        }
    }
    IO.println(Meter.machine());
}

static void measure(HttpClient client, String address, String path) throws Exception {
    long[] times = new long[ROUNDS];
    int size = 0;
    for (int round = 0; round < 2 * ROUNDS; round++) {
        long from = System.nanoTime();
        HttpResponse<byte[]> answer = get(client, address, true);
        times[round % ROUNDS] = System.nanoTime() - from;
        size = answer.body().length;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " " + answer.statusCode());
        }
    }
    Arrays.sort(times);
    IO.println(
            "%-45s %.1f KB compressed, median %.1f ms, p95 %.1f ms"
                    .formatted(
                            path,
                            size / 1024.0,
                            times[ROUNDS / 2] / 1e6,
                            times[ROUNDS * 95 / 100] / 1e6));
}

static HttpResponse<byte[]> get(HttpClient client, String address, boolean packed)
        throws Exception {
    HttpRequest.Builder request =
            HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
    if (packed) {
        request.header("Accept-Encoding", "gzip");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
}

static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
}

static String token(String page) {
    Matcher matcher = TOKEN.matcher(page);
    return matcher.find() ? matcher.group(1) : "";
}

static List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    body(drafts, "c", "万机构县委", "党委", "县", "");
    for (int town = 0; town < TOWNS; town++) {
        body(drafts, "t" + town, "第" + town + "镇党委", "党委", "乡镇", "c");
        for (int village = 0; village < VILLAGES; village++) {
            String code = "t" + town + ".v" + village;
            body(drafts, code, "第" + town + "镇" + village + "村党支部", "党支部", "村社区", "t" + town);
        }
    }
    add(drafts, "人员", Map.of("号", "n0", "名", "周砚"));
    add(drafts, "任", Map.of("人", "n0", "岗", "c.head"));
    return drafts;
}

static void body(
        List<Draft> drafts, String code, String name, String kind, String level, String above) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("号", code);
    fields.put("名", name);
    fields.put("类", kind);
    fields.put("级", level);
    if (!above.isEmpty()) {
        fields.put("属", above);
    }
    add(drafts, "机构", fields);
    add(drafts, "岗位", Map.of("号", code + ".head", "名", name + "书记", "于", code, "职", "书记"));
}

static void add(List<Draft> drafts, String kind, Map<String, String> fields) {
    Map<String, Content> content = new LinkedHashMap<>();
    fields.forEach((name, value) -> content.put(name, new Content.Text(value)));
    drafts.add(
            new Draft(
                    kind,
                    Occurred.on(LocalDate.of(2025, 1, 1)),
                    Recorder.SETUP,
                    EntryMode.REPORTED,
                    new Content.Group(content)));
}
