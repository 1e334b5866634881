package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.access.Accounts;
import org.mingze.access.CheckingTrail;
import org.mingze.command.FirstStart;
import org.mingze.database.TestDatabase;
import org.mingze.journal.Archive;
import org.mingze.journal.ImportingArchive;
import org.mingze.organization.Person;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// An installation serves one county; several counties may lie in one database, each served by an
/// installation of its own. Here two are, at once, by clients in parallel.
@DisplayName("两个县在一个库里，各用各的服务，一齐用也不相混")
class TwoCountiesTest {
    private static final String PASSWORD = "年景县的口令-八十八-渡口";
    private static final String SAME = "p001";
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 6;
    private static final List<String> PAGES =
            List.of(
                    "/records",
                    "/organization",
                    "/duties",
                    "/",
                    "/ledgers/rectification",
                    "/records/numbers");

    private static ConfigurableApplicationContext mingchuan;
    private static ConfigurableApplicationContext nianjing;

    @BeforeAll
    static void start() throws IOException {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().settings());
        mingchuan = served(settings, "two-mingchuan", "明川县");
        mingchuan.getBean(FirstStart.class).greet(true);
        mingchuan
                .getBean(ImportingArchive.class)
                .imported(Archive.read(Path.of("samples", "nianjing")), Instant.now());
        nianjing = served(settings, "two-nianjing", "年景县");
        mingchuan.getBean(Accounts.class).create(2, somebody(), SAME, PASSWORD);
    }

    @AfterAll
    static void stop() {
        nianjing.close();
        mingchuan.close();
    }

    @Test
    @DisplayName("各县的人只看到本县的单位和记录，八个客户端一齐点也一样")
    void neverMix() throws Exception {
        List<String> ofMingchuan = bodies(1);
        List<String> ofNianjing = bodies(2);
        ofMingchuan.removeAll(bodies(2));
        ofNianjing.removeAll(bodies(1));
        assertThat(ofMingchuan).isNotEmpty();
        assertThat(ofNianjing).isNotEmpty();
        List<Callable<List<String>>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(
                    client % 2 == 0
                            ? () -> mixed(mingchuan, "明川县", ofNianjing)
                            : () -> mixed(nianjing, "年景县", ofMingchuan));
        }
        List<String> faults = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<List<String>> done : all.invokeAll(clients)) {
                faults.addAll(done.get());
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("同名账号各是各的：一县的口令、一县的登录，在另一县都不算；开号、审计各记各县的")
    void apart() {
        Visitor stranger = Visitor.anonymous(address(nianjing));
        assertThat(stranger.signIn(SAME, passphrase(mingchuan)).text("[role=alert]"))
                .contains("账号或口令不对");
        Visitor elsewhere = signedIn(mingchuan).at(address(nianjing));
        assertThat(elsewhere.get("/records").path()).isEqualTo("/sign-in");
        CheckingTrail trail = mingchuan.getBean(CheckingTrail.class);
        String before = trail.check(2).sentence();
        signedIn(mingchuan);
        assertThat(trail.check(2)).isEqualTo(new CheckingTrail.Checked(true, before));
        assertThat(trail.check(1).whole()).isTrue();
    }

    /// What a client of one county saw that belongs to the other.
    private static List<String> mixed(
            ConfigurableApplicationContext server, String own, List<String> others) {
        List<String> faults = new ArrayList<>();
        Visitor visitor = signedIn(server);
        for (int round = 0; round < ROUNDS; round++) {
            for (String path : PAGES) {
                Visitor.Page page = visitor.get(path);
                String text = page.document().text();
                if (page.status() != 200 || !page.text(".brand small").equals(own)) {
                    faults.add(own + " " + path + " " + page.status());
                }
                others.stream()
                        .filter(text::contains)
                        .forEach(name -> faults.add(own + " " + path + " 出现了" + name));
            }
        }
        return faults;
    }

    private static Visitor signedIn(ConfigurableApplicationContext server) {
        Visitor visitor = Visitor.anonymous(address(server));
        assertThat(visitor.signIn(SAME, passphrase(server)).path()).doesNotContain("sign-in");
        return visitor;
    }

    private static String passphrase(ConfigurableApplicationContext server) {
        try {
            return server.equals(nianjing)
                    ? PASSWORD
                    : Files.readString(Path.of("target", "two-mingchuan", "sample-passphrase"))
                            .strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> bodies(int county) {
        return mingchuan
                .getBean(CountyLedgers.class)
                .ask(
                        county,
                        known ->
                                new ArrayList<>(
                                        known
                                                .organization()
                                                .bodies(LocalDate.now(ChinaTime.ZONE))
                                                .stream()
                                                .map(body -> body.name())
                                                .filter(name -> name.length() > 3)
                                                .toList()));
    }

    private static String somebody() {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        return mingchuan
                .getBean(CountyLedgers.class)
                .ask(
                        2,
                        known ->
                                known.organization().people().stream()
                                        .map(Person::code)
                                        .filter(
                                                code ->
                                                        !known.organization()
                                                                .postsOf(code, today)
                                                                .isEmpty())
                                        .findFirst()
                                        .orElseThrow());
    }

    private static ConfigurableApplicationContext served(
            Map<String, Object> database, String home, String county) {
        Map<String, Object> settings = new HashMap<>(database);
        settings.put("mingze.home", Path.of("target", home).toAbsolutePath().toString());
        settings.put("mingze.county", county);
        return RunningMingze.application(settings);
    }

    private static String address(ConfigurableApplicationContext server) {
        int port = ((WebServerApplicationContext) server).getWebServer().getPort();
        return "http://127.0.0.1:" + port;
    }
}
