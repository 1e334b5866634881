package org.mingze;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingze.access.Accounts;
import org.mingze.access.Administrators;
import org.mingze.access.Office;
import org.mingze.command.FirstStart;
import org.mingze.database.TestDatabase;
import org.mingze.journal.ImportingArchive;
import org.mingze.organization.Person;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// One server with two counties, each with the accounts of its people, for all tests of a run.
final class Together {
    static final int FIRST = 1;
    static final int SECOND = 2;
    private static final String OTHER = "渡船-竹篱-石臼-五十五号";

    final RenamedCounty renamed = new RenamedCounty();
    final OidcProvider provider = OidcProvider.running();
    final Map<String, String> database = TestDatabase.fresh().settings();
    final ConfigurableApplicationContext context;
    private final Path home;
    private final List<Administrators.OneTime> administrators;

    private static final class Only {
        private static final Together SERVER = new Together(Path.of("target", "counties-home"));
    }

    static Together shared() {
        return Only.SERVER;
    }

    /// One that no other test has written to, to be closed.
    static Together fresh() {
        return new Together(Path.of("target", "counties-fresh-home"));
    }

    private Together(Path home) {
        this.home = home;
        Map<String, Object> settings = new HashMap<>(database);
        settings.put("mingze.home", home.toAbsolutePath().toString());
        settings.put("mingze.oidc.issuer", provider.issuer());
        settings.put("mingze.oidc.client-id", OidcProvider.CLIENT);
        settings.put("mingze.oidc.client-secret", OidcProvider.SECRET);
        settings.put("mingze.oidc.name", "统一认证");
        settings.putAll(RunningMingze.unlimited());
        context = RunningMingze.application(settings);
        FirstStart start = context.getBean(FirstStart.class);
        start.greet(true);
        try {
            context.getBean(ImportingArchive.class).imported(renamed.archive(), Instant.now());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        administrators = start.greet(true).administrators();
        openAccounts();
    }

    private void openAccounts() {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Accounts accounts = context.getBean(Accounts.class);
        String hash = accounts.hash(OTHER);
        ledgers()
                .ask(
                        SECOND,
                        known ->
                                known.organization().people().stream()
                                        .map(Person::code)
                                        .filter(
                                                code ->
                                                        !known.organization()
                                                                .postsOf(code, today)
                                                                .isEmpty())
                                        .toList())
                .forEach(person -> accounts.createWithHash(SECOND, person, person, hash));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    CountyLedgers ledgers() {
        return context.getBean(CountyLedgers.class);
    }

    String address() {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /// Somebody of a county: the same accounts are in both.
    Visitor visitor(int county, String account) {
        Visitor visitor = Visitor.anonymous(address());
        Visitor.Page arrived = signIn(visitor, county, account, passphrase(county));
        if (arrived.path().startsWith("/sign-in")) {
            throw new IllegalStateException(arrived.text("main"));
        }
        return visitor;
    }

    /// One of the three of a county, with a passphrase of one's own.
    Visitor administrator(int county, Office office) {
        Administrators.OneTime first =
                administrators.stream()
                        .filter(each -> each.county() == county && each.office() == office)
                        .findFirst()
                        .orElseThrow();
        Visitor visitor = Visitor.anonymous(address());
        Visitor.Page arrived = signIn(visitor, county, first.signInName(), RunningMingze.CHOSEN);
        if (arrived.path().startsWith("/sign-in")) {
            Visitor.Page asked = signIn(visitor, county, first.signInName(), first.passphrase());
            visitor.send(
                    asked,
                    "form[action=/account/password]",
                    new Visitor.Answers()
                            .put("current", first.passphrase())
                            .put("chosen", RunningMingze.CHOSEN)
                            .put("again", RunningMingze.CHOSEN));
        }
        return visitor;
    }

    /// The name under which one of the three of a county signs in.
    String administratorAccount(int county, Office office) {
        return administrators.stream()
                .filter(each -> each.county() == county && each.office() == office)
                .findFirst()
                .orElseThrow()
                .signInName();
    }

    /// The trail of a county, the newest lines of it.
    String trail(int county) {
        return administrator(county, Office.AUDIT).get("/administration/trail").text("main");
    }

    static Visitor.Page signIn(Visitor visitor, int county, String account, String passphrase) {
        return visitor.send(
                visitor.get("/sign-in?county=" + county),
                "form[action=/sign-in]",
                new Visitor.Answers().put("account", account).put("password", passphrase));
    }

    String passphrase(int county) {
        try {
            return county == SECOND
                    ? OTHER
                    : Files.readString(home.resolve("sample-passphrase")).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
