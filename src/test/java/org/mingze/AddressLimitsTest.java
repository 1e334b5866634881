package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// Two servers, one of which is told that a proxy stands before it. Their clock is moved by hand;
/// each test begins an hour later, when every address may try again.
@DisplayName("按网络地址限次")
class AddressLimitsTest {
    private static final int FAILURES = 6;
    private static final int ASKS = 60;
    private static final String MORE = "从你的网络地址来的尝试太多";
    private static final Together TOGETHER = Together.shared();
    private static final AtomicReference<Instant> NOW =
            new AtomicReference<>(Instant.parse("2026-06-24T04:00:00Z"));

    private static ConfigurableApplicationContext direct;
    private static ConfigurableApplicationContext behindProxy;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        direct = served("limits-direct", Map.of());
        behindProxy = served("limits-proxy", Map.of("server.forward-headers-strategy", "native"));
    }

    @AfterAll
    static void stop() {
        behindProxy.close();
        direct.close();
    }

    @BeforeEach
    void anHourLater() {
        pass(Duration.ofHours(1));
    }

    @Test
    @DisplayName("错够了就停，答429、一句话、几秒后再来；口令对也停；到时照常")
    void stops() {
        Visitor guesser = Visitor.anonymous(address(direct));
        Visitor inside = signedIn();
        for (int wrong = 1; wrong <= FAILURES; wrong++) {
            Visitor.Page page = guesser.signIn("nobody-" + wrong, "猜的");
            assertThat(page.text("#password-fault")).contains("账号或口令不对");
        }
        pass(Duration.ofMinutes(3));
        Visitor.Page stopped = guesser.signIn("p019", TOGETHER.passphrase(Together.FIRST));
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).hasValue("420");
        assertThat(stopped.text("main")).contains("试得太勤", MORE, "7分钟后再试");
        assertThat(stopped.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(stopped.headers().allValues("X-Content-Type-Options"))
                .containsExactly("nosniff");
        assertThat(stopped.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(inside.get("/records").headers().allValues("X-Content-Type-Options"))
                .containsExactly("nosniff");
        assertThat(inside.get("/records").status()).as("who is in, works on").isEqualTo(200);
        pass(Duration.ofMinutes(7));
        assertThat(guesser.signIn("p019", TOGETHER.passphrase(Together.FIRST)).path())
                .isEqualTo("/");
        assertThat(TOGETHER.trail(Together.FIRST)).contains("这个网络地址试得太勤");
    }

    @Test
    @DisplayName("登录成的不算：一个地址后面许多人照常登录")
    void successes() {
        for (int person = 0; person < 2 * FAILURES; person++) {
            assertThat(signedIn().get("/account").path()).isEqualTo("/account");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/sign-in/passkey",
                "/sign-in/code",
                "/sign%2Din",
                "/sign-in;a=b"
            })
    @DisplayName("口令、通行密钥、动态码共一份次数，换着试、换个写法都算")
    void together(String way) throws Exception {
        for (int wrong = 0; wrong < FAILURES; wrong++) {
            assertThat(send(direct, way, "").statusCode()).isNotEqualTo(429);
        }
        assertThat(send(direct, way, "").statusCode()).isEqualTo(429);
        assertThat(send(direct, "/sign-in/passkey", "").statusCode()).isEqualTo(429);
        assertThat(get(direct, "/sign-in/returned?code=a&state=b", "").statusCode()).isEqualTo(429);
        assertThat(get(direct, "/sign-in", "").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("不用登录的日历地址有次数，别人猜不完")
    void feeds() throws Exception {
        for (int count = 0; count < ASKS; count++) {
            String secret = "%032d".formatted(count);
            assertThat(get(direct, "/calendar/feed/" + secret + ".ics", "").statusCode())
                    .isEqualTo(404);
        }
        HttpResponse<String> stopped = get(direct, "/calendar/feed/" + "a".repeat(32) + ".ics", "");
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).hasValue("600");
        assertThat(stopped.body()).contains(MORE);
        assertThat(get(direct, "/sign-in", "").statusCode()).isEqualTo(429);
        assertThat(get(direct, "/assets/none.css", "").statusCode()).isNotEqualTo(429);
    }

    @Test
    @DisplayName("没有配置，代理的话不信：换着写地址一样停")
    void untrusted() throws Exception {
        for (int wrong = 0; wrong < FAILURES; wrong++) {
            send(direct, "/sign-in", "203.0.113." + wrong);
        }
        assertThat(send(direct, "/sign-in", "203.0.113.99").statusCode()).isEqualTo(429);
    }

    @Test
    @DisplayName("配置了代理，各算各的；代理前面自己添的那一段不算；IPv6按网段")
    void trusted() throws Exception {
        for (int wrong = 0; wrong < FAILURES; wrong++) {
            send(behindProxy, "/sign-in", "198.51.100." + wrong + ", 203.0.113.7");
        }
        assertThat(send(behindProxy, "/sign-in", "203.0.113.7").statusCode()).isEqualTo(429);
        assertThat(send(behindProxy, "/sign-in", "203.0.113.8").statusCode()).isEqualTo(403);
        for (int wrong = 0; wrong < FAILURES; wrong++) {
            send(behindProxy, "/sign-in", "2001:db8:0:1::" + (wrong + 1));
        }
        assertThat(send(behindProxy, "/sign-in", "2001:db8:0:1:9::9").statusCode()).isEqualTo(429);
        assertThat(send(behindProxy, "/sign-in", "2001:db8:0:2::9").statusCode()).isEqualTo(403);
    }

    private static Visitor signedIn() {
        Visitor visitor = Visitor.anonymous(address(direct));
        assertThat(visitor.signIn("p020", TOGETHER.passphrase(Together.FIRST)).path())
                .isEqualTo("/");
        return visitor;
    }

    private HttpResponse<String> send(
            ConfigurableApplicationContext server, String path, String forwarded)
            throws IOException, InterruptedException {
        return answer(
                request(server, path, forwarded)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("account=a&password=b")));
    }

    private HttpResponse<String> get(
            ConfigurableApplicationContext server, String path, String forwarded)
            throws IOException, InterruptedException {
        return answer(request(server, path, forwarded).GET());
    }

    private HttpResponse<String> answer(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(
            ConfigurableApplicationContext server, String path, String forwarded) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address(server) + path))
                        .header("Accept", "text/html");
        return forwarded.isEmpty() ? request : request.header("X-Forwarded-For", forwarded);
    }

    private static void pass(Duration time) {
        NOW.updateAndGet(now -> now.plus(time));
    }

    private static ConfigurableApplicationContext served(String home, Map<String, Object> further) {
        Map<String, Object> settings = new HashMap<>(TOGETHER.database);
        settings.put("mingze.home", Path.of("target", home).toAbsolutePath().toString());
        settings.put("mingze.county", "明川县");
        settings.put("mingze.limits.failures", FAILURES);
        settings.put("mingze.limits.asks", ASKS);
        settings.putAll(further);
        InstantSource clock = NOW::get;
        return RunningMingze.application(settings, clock);
    }

    private static String address(ConfigurableApplicationContext server) {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) server).getWebServer().getPort();
    }
}
