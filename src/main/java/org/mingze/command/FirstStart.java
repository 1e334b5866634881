package org.mingze.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.mingze.access.Accounts;
import org.mingze.journal.Archive;
import org.mingze.journal.ImportingArchive;
import org.mingze.journal.Journal;
import org.mingze.organization.Person;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// 首次启动 — loads the sample county into an empty home and says how to sign in.
@Component
public class FirstStart {
    /// The folder of the sample county, beside the program.
    public static final Path SAMPLE = Path.of("samples", "mingchuan");

    private static final String PASSPHRASE_FILE = "sample-passphrase";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Journal journal;
    private final ImportingArchive importing;
    private final Accounts accounts;
    private final CountyLedgers ledgers;
    private final Path home;

    FirstStart(
            Journal journal,
            ImportingArchive importing,
            Accounts accounts,
            CountyLedgers ledgers,
            Environment environment) {
        this.journal = journal;
        this.importing = importing;
        this.accounts = accounts;
        this.ledgers = ledgers;
        this.home = Path.of(environment.getRequiredProperty("mingze.home"));
    }

    /// 开场白.
    public record Greeting(String text) {}

    public Greeting greet(boolean withSample) {
        try {
            if (journal.counties().isEmpty() && withSample) {
                load(SAMPLE);
            }
            if (journal.counties().isEmpty()) {
                return new Greeting("这里还没有账。用 ./mingze import 文件 导入一个县的档案。");
            }
            Path file = home.resolve(PASSPHRASE_FILE);
            return Files.exists(file)
                    ? new Greeting("样例明川县（虚构）：在登录页点一位样例人员，口令是 " + Files.readString(file).strip())
                    : new Greeting("用管理员发的账号登录。");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Imports the sample county and makes an account with one passphrase for each of its people.
    void load(Path sample) throws IOException {
        Instant now = Instant.now();
        ImportingArchive.Outcome outcome = importing.imported(Archive.read(sample), now);
        switch (outcome) {
            case ImportingArchive.Outcome.Imported(Journal.County county) ->
                    openAccounts(county.id(), ChinaTime.day(now));
            case ImportingArchive.Outcome.Refused(String sentence) ->
                    throw new IllegalStateException(sentence);
        }
    }

    private void openAccounts(int county, LocalDate today) throws IOException {
        String passphrase = passphrase();
        String hash = accounts.hash(passphrase);
        List<Person> people =
                ledgers.ask(
                        county,
                        known ->
                                known.organization().people().stream()
                                        .filter(
                                                person ->
                                                        !known.organization()
                                                                .postsOf(person.code(), today)
                                                                .isEmpty())
                                        .toList());
        for (Person person : people) {
            accounts.createWithHash(county, person.code(), person.code(), hash);
        }
        Path file = home.resolve(PASSPHRASE_FILE);
        Files.writeString(file, passphrase);
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
    }

    private static String passphrase() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < 12; index++) {
            text.append(index > 0 && index % 4 == 0 ? "-" : "")
                    .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
