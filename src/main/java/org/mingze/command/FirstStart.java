package org.mingze.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mingze.access.Accounts;
import org.mingze.access.Administrators;
import org.mingze.access.Passphrases;
import org.mingze.journal.Archive;
import org.mingze.journal.ImportingArchive;
import org.mingze.journal.Journal;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// 首次启动 — loads the sample county into an empty home and says how to sign in.
@Component
public class FirstStart implements SmartInitializingSingleton {
    /// The folder of the sample county, beside the program.
    public static final Path SAMPLE = Path.of("samples", "mingchuan");

    static final String PASSPHRASE_FILE = "sample-passphrase";

    private final Journal journal;
    private final ImportingArchive importing;
    private final Accounts accounts;
    private final Administrators administrators;
    private final CountyLedgers ledgers;
    private final List<Administrators.OneTime> untold = new ArrayList<>();
    private final Environment environment;
    private final Path home;
    private final boolean withSample;

    FirstStart(
            Journal journal,
            ImportingArchive importing,
            Accounts accounts,
            Administrators administrators,
            CountyLedgers ledgers,
            Environment environment) {
        this.journal = journal;
        this.importing = importing;
        this.accounts = accounts;
        this.administrators = administrators;
        this.ledgers = ledgers;
        this.environment = environment;
        this.home = Path.of(environment.getRequiredProperty("mingze.home"));
        this.withSample = environment.getProperty("mingze.sample", Boolean.class, false);
    }

    /// Before the first page is served.
    @Override
    public void afterSingletonsInstantiated() {
        if (withSample) {
            greet(true);
        }
    }

    /// 开场白.
    ///
    /// @param administrators those whose account was opened now; nothing keeps their passphrases
    public record Greeting(String text, List<Administrators.OneTime> administrators) {
        public Greeting {
            administrators = List.copyOf(administrators);
        }
    }

    /// Loads the sample where nothing is yet and it is wanted, and says how to sign in.
    public Greeting greet(boolean loadSample) {
        try {
            Path file = home.resolve(PASSPHRASE_FILE);
            if (journal.counties().isEmpty() && loadSample) {
                keepPassphrase(file);
                load(SAMPLE);
            }
            if (journal.counties().isEmpty()) {
                return new Greeting("这里还没有账。用 ./mingze import 文件 导入一个县的档案。", List.of());
            }
            List<Journal.County> counties = CountyServed.of(journal, environment);
            StringBuilder text = new StringBuilder("用管理员发的账号登录。");
            for (Journal.County county : counties) {
                untold.addAll(administrators.openMissing(county.id(), Instant.now()));
                if (CountyServed.isSample(home, journal.counties(), county)) {
                    String passphrase = Files.readString(file).strip();
                    openAccounts(county.id(), passphrase);
                    text.setLength(0);
                    text.append("样例").append(county.name()).append("（虚构）：在登录页点一位样例人员，口令是 ");
                    text.append(passphrase);
                }
            }
            return new Greeting(text + oneTime(counties), untold);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void keepPassphrase(Path file) throws IOException {
        Files.writeString(file, Passphrases.drawn(12));
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
    }

    private void load(Path sample) throws IOException {
        ImportingArchive.Outcome outcome = importing.imported(Archive.read(sample), Instant.now());
        if (outcome instanceof ImportingArchive.Outcome.Refused(String sentence)) {
            throw new IllegalStateException(sentence);
        }
    }

    /// An account for each person of the sample who holds a post, if a start has not made them yet.
    private void openAccounts(int county, String passphrase) {
        if (!accounts.isEmpty(county)) {
            return;
        }
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        String hash = accounts.hash(passphrase);
        List<String> people =
                ledgers.ask(
                        county,
                        known ->
                                known.organization().people().stream()
                                        .map(Person::code)
                                        .filter(
                                                code ->
                                                        holdsPost(
                                                                known.organization(), code, today))
                                        .toList());
        people.forEach(person -> accounts.createWithHash(county, person, person, hash));
    }

    private static boolean holdsPost(Organization organization, String person, LocalDate day) {
        return !organization.postsOf(person, day).isEmpty();
    }

    /// The administrators whose passphrases have not been told yet.
    private String oneTime(List<Journal.County> counties) {
        if (untold.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n三员的一次性口令，只显示这一次，分交三人；第一次登录后各改成自己的：");
        for (Administrators.OneTime each : untold) {
            text.append("\n  ");
            if (counties.size() > 1) {
                text.append(nameOf(each.county(), counties)).append("  ");
            }
            text.append(each.office().word()).append("  账号 ");
            text.append(each.signInName()).append("  口令 ").append(each.passphrase());
        }
        return text.toString();
    }

    private static String nameOf(int county, List<Journal.County> counties) {
        return counties.stream()
                .filter(each -> each.id() == county)
                .findFirst()
                .orElseThrow()
                .name();
    }
}
