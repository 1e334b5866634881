package org.mingze;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.mingze.access.Administrators;
import org.mingze.access.Office;
import org.mingze.command.FirstStart;
import org.mingze.database.TestDatabase;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/// The real application with the sample county, once for all tests of a run.
///
/// Tests share its journal: each enters records of its own and expects no others to stay away.
public final class RunningMingze {
    static final String CHOSEN = "砚台-石磨-渡口-三十七号";
    private static final Path HOME = Path.of("target", "pages-home");

    private final ConfigurableApplicationContext context;
    private final String passphrase;

    private final Map<Office, Administrators.OneTime> oneTime;

    private RunningMingze(
            ConfigurableApplicationContext context,
            String passphrase,
            List<Administrators.OneTime> administrators) {
        this.context = context;
        this.passphrase = passphrase;
        this.oneTime =
                administrators.stream()
                        .collect(Collectors.toMap(Administrators.OneTime::office, each -> each));
    }

    private static final class Only {
        private static final RunningMingze SERVER = start();
    }

    public static RunningMingze shared() {
        return Only.SERVER;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String address() {
        WebServerApplicationContext web = (WebServerApplicationContext) context;
        return "http://127.0.0.1:" + web.getWebServer().getPort();
    }

    public String passphrase() {
        return passphrase;
    }

    /// A visitor whom the sign-in page lists by this name: 周砚田.
    public Visitor visitor(String name) {
        return Visitor.signedIn(address(), name, passphrase);
    }

    /// A visitor by account, whom the sign-in page need not list.
    public Visitor account(String account) {
        return Visitor.signedInAs(address(), account, passphrase);
    }

    /// One of the three administrators, who chose a passphrase at the first sign-in.
    public synchronized Visitor administrator(Office office) {
        Administrators.OneTime first = Objects.requireNonNull(oneTime.get(office));
        Visitor visitor = Visitor.anonymous(address());
        Visitor.Page arrived = visitor.signIn(first.signInName(), CHOSEN);
        if (arrived.path().startsWith("/sign-in")) {
            Visitor.Page asked = visitor.signIn(first.signInName(), first.passphrase());
            visitor.send(
                    asked,
                    "form[action=/account/password]",
                    new Visitor.Answers()
                            .put("current", first.passphrase())
                            .put("chosen", CHOSEN)
                            .put("again", CHOSEN));
        }
        return visitor;
    }

    /// The name under which one of the three signs in, its passphrase chosen.
    String administratorAccount(Office office) {
        administrator(office);
        return Objects.requireNonNull(oneTime.get(office)).signInName();
    }

    /// Whoever holds this post today: mingchuan.xianwei.secretary.
    public Visitor holder(String post) {
        String account =
                bean(CountyLedgers.class)
                        .ask(
                                1,
                                known ->
                                        known.organization()
                                                .holder(post, LocalDate.now(ChinaTime.ZONE))
                                                .orElseThrow());
        return Visitor.signedInAs(address(), account, passphrase);
    }

    private static RunningMingze start() {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.put("mingze.home", HOME.toAbsolutePath().toString());
        settings.put("server.port", 0);
        settings.putAll(unlimited());
        ConfigurableApplicationContext context = application(settings);
        FirstStart.Greeting greeting = context.getBean(FirstStart.class).greet(true);
        try {
            String passphrase = Files.readString(HOME.resolve("sample-passphrase")).strip();
            return new RunningMingze(context, passphrase, greeting.administrators());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// All tests of a run come from one network address.
    static Map<String, Object> unlimited() {
        return Map.of("mingze.limits.failures", 1_000_000, "mingze.limits.asks", 1_000_000);
    }

    /// The application as it is, without what tests declare, on a port of its own.
    static ConfigurableApplicationContext application(Map<String, Object> settings) {
        return application(settings, InstantSource.system());
    }

    /// The same, with a clock for what counts tries.
    static ConfigurableApplicationContext application(
            Map<String, Object> settings, InstantSource clock) {
        SpringApplication application = new SpringApplication(MingzeApplication.class);
        application.setDefaultProperties(settings);
        application.setLogStartupInfo(false);
        application.addInitializers(
                starting -> {
                    starting.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
                    starting.getBeanFactory().registerSingleton("clock", clock);
                });
        return application.run("--server.port=0");
    }

    /// Controllers and configurations that tests declare for themselves stay out.
    private static final class WithoutTests extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader found, MetadataReaderFactory factory)
                throws IOException {
            return found.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }
}
