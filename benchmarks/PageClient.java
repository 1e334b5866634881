import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// One person at a browser, who asks for pages in the shares of what people do and enters records.
final class PageClient {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern STYLES = Pattern.compile("<style data-keep=\"([^\"]+)\"");
    private static final Pattern DUTY = Pattern.compile("href=\"(/duties/[^\"#]+\\?[^\"#]+)\"");
    private static final Pattern DOSSIER = Pattern.compile("href=\"(/dossiers/\\d+)");
    private static final Pattern RECORD = Pattern.compile("href=\"(/records/\\d+)");
    private static final Pattern POST =
            Pattern.compile("(?s)id=\"f-人\".*?<option value=\"([^\"]+)\" selected");
    private static final List<String> WORDS = List.of("安全生产", "学习", "低保", "道路", "谈话", "第一议题");

    /// A page by its name, and how often of a hundred it is asked for.
    private static final Map<String, Integer> MIX = mix();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
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

    /// What one page took.
    ///
    /// @param fault the status and the place, if the page was refused
    record Taken(String page, long nanos, int bytes, Optional<String> fault) {}

    PageClient(String address, String person, Random random) {
        this.address = address;
        this.person = person;
        this.random = random;
        MIX.forEach((page, share) -> order.addAll(Collections.nCopies(share, page)));
    }

    private static Map<String, Integer> mix() {
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

    boolean signIn() throws Exception {
        String door = text("/sign-in");
        token = found(TOKEN, door, "");
        keep(found(STYLES, door, ""));
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

    /// A browser keeps the style sheet from its first page on, and says so.
    private void keep(String styles) {
        HttpCookie cookie = new HttpCookie("styles", styles);
        cookie.setVersion(0);
        cookie.setPath("/");
        cookies.getCookieStore().add(URI.create(address), cookie);
    }

    Taken next() throws Exception {
        String page = order.get(random.nextInt(order.size()));
        long from = System.nanoTime();
        HttpResponse<byte[]> answer = ask(page);
        long nanos = System.nanoTime() - from;
        remember(page, answer);
        return new Taken(page, nanos, answer.body().length, fault(page, answer));
    }

    private Optional<String> fault(String page, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        boolean refused = status >= 400 || status >= 300 && !page.equals("entering");
        return refused
                ? Optional.of(status + " " + person + " " + answer.uri().getRawPath() + " " + sent)
                : Optional.empty();
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
        form.put("key", new UUID(random.nextLong(), random.nextLong()).toString());
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

    String text(String path) throws Exception {
        return body(get(path));
    }

    private static String body(HttpResponse<byte[]> answer) throws IOException {
        byte[] bytes = answer.body();
        if (answer.headers().firstValue("content-encoding").filter("gzip"::equals).isPresent()) {
            try (GZIPInputStream open = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
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
